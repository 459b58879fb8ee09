import { MongoClient } from 'mongodb';
import { startEmbeddedMongoDB } from '../dist/index.js';

const rows = 1_000_000;
const batch = 10_000;
const pages = 200;

/** Writes one million rows with two indexes into a directory. */
export const load = async (dataDirectory) => {
  const server = await startEmbeddedMongoDB({ dataDirectory });
  const client = await MongoClient.connect(server.uri);
  const audit = client.db('bench').collection('audit');
  await audit.createIndex({ actor: 1, at: -1 });
  await audit.createIndex({ at: -1 });
  const start = performance.now();
  for (let from = 0; from < rows; from += batch) {
    await audit.insertMany(
      Array.from({ length: batch }, (_, index) => row(from + index)),
      { ordered: false },
    );
  }
  console.log(`wrote ${rows} documents in ${((performance.now() - start) / 1000).toFixed(0)} s`);
  await client.close();
  await server.stop();
};

const row = (index) => ({
  _id: index,
  actor: `actor ${index % 1000}`,
  action: ['view', 'edit', 'export', 'sign in'][index % 4],
  at: new Date(Date.UTC(2024, 0, 1) + index * 1000),
  target: { kind: 'person', id: index % 5000 },
});

/** Opens that directory, pages through it by index, and prints the times and the memory. */
export const page = async (dataDirectory) => {
  const start = performance.now();
  const server = await startEmbeddedMongoDB({ dataDirectory });
  const opened = performance.now() - start;
  const client = await MongoClient.connect(server.uri);
  const audit = client.db('bench').collection('audit');
  const times = [];
  let most = 0;
  let before = new Date(Date.UTC(2100, 0, 1));
  for (let index = 0; index < pages; index += 1) {
    const from = performance.now();
    const filter = index % 2 ? { actor: `actor ${index % 1000}` } : { at: { $lt: before } };
    const found = await audit.find(filter).sort({ at: -1 }).limit(50).toArray();
    times.push(performance.now() - from);
    if (found.length !== 50) throw new Error(`a page had ${found.length} documents`);
    if (index % 2 === 0) before = found.at(-1).at;
    most = Math.max(most, process.memoryUsage().rss);
  }
  times.sort((a, b) => a - b);
  console.log(`one million documents, two indexes:
  opened in               ${opened.toFixed(0)} ms (bound: 200)
  page of 50 by index     ${times[pages / 2].toFixed(1)} ms in the middle, ${times[Math.floor(pages * 0.99)].toFixed(1)} ms at the 99th percentile (bound: 15)
  memory while paging     ${Math.round(most / 1024 / 1024)} MB, client and server in one process (bound: 600)`);
  await client.close();
  await server.stop();
};
