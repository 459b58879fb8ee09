import { notSupported } from '../../../errors.js';
import { decimalParts, decimalToDouble } from '../../../bson/decimal.js';
import { typeName } from '../../../bson/types.js';
import type { TypeName } from '../../../bson/types.js';
import { Binary, Decimal128, Int32, ObjectId, Timestamp } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import { dateOfObjectId } from '../date/arguments.js';
import { isoText } from '../date/iso-text.js';
import { parseDateText } from '../date/parse-text.js';
import { utc } from '../date/time-zone.js';
import { dateFrom } from '../date/date-value.js';
import { fitsInt64, greatestInt32, int, isTruthy, leastInt32, toDouble } from '../numbers.js';
import { doubleText } from '../strings/text.js';
import { conversionFailure } from './conversion-failure.js';

/** The types that `$convert` makes. */
export type Target = 'double' | 'string' | 'objectId' | 'bool' | 'date' | 'int' | 'long' | 'decimal';

/** Types that exist, but into which nothing can be converted. */
export interface UnreachableTarget {
  readonly unreachable: TypeName;
}

type Present = Exclude<Value, null>;

const unsupported = (value: Value, target: TypeName): never =>
  conversionFailure(`Unsupported conversion from ${typeName(value)} to ${target}`);

/** Converts a value that is neither null nor missing. */
export const convertValue = (value: Present, target: Target | UnreachableTarget): Value => {
  if (typeof target === 'object') return unsupported(value, target.unreachable);
  if (value instanceof Binary) return notSupported('the conversion of binary data');
  switch (target) {
    case 'double':
      return toDoubleValue(value);
    case 'string':
      return toText(value);
    case 'objectId':
      return toObjectId(value);
    case 'bool':
      return isTruthy(value);
    case 'date':
      return toDate(value);
    case 'int':
      return toInt(value);
    case 'long':
      return toLong(value);
    case 'decimal':
      return toDecimal(value);
  }
};

const toDoubleValue = (value: Present): Value => {
  if (typeof value === 'number') return value;
  if (value instanceof Int32 || typeof value === 'bigint') return toDouble(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Date) return value.getTime();
  if (value instanceof Decimal128) {
    const number = decimalToDouble(value);
    const isFinite = decimalParts(value).kind === 'finite';
    if (isFinite && (!Number.isFinite(number) || (number === 0 && decimalParts(value).coefficient !== 0n))) {
      conversionFailure(`Conversion would overflow target type`);
    }
    return number;
  }
  if (typeof value === 'string') return parseDouble(value);
  return unsupported(value, 'double');
};

const parseDouble = (text: string): number => {
  if (/^[+-]?0x/iu.test(text)) return notSupported('the conversion of a hexadecimal number');
  const special = /^([+-]?)(nan|inf|infinity)$/iu.exec(text);
  if (special) return special[2]?.toLowerCase() === 'nan' ? NaN : special[1] === '-' ? -Infinity : Infinity;
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/iu.test(text)) return numberFailure(text);
  const number = Number(text);
  if (!Number.isFinite(number)) numberFailure(text, 'Out of range');
  if (number === 0 && /[1-9]/u.test(text.replace(/e.*$/iu, ''))) numberFailure(text, 'Out of range');
  return number;
};

const numberFailure = (text: string, why = 'Did not consume whole string.'): never =>
  conversionFailure(`Failed to parse number '${text}': ${why}`);

/** A whole number of 64 bits; fractions are cut off. */
const wholeOf = (value: Present, target: 'int' | 'long'): bigint => {
  if (value instanceof Int32) return BigInt(value.value);
  if (typeof value === 'bigint') return value;
  if (typeof value === 'boolean') return value ? 1n : 0n;
  if (typeof value === 'number') {
    if (!Number.isFinite(value))
      return conversionFailure(`Attempt to convert ${Number.isNaN(value) ? 'NaN' : 'infinity'} value to integer type`);
    return BigInt(Math.trunc(value));
  }
  if (value instanceof Decimal128) return wholeOfDecimal(value);
  if (typeof value === 'string') return parseWhole(value);
  if (value instanceof Date && target === 'long') return BigInt(value.getTime());
  return unsupported(value, target);
};

const wholeOfDecimal = (value: Decimal128): bigint => {
  const { kind, negative, coefficient, exponent } = decimalParts(value);
  if (kind !== 'finite') return conversionFailure(`Attempt to convert ${kind === 'nan' ? 'NaN' : 'infinity'} value to integer type`);
  // More digits than this overflow 64 bits anyway.
  const magnitude = exponent >= 0 ? coefficient * 10n ** BigInt(Math.min(exponent, 40)) : coefficient / 10n ** BigInt(-exponent);
  return negative ? -magnitude : magnitude;
};

const parseWhole = (text: string): bigint => {
  if (!/^[+-]?\d+$/u.test(text)) return numberFailure(text);
  return BigInt(text.replace(/^\+/u, ''));
};

const overflow = (value: bigint): never => conversionFailure(`Conversion would overflow target type: ${value}`);

const toInt = (value: Present): Value => {
  const whole = wholeOf(value, 'int');
  return whole >= leastInt32 && whole <= greatestInt32 ? int(Number(whole)) : overflow(whole);
};

const toLong = (value: Present): Value => {
  const whole = wholeOf(value, 'long');
  return fitsInt64(whole) ? whole : overflow(whole);
};

const toDecimal = (value: Present): Value => {
  if (value instanceof Decimal128) return value;
  if (value instanceof Int32 || typeof value === 'bigint') return Decimal128.fromString(value.toString());
  if (typeof value === 'boolean') return Decimal128.fromString(value ? '1' : '0');
  if (value instanceof Date) return Decimal128.fromString(String(value.getTime()));
  if (typeof value === 'number' || typeof value === 'string') return notSupported(`the conversion of a ${typeName(value)} to decimal`);
  return unsupported(value, 'decimal');
};

const toText = (value: Present): Value => {
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'number') return doubleText(value);
  if (value instanceof Int32 || typeof value === 'bigint' || value instanceof Decimal128) return value.toString();
  if (value instanceof ObjectId) return value.toHexString();
  if (value instanceof Date) return isoText(value);
  return unsupported(value, 'string');
};

const toObjectId = (value: Present): Value => {
  if (value instanceof ObjectId) return value;
  if (typeof value !== 'string') return unsupported(value, 'objectId');
  if (!/^[0-9a-f]{24}$/iu.test(value)) return conversionFailure(`Failed to parse objectId '${value}'`);
  return ObjectId.createFromHexString(value);
};

const toDate = (value: Present): Value => {
  if (value instanceof Date) return value;
  if (typeof value === 'bigint') return dateFrom(value, '$toDate');
  if (typeof value === 'number' || value instanceof Decimal128) return dateFrom(millisecondsOf(value), '$toDate');
  if (value instanceof ObjectId) return dateOfObjectId(value);
  if (value instanceof Timestamp) return new Date(value.t * 1000);
  if (typeof value === 'string') return parseDateText(value, utc);
  return unsupported(value, 'date');
};

const millisecondsOf = (value: number | Decimal128): bigint => {
  const whole = wholeOf(value, 'long');
  return fitsInt64(whole) ? whole : overflow(whole);
};
