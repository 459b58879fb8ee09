import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { actsOn, prepare } from './acts.mjs';
import { compareWithPing } from './measure.mjs';

const usage = `Usage: npm run bench -w server/embedded-mongodb [-- --million [--keep DIR]]

Measures common requests through the official driver, each as requests per second and as a share of bare pings in the same run;
on the embedded server, and on the server of MONGODB_URI where that is set (in the database "embedded_bench", which is dropped).

  --million    measure one million documents instead: opening, a page of 50 by index, memory
  --keep DIR   with --million: where the data lies; kept, and not written again when it is there already
`;

/** Shares of the ping that the embedded server is to reach. */
const wanted = new Map([
  ['findOne by id/1', 0.8],
  ['durable insert/16', 0.6],
  ['update/16', 0.45],
  ['find 50 by an indexed sort/16', 0.15],
]);

const measureServer = async (title, uri) => {
  const client = await MongoClient.connect(uri, { maxPoolSize: 32 });
  const database = client.db('embedded_bench');
  console.log(`\n${title}`);
  await prepare(database);
  console.log('                                parallel   per second    ping/s    share of ping');
  for (const { name, parallel, act } of actsOn(client, database)) {
    for (const count of parallel) {
      const { perSecond, pingsPerSecond, share } = await compareWithPing(database, count, act);
      const bound = wanted.get(`${name}/${count}`);
      const note = bound === undefined ? '' : `   (to reach: ${bound})`;
      const time = perSecond < 100 ? `   ${(1000 / perSecond).toFixed(0)} ms each` : '';
      console.log(
        `${name.padEnd(32)}${String(count).padStart(6)}${perSecond.toFixed(perSecond < 100 ? 1 : 0).padStart(14)}${pingsPerSecond.toFixed(0).padStart(10)}${share.toFixed(3).padStart(12)}${note}${time}`,
      );
    }
  }
  await database.dropDatabase();
  await client.close();
};

const measureEmbedded = async () => {
  const { startEmbeddedMongoDB } = await import('../dist/index.js');
  const dataDirectory = mkdtempSync(join(tmpdir(), 'embedded-bench-'));
  const server = await startEmbeddedMongoDB({ dataDirectory });
  try {
    await measureServer('embedded server', server.uri);
  } finally {
    await server.stop();
    rmSync(dataDirectory, { recursive: true });
  }
};

/** Writing happens in a process of its own, so that its memory is not counted. */
const measureMillion = async (keep) => {
  const { load, page } = await import('./million.mjs');
  const dataDirectory = keep ?? mkdtempSync(join(tmpdir(), 'embedded-million-'));
  if (process.argv.includes('--load')) return load(dataDirectory);
  const isThere = keep !== undefined && existsSync(join(keep, 'bench-is-loaded'));
  if (!isThere) {
    const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), '--million', '--load', '--keep', dataDirectory], {
      stdio: 'inherit',
    });
    if (status !== 0) throw new Error('the documents could not be written');
    if (keep !== undefined) writeFileSync(join(keep, 'bench-is-loaded'), '');
  }
  await page(dataDirectory);
  if (keep === undefined) rmSync(dataDirectory, { recursive: true });
};

const argument = (name) => {
  const place = process.argv.indexOf(name);
  return place < 0 ? undefined : process.argv[place + 1];
};

if (process.argv.includes('--help')) {
  console.log(usage);
} else if (!existsSync(new URL('../dist/index.js', import.meta.url))) {
  console.error('Build first: npm run build -w server/embedded-mongodb');
  process.exitCode = 1;
} else if (process.argv.includes('--million')) {
  await measureMillion(argument('--keep'));
} else {
  await measureEmbedded();
  if (process.env.MONGODB_URI) await measureServer('the server of MONGODB_URI', process.env.MONGODB_URI);
}
