// How fast the directory is searched, filtered and counted with many invented organisations, and what that costs as they grow in number.
// Run by bench/run.mjs; each size is measured in a process of its own.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { flagsOfStart } from './processes.mjs';

const execute = promisify(execFile);

const sizes = [1000, 10_000, 100_000];
const targets = { searchP99: 50, filterP99: 30, memory: 150, start: 2000 };
const commandsAtMost = 4;

const measure = async (size, seconds) => {
  const { stdout } = await execute(
    process.execPath,
    [
      ...flagsOfStart,
      '--expose-gc',
      '--max-old-space-size=4096',
      join(import.meta.dirname, 'directory-of-size.mjs'),
      JSON.stringify({ size, seconds }),
    ],
    { maxBuffer: 1e7 },
  );
  return JSON.parse(stdout.trim().split('\n').at(-1));
};

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
