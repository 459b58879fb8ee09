export { addressOf } from './directoryView.js';
export { LazyStillMap } from './map/LazyStillMap.js';
export { placesOnMap } from './map/MapPlace.js';
export { MapRoom } from './map/MapRoom.js';
export { directoryRoutes } from './routes.js';

/** The rooms whose words the frame on other sites needs. */
export const wordsOfFrame = ['directory', 'ways-out'];

/** What other sites frame, in files of its own. */
export const loadFrame = () => import('./ways-out/showFrame.js').then(({ showFrame }) => showFrame);
