import { MongoError } from '../../errors.js';
import { decimalToDouble } from '../../bson/decimal.js';
import { typeName } from '../../bson/types.js';
import { Decimal128, Int32 } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';

/** A number cut to 64 bits: out of range is a MongoError 31109, another type 16004. */
export const coerceToLong = (value: Value | undefined): bigint => {
  if (value instanceof Int32) return BigInt(value.value);
  if (typeof value === 'bigint') return value;
  if (typeof value !== 'number' && !(value instanceof Decimal128)) {
    throw new MongoError(16004, `can't convert from BSON type ${typeName(value)} to long`);
  }
  const number = typeof value === 'number' ? value : decimalToDouble(value);
  if (Number.isNaN(number) || number >= 2 ** 63 || number < -(2 ** 63)) {
    throw new MongoError(31109, `Can't coerce out of range value ${String(value)} to long`);
  }
  return BigInt(Math.trunc(number));
};
