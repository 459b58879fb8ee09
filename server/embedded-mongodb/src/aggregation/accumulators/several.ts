import { compareValues } from '../../bson/compare.js';
import { isNullish } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import type { Collation } from '../../query/collation.js';
import type { Sort } from '../../query/sort.js';
import { memoryOf } from '../memory.js';
import type { Accumulator } from './accumulator.js';

/** `$firstN`. */
export class FirstSeveral implements Accumulator {
  readonly #values: Value[] = [];
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  add(value: Value | undefined): number {
    if (this.#values.length >= this.#count) return 0;
    this.#values.push(value ?? null);
    return memoryOf(value);
  }

  result(): Value {
    return this.#values;
  }
}

/** `$lastN`. */
export class LastSeveral implements Accumulator {
  #values: Value[] = [];
  readonly #count: number;

  constructor(count: number) {
    this.#count = count;
  }

  add(value: Value | undefined): number {
    this.#values.push(value ?? null);
    if (this.#values.length >= 2 * this.#count + 64) this.#values = this.#values.slice(-this.#count);
    return this.#values.length <= this.#count ? memoryOf(value) : 0;
  }

  result(): Value {
    return this.#values.slice(-this.#count);
  }
}

interface Entry {
  readonly document: Document;
  readonly value: Value;
}

/** Keeps the first few in an order; of equal ones those that came first. */
class Best {
  #entries: Entry[] = [];

  constructor(
    private readonly count: number,
    private readonly compare: (a: Entry, b: Entry) => number,
  ) {}

  add(entry: Entry): number {
    this.#entries.push(entry);
    if (this.#entries.length >= 2 * this.count + 64) this.#shorten();
    return this.#entries.length <= this.count ? memoryOf(entry.value) + memoryOf(entry.document) : 0;
  }

  #shorten(): void {
    this.#entries = this.#entries.sort(this.compare).slice(0, this.count);
  }

  values(): Value[] {
    this.#shorten();
    return this.#entries.map((entry) => entry.value);
  }
}

const noDocument: Document = new Map();

/** `$minN` (sign 1) and `$maxN` (sign -1): null and missing do not count. */
export class ExtremeSeveral implements Accumulator {
  readonly #best: Best;

  constructor(count: number, sign: 1 | -1, collation: Collation | undefined) {
    this.#best = new Best(count, (a, b) => sign * compareValues(a.value, b.value, collation));
  }

  add(value: Value | undefined): number {
    return isNullish(value) ? 0 : this.#best.add({ document: noDocument, value });
  }

  result(): Value {
    return this.#best.values();
  }
}

/** `$topN`, and `$top` where `isSingle`. */
export class Top implements Accumulator {
  readonly #best: Best;
  readonly #isSingle: boolean;

  constructor(count: number, sort: Sort, isSingle: boolean) {
    this.#best = new Best(count, (a, b) => sort.compare(a.document, b.document));
    this.#isSingle = isSingle;
  }

  add(value: Value | undefined, document: Document): number {
    return this.#best.add({ document, value: value ?? null });
  }

  result(): Value {
    const values = this.#best.values();
    return this.#isSingle ? (values[0] ?? null) : values;
  }
}

/** `$bottomN`, and `$bottom` where `isSingle`: the last few, in the order of the sort. */
export class Bottom implements Accumulator {
  readonly #best: Best;
  readonly #isSingle: boolean;

  constructor(count: number, sort: Sort, isSingle: boolean) {
    this.#best = new Best(count, (a, b) => sort.compare(b.document, a.document));
    this.#isSingle = isSingle;
  }

  add(value: Value | undefined, document: Document): number {
    return this.#best.add({ document, value: value ?? null });
  }

  result(): Value {
    const values = this.#best.values().reverse();
    return this.#isSingle ? (values[0] ?? null) : values;
  }
}
