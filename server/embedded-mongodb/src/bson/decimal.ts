import { Decimal128 } from './values.js';

/** A decimal number: `coefficient * 10 ** exponent`, negative or not; zero keeps its sign and exponent. */
export interface DecimalParts {
  readonly kind: 'finite' | 'infinite' | 'nan';
  readonly negative: boolean;
  readonly coefficient: bigint;
  readonly exponent: number;
}

const exponentBias = 6176;
const largestExponent = 6111;
const digitLimit = 34;
const coefficientLimit = 10n ** 34n;

const signBit = 1n << 63n;

export const decimalParts = (decimal: Decimal128): DecimalParts => {
  const view = new DataView(decimal.bytes.buffer, decimal.bytes.byteOffset, 16);
  const low = view.getBigUint64(0, true);
  const high = view.getBigUint64(8, true);
  const negative = (high & signBit) !== 0n;
  const combination = Number((high >> 58n) & 0x1fn);
  if (combination === 0x1f) return { kind: 'nan', negative, coefficient: 0n, exponent: 0 };
  if (combination === 0x1e) return { kind: 'infinite', negative, coefficient: 0n, exponent: 0 };
  const usesLargeForm = combination >= 0x18;
  if (usesLargeForm) {
    // Its coefficients exceed 34 digits; the format calls them non-canonical zeros.
    return { kind: 'finite', negative, coefficient: 0n, exponent: Number((high >> 47n) & 0x3fffn) - exponentBias };
  }
  const coefficient = ((high & 0x1ffffffffffffn) << 64n) | low;
  const exponent = Number((high >> 49n) & 0x3fffn) - exponentBias;
  return { kind: 'finite', negative, coefficient: coefficient < coefficientLimit ? coefficient : 0n, exponent };
};

const encodeParts = (negative: boolean, combined: bigint, coefficient: bigint): Decimal128 => {
  const bytes = new Uint8Array(16);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, coefficient & 0xffffffffffffffffn, true);
  view.setBigUint64(8, (negative ? signBit : 0n) | combined | (coefficient >> 64n), true);
  return new Decimal128(bytes);
};

export const decimalNaN = (): Decimal128 => encodeParts(false, 0x1fn << 58n, 0n);

export const decimalInfinity = (negative: boolean): Decimal128 => encodeParts(negative, 0x1en << 58n, 0n);

/** Drops the lowest `count` digits, rounding half to even. */
const roundAway = (coefficient: bigint, count: number): bigint => {
  const unit = 10n ** BigInt(count);
  const quotient = coefficient / unit;
  const twice = (coefficient % unit) * 2n;
  const roundsUp = twice > unit || (twice === unit && quotient % 2n === 1n);
  return roundsUp ? quotient + 1n : quotient;
};

/** The nearest Decimal128, half to even; too large becomes infinite, too small becomes zero. */
export const decimalFromParts = (negative: boolean, coefficient: bigint, exponent: number): Decimal128 => {
  const digits = coefficient === 0n ? 1 : coefficient.toString().length;
  const surplus = Math.max(digits - digitLimit, -exponentBias - exponent, 0);
  if (surplus > digits) return encodeParts(negative, 0n, 0n);
  let rounded = surplus === 0 ? coefficient : roundAway(coefficient, surplus);
  let place = exponent + surplus;
  if (rounded === coefficientLimit) {
    rounded /= 10n;
    place += 1;
  }
  if (place > largestExponent) {
    if (rounded === 0n) place = largestExponent;
    else {
      const shift = place - largestExponent;
      if (shift > digitLimit) return decimalInfinity(negative);
      rounded *= 10n ** BigInt(shift);
      place = largestExponent;
      if (rounded >= coefficientLimit) return decimalInfinity(negative);
    }
  }
  return encodeParts(negative, BigInt(Math.max(place, -exponentBias) + exponentBias) << 49n, rounded);
};

interface Dyadic {
  readonly negative: boolean;
  readonly mantissa: bigint;
  /** Power of two. */
  readonly exponent: number;
}

const scratch = new DataView(new ArrayBuffer(8));

/** A finite double as `mantissa * 2 ** exponent`, exactly. */
export const doubleParts = (value: number): Dyadic => {
  scratch.setFloat64(0, value);
  const bits = scratch.getBigUint64(0);
  const biased = Number((bits >> 52n) & 0x7ffn);
  const fraction = bits & 0xfffffffffffffn;
  return biased === 0
    ? { negative: bits >> 63n === 1n, mantissa: fraction, exponent: -1074 }
    : { negative: bits >> 63n === 1n, mantissa: fraction | 0x10000000000000n, exponent: biased - 1075 };
};

/** Compares the magnitudes `coefficient * 10 ** exponent` and `|double|` exactly. */
export const compareMagnitudes = (coefficient: bigint, exponent: number, double: number): number => {
  const { mantissa, exponent: power } = doubleParts(double);
  let left = coefficient;
  let right = mantissa;
  if (exponent >= 0) left *= 10n ** BigInt(exponent);
  else right *= 10n ** BigInt(-exponent);
  if (power >= 0) right <<= BigInt(power);
  else left <<= BigInt(-power);
  return left < right ? -1 : left > right ? 1 : 0;
};

/** The nearest double. */
export const decimalToDouble = (decimal: Decimal128): number => {
  const { kind, negative, coefficient, exponent } = decimalParts(decimal);
  if (kind === 'nan') return Number.NaN;
  if (kind === 'infinite') return negative ? -Infinity : Infinity;
  return Number(`${negative ? '-' : ''}${coefficient}e${exponent}`);
};
