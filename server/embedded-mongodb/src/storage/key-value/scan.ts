import { justAbove, prefixLength } from './keys.js';
import { placesWithin } from './Changes.js';
import type { Change, Changes, TableChanges } from './Changes.js';
import type { Chunk, ChunkOptions, Entry } from './Environment.js';
import type { Key, KeyRange } from './keys.js';

/** Where committed data is read from: the disk, and above it layers that are on their way there. */
export interface Source {
  /** Newest first. */
  readonly layers: readonly Changes[];
  /** Grows with every commit that this source can see. */
  readonly version: number;
  get(key: Key): Buffer | undefined;
  read(range: KeyRange, options: ChunkOptions): Chunk;
  count(range: KeyRange): number;
}

export interface ScanOptions {
  readonly reverse: boolean;
  readonly values: boolean;
  /** How many entries the caller probably takes. */
  readonly expected?: number | undefined;
}

const firstChunk = 24;
const largestChunk = 512;

/**
 * The entries of a range in key order. Nothing of the disk is held between two entries, however long the caller waits:
 * after foreign commits the scan looks again from where it stood. Keys that `own` gains while the scan runs are not visited,
 * those that it removes are left out.
 */
export function* scan(source: Source, own: Changes | undefined, range: KeyRange, options: ScanOptions): Generator<Entry> {
  const prefix = range.from.slice(0, prefixLength);
  const ownKeys = own?.table(prefix)?.sorted;
  let { from, to } = range;
  let limit = Math.min(options.expected ?? firstChunk, largestChunk);
  while (from < to) {
    const { version } = source;
    const chunk = source.read({ from, to }, { reverse: options.reverse, values: options.values, limit });
    const tables = tablesOf(source.layers, prefix);
    let last: Key | undefined;
    let stale = false;
    const entries = tables.length === 0 && !ownKeys ? chunk.entries : merged(chunk, { from, to }, tables, ownKeys, options.reverse);
    for (const entry of entries) {
      last = entry.key;
      const change = own && own.size > 0 ? own.get(entry.key) : undefined;
      if (change === null) continue;
      if (change !== undefined) yield { key: entry.key, value: change };
      else if (entry.value !== removed) yield entry;
      if (source.version !== version) {
        stale = true;
        break;
      }
    }
    if (!stale && chunk.complete) return;
    if (last === undefined) throw new Error('a chunk without entries is complete');
    if (options.reverse) to = last;
    else from = justAbove(last);
    limit = Math.min(limit * 2, largestChunk);
  }
}

/** Stands for a key that was removed, or that only `own` holds. */
const removed = Buffer.alloc(0);

const tablesOf = (layers: readonly Changes[], prefix: Key): TableChanges[] => {
  const tables: TableChanges[] = [];
  for (const layer of layers) {
    const table = layer.table(prefix);
    if (table) tables.push(table);
  }
  return tables;
};

interface Run {
  readonly keys: readonly Key[];
  readonly changes: ReadonlyMap<Key, Change> | undefined;
  place: number;
  readonly end: number;
}

/** Joins a chunk of the disk with the keys that lie above it, newest first, as far as the chunk reaches. */
function* merged(
  chunk: Chunk,
  range: KeyRange,
  tables: readonly TableChanges[],
  ownKeys: readonly Key[] | undefined,
  reverse: boolean,
): Generator<Entry> {
  const { entries } = chunk;
  const runs: Run[] = tables.map((table) => runOf(table.sorted, table.changes, range, reverse));
  if (ownKeys) runs.unshift(runOf(ownKeys, undefined, range, reverse));
  const step = reverse ? -1 : 1;
  let place = 0;
  for (;;) {
    const entry = entries[place];
    if (!entry && !chunk.complete) return;
    let key = entry?.key;
    for (const run of runs) {
      if (run.place === run.end) continue;
      const candidate = run.keys[run.place] as Key;
      if (key === undefined || (reverse ? candidate > key : candidate < key)) key = candidate;
    }
    if (key === undefined) return;
    let value = entry?.key === key ? entry.value : undefined;
    if (value) place += 1;
    for (let index = runs.length - 1; index >= 0; index -= 1) {
      const run = runs[index] as Run;
      if (run.place === run.end || run.keys[run.place] !== key) continue;
      run.place += step;
      const change = run.changes?.get(key);
      if (change !== undefined) value = change ?? removed;
    }
    yield { key, value: value ?? removed };
  }
}

const runOf = (keys: readonly Key[], changes: ReadonlyMap<Key, Change> | undefined, range: KeyRange, reverse: boolean): Run => {
  const [first, end] = placesWithin(keys, range);
  return reverse ? { keys, changes, place: end - 1, end: first - 1 } : { keys, changes, place: first, end };
};
