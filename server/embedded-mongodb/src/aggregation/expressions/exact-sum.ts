import { Int32 } from '../../bson/values.js';
import type { ComputableNumber } from './numbers.js';
import { fitsInt64, intOrLong } from './numbers.js';

/**
 * Adds numbers as MongoDB does: whole numbers exactly, doubles with the rounding errors kept (twice the precision of a double),
 * and the result in the widest type that was added, or a wider one where it would overflow.
 */
export class ExactSum {
  #whole = 0n;
  /** Part of the whole sum that is small enough for plain arithmetic. */
  #small = 0;
  #double = 0;
  #error = 0;
  #plain = 0;
  #hasLong = false;
  #hasDouble = false;

  add(value: ComputableNumber): void {
    if (value instanceof Int32) this.#addSmall(value.value);
    else if (typeof value === 'bigint') {
      this.#hasLong = true;
      this.#whole += value;
    } else {
      this.#hasDouble = true;
      this.#addDouble(value);
    }
  }

  /** Milliseconds of a date: a whole number that does not make the sum a 64-bit one. */
  addWhole(value: number): void {
    this.#whole += BigInt(value);
  }

  #addSmall(value: number): void {
    this.#small += value;
    if (this.#small > 2 ** 52 || this.#small < -(2 ** 52)) {
      this.#whole += BigInt(this.#small);
      this.#small = 0;
    }
  }

  #addDouble(value: number): void {
    this.#plain += value;
    const sum = this.#double + value;
    const part = sum - this.#double;
    this.#error += this.#double - (sum - part) + (value - part);
    this.#double = sum;
  }

  get #wholeSum(): bigint {
    return this.#whole + BigInt(this.#small);
  }

  /** The sum as a double. */
  toDouble(): number {
    if (!this.#hasDouble) return Number(this.#wholeSum);
    if (!Number.isFinite(this.#double)) return this.#plain;
    const whole = this.#wholeSum;
    if (whole === 0n) return this.#double + this.#error;
    const copy = new ExactSum();
    copy.#double = this.#double;
    copy.#error = this.#error;
    const high = (whole / 2n ** 32n) * 2n ** 32n;
    copy.#addDouble(Number(whole - high));
    copy.#addDouble(Number(high));
    return copy.#double + copy.#error;
  }

  /** The sum rounded to a whole number of 64 bits, half away from zero; `undefined` where it does not fit. */
  toWhole(): bigint | undefined {
    if (!this.#hasDouble) return fitsInt64(this.#wholeSum) ? this.#wholeSum : undefined;
    if (!Number.isFinite(this.#double)) return undefined;
    const cut = Math.trunc(this.#double);
    const total = this.#wholeSum + BigInt(cut) + roundHalfAway(this.#double - cut + this.#error);
    return fitsInt64(total) ? total : undefined;
  }

  /** The sum in the narrowest type that MongoDB answers with. */
  result(): ComputableNumber {
    if (this.#hasDouble) return this.toDouble();
    const whole = this.#wholeSum;
    if (this.#hasLong) return fitsInt64(whole) ? whole : Number(whole);
    return fitsInt64(whole) ? intOrLong(whole) : Number(whole);
  }
}

const roundHalfAway = (value: number): bigint => BigInt(value < 0 ? -Math.round(-value) : Math.round(value));
