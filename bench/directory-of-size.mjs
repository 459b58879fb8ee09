// One directory of invented organisations in the memory of a portal, asked over HTTP by 16 connections; prints what was seen as JSON.
// The database holds nothing of it: what is measured are the index, GraphQL and HTTP. node --expose-gc bench/directory-of-size.mjs '{"size":1000,"seconds":4}'
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbeddedMongoDB } from '@plenum/embedded-mongodb';
import { startPortal } from '../server/dist/app.js';
import { directory } from '../server/dist/directory/start.js';
import { readEnvironment } from '../server/dist/platform/env.js';
import { inventFilters, inventOrganisations, inventSearches } from './organisations.mjs';
import { runLoad } from './processes.mjs';

const { size, seconds } = JSON.parse(process.argv[2]);
const folder = mkdtempSync(join(tmpdir(), 'plenum-bench-directory-'));
const distinct = 20_000;

const query = `query Search($filter: OrganisationFilter, $search: String, $sort: OrganisationSort, $first: Int!) {
  organisations(filter: $filter, search: $search, sort: $sort, first: $first) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id slug name acronym level country } reasons { kind text isNearly country theme { id label } } }
    facets {
      themes { theme { id label } count } regions { region count } countries { country count } unRegions { unRegion count } types { type count }
      levels { level count } languages { language count } networks { network slug count } offers { exchange { id label } count }
      seeks { exchange { id label } count } mechanisms { mechanism count } confidences { confidence count } withoutCountry
    }
  }
}`;
const pageQuery = `query Page($filter: OrganisationFilter, $sort: OrganisationSort, $first: Int!, $after: String) {
  organisations(filter: $filter, sort: $sort, first: $first, after: $after) {
    totalCount
    pageInfo { hasNextPage endCursor }
    edges { node { id slug name acronym level country } }
  }
}`;

const database = await startEmbeddedMongoDB({ dataDirectory: join(folder, 'data'), port: 0 });
const environment = {
  ...readEnvironment({ ...process.env, PORT: '0', HOST: '127.0.0.1', DEMONSTRATION: 'false', RATE_LIMIT: '0', LOG_LEVEL: 'warn' }),
  mongodbUri: database.uri,
};
const portal = await startPortal({ environment });

const { organisations, affiliations } = inventOrganisations(size);
const heap = () => {
  globalThis.gc();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1e6;
};
const before = heap();
const begun = performance.now();
directory.replaceAll(organisations, affiliations, []);
const start = performance.now() - begun;
const memory = heap() - before;

const bodies = (operationName, text, variables) => variables.map((each) => JSON.stringify({ operationName, query: text, variables: each }));
const take = (generator, count) => Array.from({ length: count }, () => generator.next().value);
const load = (some, perSecond = seconds) =>
  runLoad({
    url: portal.url,
    headers: { 'Content-Type': 'application/json' },
    bodies: some,
    connections: 16,
    seconds: perSecond,
    warmUpSeconds: 1,
  });

const searches = take(inventSearches(organisations), distinct);
const asked = bodies(
  'Search',
  query,
  searches.map((search) => ({ search, first: 24 })),
);
// Until the engine has compiled what is asked again and again.
await load(asked.slice(0, 2000), 4);
const cpuBefore = process.cpuUsage();
const search = await load(asked.slice(2000));
const { user, system } = process.cpuUsage(cpuBefore);
const kept = await load(asked.slice(0, 50));
const filter = await load(bodies('Page', pageQuery, take(inventFilters(), distinct)));

console.log(
  JSON.stringify({
    size,
    start,
    memory,
    search,
    kept,
    filter,
    // The warm-up is in it as well, so it is shared out over as many answers.
    cpu: (user + system) / 1000 / (search.perSecond * (seconds + 1)),
    wrong: search.wrong + kept.wrong + filter.wrong,
  }),
);
await portal.stop();
await database.stop();
rmSync(folder, { recursive: true, force: true });
process.exit(0);
