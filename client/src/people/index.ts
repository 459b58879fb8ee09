export { AccountLinks, AccountMenu } from './menu/AccountMenu.js';
export { peopleRoutes } from './routes.js';
