export { AccountSlot } from './menu/AccountSlot.js';
export { peopleRoutes } from './routes.js';
