import { decimalParts } from '../../bson/decimal.js';
import { BsonUndefined, Decimal128, Int32 } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';

/** The numbers that this server computes with; Decimal128 is refused. */
export type ComputableNumber = number | Int32 | bigint;

export const leastInt32 = -0x8000_0000;
export const greatestInt32 = 0x7fff_ffff;
export const leastInt64 = -(2n ** 63n);
export const greatestInt64 = 2n ** 63n - 1n;

export const isComputable = (value: Value | undefined): value is ComputableNumber =>
  typeof value === 'number' || value instanceof Int32 || typeof value === 'bigint';

export const isInteger = (value: Value | undefined): value is Int32 | bigint => value instanceof Int32 || typeof value === 'bigint';

export const toDouble = (value: ComputableNumber): number => (value instanceof Int32 ? value.value : Number(value));

export const toBigInt = (value: Int32 | bigint): bigint => (typeof value === 'bigint' ? value : BigInt(value.value));

export const int = (value: number): Int32 => new Int32(value);

export const fitsInt64 = (value: bigint): boolean => value >= leastInt64 && value <= greatestInt64;

/** The narrowest integer type that holds the value, as MongoDB answers for sums of 32-bit integers. */
export const intOrLong = (value: bigint): Int32 | bigint =>
  value >= -0x8000_0000n && value <= 0x7fff_ffffn ? new Int32(Number(value)) : value;

/** A double cut to an integer, held within 64 bits as a saturating conversion does. */
export const doubleToBigInt = (value: number): bigint => {
  if (Number.isNaN(value)) return 0n;
  if (value >= 2 ** 63) return greatestInt64;
  if (value < -(2 ** 63)) return leastInt64;
  return BigInt(Math.trunc(value));
};

/** The value as a whole number in the range of 32-bit integers, whatever its numeric type; else `undefined`. */
export const asInt32 = (value: Value | undefined): number | undefined => {
  const number = asSafeInteger(value);
  return number !== undefined && number >= leastInt32 && number <= greatestInt32 ? number : undefined;
};

/** The value as a whole number of 64 bits, whatever its numeric type; else `undefined`. */
export const asInt64 = (value: Value | undefined): bigint | undefined => {
  if (value instanceof Int32) return BigInt(value.value);
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? BigInt(value) : undefined;
  if (!(value instanceof Decimal128)) return undefined;
  const { kind, negative, coefficient, exponent } = decimalParts(value);
  if (kind !== 'finite' || exponent > 19) return undefined;
  const unit = 10n ** BigInt(Math.abs(exponent));
  if (exponent < 0 && coefficient % unit !== 0n) return undefined;
  const whole = (exponent < 0 ? coefficient / unit : coefficient * unit) * (negative ? -1n : 1n);
  return fitsInt64(whole) ? whole : undefined;
};

/** The value as a whole number that a double holds exactly; else `undefined`. */
export const asSafeInteger = (value: Value | undefined): number | undefined => {
  if (value instanceof Int32) return value.value;
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value + 0 : undefined;
  const whole = asInt64(value);
  return whole !== undefined && Number.isSafeInteger(Number(whole)) ? Number(whole) : undefined;
};

/** What MongoDB takes for true: everything but false, null, missing and zero. */
export const isTruthy = (value: Value | undefined): boolean => {
  if (value === undefined || value === null || value === false) return false;
  switch (typeof value) {
    case 'boolean':
    case 'string':
      return true;
    case 'number':
      return value !== 0;
    case 'bigint':
      return value !== 0n;
    default:
      return isTruthyObject(value);
  }
};

const isTruthyObject = (value: Exclude<Value, null | boolean | string | number | bigint>): boolean => {
  if (value instanceof Int32) return value.value !== 0;
  if (value instanceof Decimal128) {
    const parts = decimalParts(value);
    return parts.kind !== 'finite' || parts.coefficient !== 0n;
  }
  return !(value instanceof BsonUndefined);
};
