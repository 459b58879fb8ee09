// How fast the directory is searched, filtered and counted with many invented organisations, and what that costs as they grow in number.
// Run by bench/run.mjs; each size is measured in a process of its own.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { inventFilters, inventOrganisations, inventSearches } from './organisations.mjs';
import { flagsOfStart, runLoad } from './processes.mjs';

const sizes = [1000, 10_000, 100_000];
const targets = { searchP99: 50, filterP99: 30, memory: 150, start: 2000 };
const commandsAtMost = 4;
const distinct = 20_000;

const searchQuery = `query Search($filter: OrganisationFilter, $search: String, $sort: OrganisationSort, $first: Int!) {
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

const bodies = (operationName, query, variables) => variables.map((each) => JSON.stringify({ operationName, query, variables: each }));
const take = (generator, count) => Array.from({ length: count }, () => generator.next().value);

/** What a directory of this size costs, seen from 16 connections. */
export async function measure(size, seconds) {
  const portal = fork(join(import.meta.dirname, 'directory-of-size.mjs'), [String(size)], {
    execArgv: [...flagsOfStart, '--expose-gc', '--max-old-space-size=4096'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const [{ url, start, memory }] = await once(portal, 'message');
  const processorTime = async () => {
    portal.send('processor time');
    return (await once(portal, 'message'))[0];
  };
  const load = (some, perSecond = seconds) =>
    runLoad({ url, headers: { 'Content-Type': 'application/json' }, bodies: some, connections: 16, seconds: perSecond, warmUpSeconds: 1 });

  const searches = take(inventSearches(inventOrganisations(size).organisations), distinct);
  const asked = bodies(
    'Search',
    searchQuery,
    searches.map((search) => ({ search, first: 24 })),
  );
  // Until the engine has compiled what is asked again and again.
  await load(asked.slice(0, 2000), 4);
  const before = await processorTime();
  const search = await load(asked.slice(2000));
  // The warm-up is in it as well, so it is shared out over as many answers.
  const cpu = ((await processorTime()) - before) / (search.perSecond * (seconds + 1));
  const kept = await load(asked.slice(0, 50));
  const pages = bodies('Page', pageQuery, take(inventFilters(), distinct));
  await load(pages.slice(0, 2000), 4);
  const filter = await load(pages.slice(2000));
  portal.send('stop');
  await once(portal, 'exit');
  return { size, start, memory, search, kept, filter, cpu, wrong: search.wrong + kept.wrong + filter.wrong };
}

/** Measures and prints; resolves with whether everything is within its bounds. `commands` is the most that one request of the directory takes. */
export async function benchDirectory({ seconds, commands }) {
  const results = [];
  for (const size of sizes) results.push(await measure(size, seconds));
  console.log(
    '\nThe directory of invented organisations: search with facets, and filter with sort and page; 16 connections, in one process.\n',
  );
  console.log('organisations   start    memory              search, distinct    search, kept           filter + sort + page CPU a search');
  for (const { size, start, memory, search, kept, filter, cpu } of results) {
    console.log(
      [
        String(size).padStart(13),
        `${(start / 1000).toFixed(2)} s`.padStart(8),
        `${memory.toFixed(0)} MB`.padStart(10),
        `p50 ${ms(search.p50)}  p99 ${ms(search.p99)}`.padStart(30),
        `p99 ${ms(kept.p99)}`.padStart(16),
        `p50 ${ms(filter.p50)}  p99 ${ms(filter.p99)}`.padStart(30),
        `${cpu.toFixed(2)} ms`.padStart(13),
      ].join(''),
    );
  }
  const [small, middle, large] = results;
  const growth = (from, to) => to.cpu / from.cpu / (to.size / from.size);
  console.log(
    `\nTen times as many cost ${(middle.cpu / small.cpu).toFixed(1)} and again ${(large.cpu / middle.cpu).toFixed(1)} times as much: ${Math.max(growth(small, middle), growth(middle, large)) < 1 ? 'less' : 'NOT LESS'} than linear.`,
  );
  const within = [
    ['search with facets, p99', middle.search.p99, targets.searchP99, 'ms'],
    ['filter + sort + page, p99', middle.filter.p99, targets.filterP99, 'ms'],
    ['memory of the index', middle.memory, targets.memory, 'MB'],
    ['start of the index', middle.start, targets.start, 'ms'],
    ['database commands a request', commands, commandsAtMost, ''],
  ];
  let isEnough = growth(small, middle) < 1 && growth(middle, large) < 1 && results.every(({ wrong }) => wrong === 0);
  for (const [what, value, most, unit] of within) {
    const holds = value <= most;
    isEnough &&= holds;
    console.log(`${holds ? '   ' : '!! '}${what}: ${value.toFixed(1)} ${unit} (at most ${most})`);
  }
  return isEnough;
}

const ms = (time) => `${time.toFixed(1)} ms`;
