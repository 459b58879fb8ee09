import { compareNumbers } from '../bson/compare-numbers.js';
import { decimalParts, decimalToDouble } from '../bson/decimal.js';
import { Decimal128, Int32, isNumeric } from '../bson/values.js';
import type { Numeric, Value } from '../bson/values.js';

const least = -(2n ** 63n);
const greatest = 2n ** 63n - 1n;

/** Cut towards zero to a 64-bit integer; `undefined` for NaN, infinity and what lies beyond 64 bits. */
export const truncatedInteger = (value: Numeric): bigint | undefined => {
  if (typeof value === 'bigint') return value;
  if (value instanceof Int32) return BigInt(value.value);
  const double = value instanceof Decimal128 ? decimalToDouble(value) : value;
  if (!Number.isFinite(double)) return undefined;
  const integer = value instanceof Decimal128 ? truncatedDecimal(value) : BigInt(Math.trunc(double));
  return integer < least || integer > greatest ? undefined : integer;
};

const truncatedDecimal = (value: Decimal128): bigint => {
  const { negative, coefficient, exponent } = decimalParts(value);
  const magnitude = exponent >= 0 ? coefficient * 10n ** BigInt(exponent) : coefficient / 10n ** BigInt(-exponent);
  return negative ? -magnitude : magnitude;
};

/** A number of any type that is exactly a 64-bit integer; `undefined` otherwise. */
export const exactInteger = (value: Value | undefined): bigint | undefined => {
  if (!isNumeric(value)) return undefined;
  const integer = truncatedInteger(value);
  return integer !== undefined && compareNumbers(integer, value) === 0 ? integer : undefined;
};

/** Cut towards zero and held within 32 bits, as MongoDB coerces numbers; NaN becomes 0. */
export const saturatedInt32 = (value: Numeric): number => {
  if (value instanceof Int32) return value.value;
  const double = value instanceof Decimal128 ? decimalToDouble(value) : Number(value);
  if (Number.isNaN(double)) return 0;
  return Math.trunc(Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, double)));
};
