import { notSupported } from '../../errors.js';
import { Decimal128 } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import { ExactSum } from '../expressions/exact-sum.js';
import { int, intOrLong, isComputable, toDouble } from '../expressions/numbers.js';
import type { Accumulator } from './accumulator.js';

const refuseDecimal = (value: Value | undefined, name: string): void => {
  if (value instanceof Decimal128) notSupported(`${name} with Decimal128`);
};

/** `$sum`: other values than numbers count nothing. */
export class Sum implements Accumulator {
  readonly #sum = new ExactSum();

  add(value: Value | undefined): number {
    if (isComputable(value)) this.#sum.add(value);
    else refuseDecimal(value, '$sum');
    return 0;
  }

  result(): Value {
    return this.#sum.result();
  }
}

/** `$avg`: a double, or null without any number. */
export class Average implements Accumulator {
  readonly #sum = new ExactSum();
  #count = 0;

  add(value: Value | undefined): number {
    if (isComputable(value)) {
      this.#sum.add(value);
      this.#count += 1;
    } else refuseDecimal(value, '$avg');
    return 0;
  }

  result(): Value {
    return this.#count === 0 ? null : this.#sum.toDouble() / this.#count;
  }
}

/** `$stdDevPop` and `$stdDevSamp`, by Welford's method as in MongoDB. */
export class StandardDeviation implements Accumulator {
  readonly #isSample: boolean;
  #count = 0;
  #mean = 0;
  #squares = 0;

  constructor(isSample: boolean) {
    this.#isSample = isSample;
  }

  add(value: Value | undefined): number {
    refuseDecimal(value, this.#isSample ? '$stdDevSamp' : '$stdDevPop');
    if (!isComputable(value)) return 0;
    const number = toDouble(value);
    this.#count += 1;
    const difference = number - this.#mean;
    if (difference !== 0) {
      this.#mean += difference / this.#count;
      this.#squares += difference * (number - this.#mean);
    }
    return 0;
  }

  result(): Value {
    const divisor = this.#isSample ? this.#count - 1 : this.#count;
    return divisor <= 0 ? null : Math.sqrt(this.#squares / divisor);
  }
}

/** `$count`. */
export class Count implements Accumulator {
  #count = 0;

  add(): number {
    this.#count += 1;
    return 0;
  }

  result(): Value {
    return this.#count <= 0x7fff_ffff ? int(this.#count) : intOrLong(BigInt(this.#count));
  }
}
