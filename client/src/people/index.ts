export { AccountLinks, AccountMenu } from './menu/lazyMenu.js';
export { peopleRoutes } from './routes.js';
