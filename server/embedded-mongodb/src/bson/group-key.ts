import { decimalToDouble } from './decimal.js';
import { compareNumbers } from './compare-numbers.js';
import { encodeKey } from './keys.js';
import { BSONSymbol, Decimal128, Int32, ObjectId } from './values.js';
import type { Value } from './values.js';

const ascending = [false];

/** A string that is the same for two values exactly when `compareValues` calls them equal; only missing and undefined differ. */
export const groupKey = (value: Value | undefined): string => {
  switch (typeof value) {
    case 'undefined':
      return '';
    case 'string':
      return `s${value}`;
    case 'boolean':
      return value ? 't' : 'f';
    case 'number':
      return numberKey(value);
    case 'bigint':
      return Number.isSafeInteger(Number(value)) ? numberKey(Number(value)) : encoded(value);
    default:
      return objectKey(value);
  }
};

/** Beyond 2 ** 53 one double and several integers share a decimal notation. */
const numberKey = (value: number): string => (Number.isSafeInteger(value) ? `n${value === 0 ? 0 : value}` : encoded(value));

const objectKey = (value: Exclude<Value, string | number | bigint | boolean>): string => {
  if (value instanceof Int32) return `n${value.value}`;
  if (value instanceof ObjectId) return `o${value.toHexString()}`;
  if (value instanceof Date) return `d${value.getTime()}`;
  if (value instanceof Decimal128) return decimalKey(value);
  if (value instanceof BSONSymbol) return `s${value.value}`;
  return encoded(value);
};

const decimalKey = (value: Decimal128): string => {
  const double = decimalToDouble(value);
  return Number.isSafeInteger(double) && compareNumbers(value, double) === 0 ? numberKey(double) : encoded(value);
};

const encoded = (value: Value): string => `k${encodeKey([value], ascending).toString('latin1')}`;
