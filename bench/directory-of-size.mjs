// One directory of invented organisations in the memory of a portal that serves them; the database holds nothing of it: what is measured are the
// index, GraphQL and HTTP. For bench/directory.mjs, which asks it; it says how it began, then on each message how much processor time it has used.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongoDB } from '@plenum/embedded-mongodb';
import { startPortal } from '../server/dist/app.js';
import { directory } from '../server/dist/directory/start.js';
import { readEnvironment } from '../server/dist/platform/env.js';
import { inventOrganisations } from './organisations.mjs';

const size = Number(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'plenum-bench-directory-'));

const database = await startEmbeddedMongoDB({ dataDirectory: join(folder, 'data'), port: 0 });
const environment = {
  ...readEnvironment({ ...process.env, PORT: '0', HOST: '127.0.0.1', DEMONSTRATION: 'false', RATE_LIMIT: '0', LOG_LEVEL: 'warn' }),
  mongodbUri: database.uri,
};
const portal = await startPortal({ environment });

const heap = () => {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};

function fill() {
  const { organisations, affiliations } = inventOrganisations(size);
  const before = heap();
  const begun = performance.now();
  directory.replaceAll(organisations, affiliations, []);
  const start = performance.now() - begun;
  return { start, memory: heap() - before };
}

process.send({ url: portal.url, ...fill() });
// What was invented is needed no more.
globalThis.gc();
process.on('message', async (message) => {
  if (message === 'processor time') {
    const { user, system } = process.cpuUsage();
    process.send((user + system) / 1000);
    return;
  }
  await portal.stop();
  await database.stop();
  rmSync(folder, { recursive: true, force: true });
  process.exit(0);
});
