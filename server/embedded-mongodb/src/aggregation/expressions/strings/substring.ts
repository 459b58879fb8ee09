import { MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNumeric } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import { coerceToLong } from '../coerce.js';
import { asInt32 } from '../numbers.js';
import type { Operators } from '../operator.js';
import { fixed } from '../operator.js';
import { textOf } from './text.js';

const byBytes = fixed(3, ([input, start, length], { name }) => {
  const bytes = Buffer.from(textOf(input));
  if (!isNumeric(start)) throw new MongoError(16034, `${name}:  starting index must be a numeric type (is BSON type ${typeName(start)})`);
  if (!isNumeric(length)) throw new MongoError(16035, `${name}:  length must be a numeric type (is BSON type ${typeName(length)})`);
  const from = Number(coerceToLong(start));
  const count = Number(coerceToLong(length));
  if (from < 0) throw new MongoError(50752, `${name}:  starting index must be non-negative (got: ${from})`);
  if (isContinuation(bytes[from])) throw new MongoError(28656, `${name}:  Invalid range, starting index is a UTF-8 continuation byte.`);
  const to = count < 0 ? bytes.length : from + count;
  if (from < bytes.length && isContinuation(bytes[to])) {
    throw new MongoError(28657, `${name}:  Invalid range, ending index is in the middle of a UTF-8 character.`);
  }
  return bytes.toString('utf8', from, to);
});

const isContinuation = (byte: number | undefined): boolean => byte !== undefined && (byte & 0xc0) === 0x80;

const byCodePoints = fixed(3, ([input, start, length], { name }) => {
  const text = textOf(input);
  const from = wholeNumber(start, `${name}: starting index`, 34450, 34451);
  const count = wholeNumber(length, `${name}: length`, 34452, 34453);
  if (count < 0) throw new MongoError(34454, `${name}: length must be a nonnegative integer.`);
  if (from < 0) throw new MongoError(34455, `${name}: the starting index must be nonnegative integer.`);
  return [...text].slice(from, from + count).join('');
});

const wholeNumber = (value: Value | undefined, subject: string, notNumeric: number, notWhole: number): number => {
  if (!isNumeric(value)) throw new MongoError(notNumeric, `${subject} must be a numeric type (is BSON type ${typeName(value)})`);
  const number = asInt32(value);
  if (number === undefined) throw new MongoError(notWhole, `${subject} cannot be represented as a 32-bit integral value: ${String(value)}`);
  return number;
};

export const substringOperators: Operators = { $substr: byBytes, $substrBytes: byBytes, $substrCP: byCodePoints };
