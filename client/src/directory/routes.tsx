import type { RouteObject } from 'react-router';
import { lazyPage } from '../ui/lazyPage.js';

const directory = lazyPage(() => import('./DirectoryPage.js').then(({ DirectoryPage }) => DirectoryPage), 'directory');
const map = lazyPage(() => import('./map/MapPage.js').then(({ MapPage }) => MapPage), 'directory');
const organisation = lazyPage(() => import('./organisation/OrganisationPage.js').then(({ OrganisationPage }) => OrganisationPage), 'directory');
const duplicates = lazyPage(() => import('./DuplicatesPage.js').then(({ DuplicatesPage }) => DuplicatesPage), 'directory');
const sources = lazyPage(() => import('./SourcesPage.js').then(({ SourcesPage }) => SourcesPage), 'directory');

export const directoryRoutes: RouteObject[] = [
  { path: 'directory', element: <directory.Page />, handle: directory.load },
  { path: 'directory/duplicates', element: <duplicates.Page />, handle: duplicates.load },
  { path: 'map', element: <map.Page />, handle: map.load },
  { path: 'organisations/:slug', element: <organisation.Page />, handle: organisation.load },
  { path: 'sources', element: <sources.Page />, handle: sources.load },
];
