import type { RouteObject } from 'react-router';
import { lazyPage } from '../ui/lazyPage.js';

const directory = lazyPage(() => import('./DirectoryPage.js').then(({ DirectoryPage }) => DirectoryPage), 'directory');
const map = lazyPage(() => import('./map/MapPage.js').then(({ MapPage }) => MapPage), 'facets', 'directory', 'map');
const organisation = lazyPage(
  () => import('./organisation/OrganisationPage.js').then(({ OrganisationPage }) => OrganisationPage),
  'directory',
  'organisation',
  'peers',
  'keeping',
  'people',
);
const keeping = lazyPage(
  () => import('./keeping/KeepingPage.js').then(({ KeepingPage }) => KeepingPage),
  'directory',
  'organisation',
  'keeping',
  'people',
);
const proposals = lazyPage(
  () => import('./keeping/ProposalsPage.js').then(({ ProposalsPage }) => ProposalsPage),
  'directory',
  'keeping',
  'people',
);
const embed = lazyPage(() => import('./ways-out/EmbedPage.js').then(({ EmbedPage }) => EmbedPage), 'ways-out');
const peers = lazyPage(() => import('./peers/PeersPage.js').then(({ PeersPage }) => PeersPage), 'directory', 'organisation', 'peers');
const duplicates = lazyPage(
  () => import('./sources/DuplicatesPage.js').then(({ DuplicatesPage }) => DuplicatesPage),
  'directory',
  'organisation',
  'sources',
  'keeping',
  'people',
);
const sources = lazyPage(
  () => import('./sources/SourcesPage.js').then(({ SourcesPage }) => SourcesPage),
  'directory',
  'organisation',
  'sources',
);

export const directoryRoutes: RouteObject[] = [
  { path: 'directory', element: <directory.Page />, handle: directory },
  { path: 'directory/duplicates', element: <duplicates.Page />, handle: duplicates },
  { path: 'directory/embed', element: <embed.Page />, handle: embed },
  { path: 'directory/proposals', element: <proposals.Page />, handle: proposals },
  { path: 'organisation/profile', element: <keeping.Page />, handle: keeping },
  { path: 'map', element: <map.Page />, handle: map },
  { path: 'organisations/:slug', element: <organisation.Page />, handle: organisation },
  { path: 'organisations/:slug/peers', element: <peers.Page />, handle: peers },
  { path: 'sources', element: <sources.Page />, handle: sources },
];
