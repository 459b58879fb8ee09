import { fail, MongoError } from '../../errors.js';
import { compareValues } from '../../bson/compare.js';
import { typeName } from '../../bson/types.js';
import { isNullish } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import type { Collation } from '../../query/collation.js';
import { memoryOf } from '../memory.js';
import { valueKey } from '../value-key.js';
import type { Accumulator } from './accumulator.js';

/** What one accumulator may hold, as in MongoDB. */
const memoryLimit = 100 * 1024 * 1024;

/** Counts the bytes of one accumulator; past the limit it is a MongoError 146. */
class Holding {
  readonly #name: string;
  #bytes = 0;

  constructor(name: string) {
    this.#name = name;
  }

  grow(value: Value): number {
    const bytes = memoryOf(value);
    this.#bytes += bytes;
    if (this.#bytes > memoryLimit) {
      fail('ExceededMemoryLimit', `${this.#name} used too much memory and cannot spill to disk. Memory limit: ${memoryLimit} bytes`);
    }
    return bytes;
  }
}

/** `$push`: a missing value is left out. */
export class Push implements Accumulator {
  readonly #values: Value[] = [];
  readonly #holding = new Holding('$push');

  add(value: Value | undefined): number {
    if (value === undefined) return 0;
    this.#values.push(value);
    return this.#holding.grow(value);
  }

  result(): Value {
    return this.#values;
  }
}

/** `$addToSet`: in the order in which the values first came. */
export class AddToSet implements Accumulator {
  readonly #values = new Map<string, Value>();
  readonly #holding = new Holding('$addToSet');
  readonly #collation: Collation | undefined;

  constructor(collation: Collation | undefined) {
    this.#collation = collation;
  }

  add(value: Value | undefined): number {
    if (value === undefined) return 0;
    const key = valueKey(value, this.#collation);
    if (this.#values.has(key)) return 0;
    this.#values.set(key, value);
    return this.#holding.grow(value);
  }

  result(): Value {
    return [...this.#values.values()];
  }
}

/** `$min` and `$max`: null and missing do not count; of equal values the first stays. */
export class Extreme implements Accumulator {
  readonly #sign: 1 | -1;
  readonly #collation: Collation | undefined;
  #value: Value = null;
  #isSet = false;

  constructor(sign: 1 | -1, collation: Collation | undefined) {
    this.#sign = sign;
    this.#collation = collation;
  }

  add(value: Value | undefined): number {
    if (isNullish(value)) return 0;
    if (!this.#isSet || compareValues(value, this.#value, this.#collation) * this.#sign > 0) {
      this.#isSet = true;
      this.#value = value;
    }
    return 0;
  }

  result(): Value {
    return this.#value;
  }
}

/** `$first`. */
export class First implements Accumulator {
  #value: Value = null;
  #isSet = false;

  add(value: Value | undefined): number {
    if (this.#isSet) return 0;
    this.#isSet = true;
    this.#value = value ?? null;
    return memoryOf(value);
  }

  result(): Value {
    return this.#value;
  }
}

/** `$last`. */
export class Last implements Accumulator {
  #value: Value = null;

  add(value: Value | undefined): number {
    this.#value = value ?? null;
    return 0;
  }

  result(): Value {
    return this.#value;
  }
}

/** `$mergeObjects`: later fields replace earlier ones in their places. */
export class MergeObjects implements Accumulator {
  readonly #merged: Document = new Map();
  readonly #codeForOthers: number;

  /** @param codeForOthers the code of the error for what is no object. */
  constructor(codeForOthers: number) {
    this.#codeForOthers = codeForOthers;
  }

  add(value: Value | undefined): number {
    if (isNullish(value)) return 0;
    if (!(value instanceof Map)) {
      throw new MongoError(this.#codeForOthers, `$mergeObjects requires object inputs, but input is of type ${typeName(value)}`);
    }
    for (const [name, each] of value) this.#merged.set(name, each);
    return memoryOf(value);
  }

  result(): Value {
    return this.#merged;
  }
}
