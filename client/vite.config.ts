import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { documentsInPlace } from './build/documents.js';
import { possibleTypesModule } from './build/possibleTypes.js';

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const server = `http://127.0.0.1:${process.env['PORT'] ?? 4000}`;

const shared: UserConfig['build'] = { target: 'es2022', modulePreload: { polyfill: false }, chunkSizeWarningLimit: 4000 };

const portal: UserConfig = {
  plugins: [documentsInPlace(at('src')), possibleTypesModule(at('../schema')), react()],
  server: { port: 4001, proxy: { '/graphql': { target: server, ws: true }, '/health': server, '/directory.csv': server } },
  build: {
    ...shared,
    manifest: true,
    rolldownOptions: {
      input: at('index.html'),
      output: {
        // Few files that compress well together: what every page needs, and what the pages of the directory share. Maps stay apart.
        codeSplitting: {
          groups: [
            { name: 'libraries', test: /node_modules[\\/](?!.*(d3-|topojson|supercluster|kdbush|world-atlas|internmap))/ },
            { name: 'directory', test: /src[\\/](ui|api|directory)[\\/](?!map[\\/](WorldMap|ZoomableMap|Land|world|clusters|seats|pins|mapView))[^.]*\.tsx?$/, minShareCount: 2 },
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

/** `vite` serves and `vite build` builds the portal; `vite build --mode explorer` builds the explorer of the API beside it. */
export default defineConfig(({ command, mode }) => ({
  ...(mode === 'explorer' ? explorer : portal),
  resolve: {
    // React Router exports its development build alone; rxjs its ES5 build unless asked for the newer one.
    alias: command === 'build' ? [{ find: /^react-router$/, replacement: at('../node_modules/react-router/dist/production/index.mjs') }] : [],
    conditions: ['es2015', 'module', 'browser', 'development|production'],
  },
}));
