import { MongoError, notSupported } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { BSONSymbol, Code, Decimal128, Int32, isNullish, Timestamp } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import { isoText } from '../date/iso-text.js';

/** The text that string operators take a value for; null and missing are empty. Types without one are a MongoError 16007. */
export const textOf = (value: Value | undefined): string => {
  if (typeof value === 'string') return value;
  if (isNullish(value)) return '';
  if (typeof value === 'number') return doubleText(value);
  if (value instanceof Int32 || typeof value === 'bigint' || value instanceof Decimal128) return value.toString();
  if (value instanceof Date) return isoText(value);
  if (value instanceof BSONSymbol) return value.value;
  if (value instanceof Code) return value.code;
  if (value instanceof Timestamp) return notSupported('a timestamp as a string');
  throw new MongoError(16007, `can't convert from BSON type ${typeName(value)} to String`);
};

/** A double as MongoDB writes it: the fewest digits that tell it apart, with an exponent outside 1e-4 to 1e16. */
export const doubleText = (value: number): string => {
  if (!Number.isFinite(value) || value === 0) return Object.is(value, -0) ? '-0' : String(value);
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  const power = Number(exponent);
  if (power >= -4 && power < 16) return plainText(digits, power);
  const sign = power < 0 ? '-' : '+';
  return `${digits}e${sign}${String(Math.abs(power)).padStart(2, '0')}`;
};

const plainText = (digits: string, power: number): string => {
  const sign = digits.startsWith('-') ? '-' : '';
  const significant = digits.replace('-', '').replace('.', '');
  if (power < 0) return `${sign}0.${'0'.repeat(-power - 1)}${significant}`;
  if (significant.length <= power + 1) return sign + significant.padEnd(power + 1, '0');
  return `${sign}${significant.slice(0, power + 1)}.${significant.slice(power + 1)}`;
};

/** Changes only the letters of ASCII, as MongoDB does. */
export const upperCase = (text: string): string => text.replace(/[a-z]+/gu, (letters) => letters.toUpperCase());
export const lowerCase = (text: string): string => text.replace(/[A-Z]+/gu, (letters) => letters.toLowerCase());

const longestString = 16 * 1024 * 1024;

/** Throws where a string is longer than a value may be. */
export const checkLength = (text: string): string => {
  // A unit of UTF-16 takes three bytes at most.
  if (text.length * 3 >= longestString && Buffer.byteLength(text) >= longestString) {
    throw new MongoError(16493, 'Tried to create string longer than 16MB');
  }
  return text;
};
