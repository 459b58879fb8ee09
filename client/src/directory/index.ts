export { addressOf } from './directoryView.js';
export { LazyWorldMap } from './map/LazyWorldMap.js';
export { MapRoom } from './map/MapRoom.js';
export { directoryRoutes } from './routes.js';
