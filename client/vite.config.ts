import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin, type UserConfig } from 'vite';
import { documentsInPlace } from './build/documents.js';
import { worldShapesModule } from './build/drawWorld.js';
import { landPictureModule } from './build/landPicture.js';
import { lightLibraries } from './build/lightLibraries.js';
import { possibleTypesModule } from './build/possibleTypes.js';
import { wordFilesModule } from './build/wordFiles.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = `http://127.0.0.1:${process.env['PORT'] ?? 4000}`;

// What only some pages use of the libraries stays out of the file that every page loads.
const inEveryPage =
  /rolldown[\\/]runtime|preload-helper|node_modules[\\/](react|react-dom|scheduler|react-router|i18next|rxjs|tslib|graphql|optimism|@wry|@graphql-typed-document-node|use-sync-external-store|@apollo)[\\/](?!.*[\\/](useMutation|useLazyQuery|useSubscription|useFragment)\.js)/;

const shared: UserConfig['build'] = { target: 'es2022', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 4000 };

const plugins = () => [
  documentsInPlace(at('src')),
  possibleTypesModule(at('../schema'), at('src')),
  wordFilesModule(at('src')),
  worldShapesModule(),
  landPictureModule(),
  lightLibraries(),
  react(),
];

/** The frame has an address of its own, as the server gives it. */
const framePage: Plugin = {
  name: 'frame-page',
  configureServer: ({ middlewares }) =>
    void middlewares.use((request, _, next) => {
      request.url = request.url?.replace(/^\/embed(?=$|\?)/, '/embed.html');
      next();
    }),
};

const portal: UserConfig = {
  plugins: [...plugins(), framePage],
  server: {
    port: 4001,
    proxy: {
      '/graphql': { target: server, ws: true },
      '/health': server,
      '^/directory\\.\\w+': server,
      '/organisations.atom': server,
      '/sitemap.xml': server,
      '/robots.txt': server,
    },
  },
  build: {
    ...shared,
    manifest: true,
    rolldownOptions: {
      input: at('index.html'),
      output: {
        // Few files that compress well together: what every page needs, what the pages of the directory share, and what draws maps.
        codeSplitting: {
          includeDependenciesRecursively: false,
          groups: [
            {
              name: 'maps',
              test: /src[\\/]directory[\\/]map[\\/](WorldMap|Land|world|clusters|rings|pins|placesInWords)\.|supercluster|kdbush|world-shapes/,
              priority: 2,
            },
            {
              name: 'beside-the-list',
              test: /src[\\/](ui[\\/]Facet|directory[\\/](DirectoryFacets|facets[\\/]MoreFacets|facetOptions|BesideMap|MapInWords|UnplacedPanel|ShareView|map[\\/](AskedMap|StillMap|LazyWorldMap|equalEarth|seats)))\.|land-picture/,
              priority: 2,
            },
            { name: 'libraries', test: inEveryPage, priority: 1 },
            // Depends on nothing but libraries, so that it has run when any page begins.
            {
              name: 'shared',
              test: /src[\\/](ui(?![\\/](Facet|Breadcrumb))|api|generated|directory[\\/](DirectorySearch|Organisation(Line|List|Mark)|Pager|RecordDay|Trust|directoryView|initials|useDirectoryView|useFocusOnNew|vocabulary|map[\\/](MapRoom|mapSize))|people[\\/](sign-in[\\/](useSignOut|useArrive|wayBack)|acts[\\/]useAct|form[\\/]useDraft))/,
            },
            { name: 'forms', test: /src[\\/]people[\\/](acts|form|sign-in)[\\/][^.]*\.tsx?$/, minShareCount: 2 },
          ],
        },
      },
    },
  },
};

// Built by itself, so that nothing of it weighs on the portal.
const explorer: UserConfig = {
  plugins: [react()],
  build: {
    ...shared,
    emptyOutDir: false,
    assetsDir: 'assets/explorer',
    rolldownOptions: {
      input: at('explorer.html'),
      onLog: (level, log, tell) => log.code !== 'MODULE_LEVEL_DIRECTIVE' && tell(level, log),
    },
  },
};

// Likewise, and the other way round: what other sites frame loads nothing of the portal's pages.
const frame: UserConfig = {
  plugins: plugins(),
  build: {
    ...shared,
    emptyOutDir: false,
    copyPublicDir: false,
    assetsDir: 'assets/frame',
    manifest: '.vite/frame-manifest.json',
    rolldownOptions: { input: at('embed.html') },
  },
};

const configurations: Readonly<Record<string, UserConfig>> = { explorer, frame };

/** `vite` serves and `vite build` builds the portal; `--mode explorer` the explorer of the API beside it, `--mode frame` what other sites frame. */
export default defineConfig(({ command, mode }) => ({
  ...(configurations[mode] ?? portal),
  resolve: {
    // React Router exports its development build alone, rxjs its ES5 build unless asked for the newer one.
    alias:
      command === 'build'
        ? [
            { find: /^react-router$/, replacement: at('../node_modules/react-router/dist/production/index.mjs') },
            { find: /^use-sync-external-store\/shim(\/index\.js)?$/, replacement: 'react' },
          ]
        : [],
    conditions: ['es2015', 'module', 'browser', 'development|production'],
  },
}));
