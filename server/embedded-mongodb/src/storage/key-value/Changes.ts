import { prefixLength } from './keys.js';
import type { Key, KeyRange } from './keys.js';

/** A value, or null where the key was removed. */
export type Change = Buffer | null;

/** Keys put and removed, by key and in key order, before they reach the disk. */
export class Changes {
  readonly #tables = new Map<string, TableChanges>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  set(key: Key, change: Change): void {
    const prefix = key.slice(0, prefixLength);
    let table = this.#tables.get(prefix);
    if (!table) this.#tables.set(prefix, (table = new TableChanges()));
    if (table.set(key, change)) this.#size += 1;
  }

  /** `undefined`: this key was not touched. */
  get(key: Key): Change | undefined {
    return this.#tables.get(key.slice(0, prefixLength))?.changes.get(key);
  }

  /** `undefined`: nothing of this table was touched. */
  table(prefix: Key): TableChanges | undefined {
    return this.#tables.get(prefix);
  }

  /** Takes over all changes of `later`, which happened after these. */
  absorb(later: Changes): void {
    for (const [prefix, theirs] of later.#tables) {
      let mine = this.#tables.get(prefix);
      if (!mine) this.#tables.set(prefix, (mine = new TableChanges()));
      for (const [key, change] of theirs.changes) if (mine.set(key, change)) this.#size += 1;
    }
  }

  *[Symbol.iterator](): Generator<readonly [Key, Change]> {
    for (const table of this.#tables.values()) yield* table.changes;
  }
}

/** The changes within one table. */
export class TableChanges {
  readonly changes = new Map<Key, Change>();
  /** Never altered in place: an iteration that began keeps its own. */
  #sorted: readonly Key[] = [];
  #unsorted: Key[] = [];

  /** Says whether the key is new here. */
  set(key: Key, change: Change): boolean {
    const before = this.changes.size;
    this.changes.set(key, change);
    if (this.changes.size === before) return false;
    this.#unsorted.push(key);
    return true;
  }

  /** The touched keys in order. */
  get sorted(): readonly Key[] {
    if (this.#unsorted.length > 0) {
      this.#sorted = merge(this.#sorted, this.#unsorted.sort());
      this.#unsorted = [];
    }
    return this.#sorted;
  }
}

/** The place of the first key that is not below `key`. */
export const lowerBound = (sorted: readonly Key[], key: Key): number => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as Key) < key) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Places of the keys of a range: from the first (inclusive) to the last (exclusive). */
export const placesWithin = (sorted: readonly Key[], range: KeyRange): [number, number] => [
  lowerBound(sorted, range.from),
  lowerBound(sorted, range.to),
];

const merge = (left: readonly Key[], right: readonly Key[]): readonly Key[] => {
  if (left.length === 0) return right;
  if ((left[left.length - 1] as Key) < (right[0] as Key)) return left.concat(right);
  const merged = new Array<Key>(left.length + right.length);
  let i = 0;
  let j = 0;
  for (let place = 0; place < merged.length; place += 1) {
    const takeLeft = j >= right.length || (i < left.length && (left[i] as Key) < (right[j] as Key));
    merged[place] = (takeLeft ? left[i++] : right[j++]) as Key;
  }
  return merged;
};
