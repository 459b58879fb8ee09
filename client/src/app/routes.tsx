import type { RouteObject } from 'react-router';
import { directoryRoutes } from '../directory/index.js';
import { AccountLinks, AccountMenu, peopleRoutes } from '../people/index.js';
import { lazyPage } from '../ui/lazyPage.js';
import { Layout } from './Layout.js';
import { NotFoundPage } from './NotFoundPage.js';

const home = lazyPage(() => import('./home/HomePage.js').then(({ HomePage }) => HomePage), 'home', 'directory');

export const routes: RouteObject[] = [
  {
    element: <Layout account={<AccountMenu />} accountLinks={(close) => <AccountLinks onChoose={close} />} />,
    children: [
      { index: true, element: <home.Page />, handle: home },
      ...directoryRoutes,
      ...peopleRoutes,
      { path: '*', element: <NotFoundPage /> },
    ],
  },
];
