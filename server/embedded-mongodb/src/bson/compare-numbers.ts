import { compareMagnitudes, decimalParts, doubleParts } from './decimal.js';
import { Decimal128, Int32 } from './values.js';
import type { DecimalParts } from './decimal.js';
import type { Numeric } from './values.js';

/** The exact order of numbers of any type: NaN before all others, the two zeros equal. */
export const compareNumbers = (a: Numeric, b: Numeric): number => {
  if (a instanceof Decimal128 || b instanceof Decimal128) return compareWithDecimal(a, b);
  const left = a instanceof Int32 ? a.value : a;
  const right = b instanceof Int32 ? b.value : b;
  if (left < right) return -1;
  if (left > right) return 1;
  if (left === right) return 0;
  return compareLeftovers(left, right);
};

/** What `<` and `>` leave open: NaN, or a bigint that equals a double. */
const compareLeftovers = (left: number | bigint, right: number | bigint): number => {
  const leftIsNaN = Number.isNaN(left);
  const rightIsNaN = Number.isNaN(right);
  if (leftIsNaN || rightIsNaN) return Number(rightIsNaN) - Number(leftIsNaN);
  return 0;
};

const compareWithDecimal = (a: Numeric, b: Numeric): number => {
  const left = partsOf(a);
  const right = partsOf(b);
  const leftClass = classOf(left);
  const rightClass = classOf(right);
  if (leftClass !== rightClass) return leftClass < rightClass ? -1 : 1;
  if (leftClass !== positive && leftClass !== negative) return 0;
  const magnitude = compareFinite(a, b, left, right);
  return leftClass === negative ? 0 - magnitude : magnitude;
};

const negative = 2;
const positive = 4;

/** NaN, minus infinity, negative, zero, positive, infinity. */
const classOf = (parts: DecimalParts): number => {
  if (parts.kind === 'nan') return 0;
  if (parts.kind === 'infinite') return parts.negative ? 1 : 5;
  if (parts.coefficient === 0n) return 3;
  return parts.negative ? negative : positive;
};

const compareFinite = (a: Numeric, b: Numeric, left: DecimalParts, right: DecimalParts): number => {
  if (typeof a === 'number') return 0 - compareMagnitudes(right.coefficient, right.exponent, a);
  if (typeof b === 'number') return compareMagnitudes(left.coefficient, left.exponent, b);
  return compareScaled(left, right);
};

/** Compares the magnitudes of two finite decimals. */
const compareScaled = (left: DecimalParts, right: DecimalParts): number => {
  const gap = left.exponent - right.exponent;
  const leftScaled = gap > 0 ? left.coefficient * 10n ** BigInt(gap) : left.coefficient;
  const rightScaled = gap < 0 ? right.coefficient * 10n ** BigInt(-gap) : right.coefficient;
  return leftScaled < rightScaled ? -1 : leftScaled > rightScaled ? 1 : 0;
};

/** A double's own digits are not needed here: only its class, and that it is not zero. */
const partsOf = (value: Numeric): DecimalParts => {
  if (value instanceof Decimal128) return decimalParts(value);
  if (typeof value === 'number') {
    if (Number.isNaN(value)) return { kind: 'nan', negative: false, coefficient: 0n, exponent: 0 };
    if (!Number.isFinite(value)) return { kind: 'infinite', negative: value < 0, coefficient: 0n, exponent: 0 };
    return { kind: 'finite', negative: value < 0, coefficient: doubleParts(value).mantissa, exponent: 0 };
  }
  const integer = value instanceof Int32 ? BigInt(value.value) : value;
  return { kind: 'finite', negative: integer < 0n, coefficient: integer < 0n ? -integer : integer, exponent: 0 };
};
