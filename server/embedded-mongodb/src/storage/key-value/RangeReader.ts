import type { RootDatabase, Transaction } from 'lmdb';
import type { Key, KeyRange } from './keys.js';

interface Bounds {
  start: Key;
  end: Key;
  reverse: boolean;
  exclusiveStart: boolean;
  inclusiveEnd: boolean;
  transaction: Transaction | undefined;
}

interface Iterable<Item> {
  iterate(): Iterator<Item>;
}

/**
 * Reads ranges of keys, again and again with one of LMDB's range objects: it takes its bounds anew at each start, and making one
 * takes longer than reading a few keys.
 */
export class RangeReader<Item> {
  readonly #bounds: Bounds = { start: '', end: '', reverse: false, exclusiveStart: false, inclusiveEnd: false, transaction: undefined };
  readonly #range: Iterable<Item>;

  private constructor(rangeOf: (bounds: Bounds) => unknown) {
    this.#range = rangeOf(this.#bounds) as Iterable<Item>;
  }

  static ofKeys(database: RootDatabase<Buffer, Key>): RangeReader<Key> {
    return new RangeReader((bounds) => database.getKeys(bounds as Parameters<typeof database.getKeys>[0]));
  }

  static ofEntries(database: RootDatabase<Buffer, Key>): RangeReader<{ key: Key; value: Buffer }> {
    return new RangeReader((bounds) => database.getRange(bounds as Parameters<typeof database.getRange>[0]));
  }

  /** Hands over item by item, until `take` says that it has enough. Returns whether the end of the range was reached. */
  read({ from, to }: KeyRange, reverse: boolean, transaction: Transaction | undefined, take: (item: Item) => boolean): boolean {
    const bounds = this.#bounds;
    bounds.start = reverse ? to : from;
    bounds.end = reverse ? from : to;
    bounds.reverse = reverse;
    bounds.exclusiveStart = reverse;
    bounds.inclusiveEnd = reverse;
    bounds.transaction = transaction;
    const iterator = this.#range.iterate();
    for (let result = iterator.next(); !result.done; result = iterator.next()) {
      if (take(result.value)) continue;
      iterator.return?.();
      return false;
    }
    return true;
  }
}
