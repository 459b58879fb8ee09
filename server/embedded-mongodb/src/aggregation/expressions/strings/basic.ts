import { MongoError } from '../../../errors.js';
import { compareStrings } from '../../../bson/compare.js';
import { typeName } from '../../../bson/types.js';
import { isNullish } from '../../../bson/values.js';
import { int } from '../numbers.js';
import type { Operators } from '../operator.js';
import { binary, unary, variadic } from '../operator.js';
import { checkLength, lowerCase, textOf, upperCase } from './text.js';

const concatenate = variadic((operands) => {
  let text = '';
  for (const value of operands) {
    if (isNullish(value)) return null;
    if (typeof value !== 'string') throw new MongoError(16702, `$concat only supports strings, not ${typeName(value)}`);
    text += value;
  }
  return checkLength(text);
});

/** How many code points a text has. */
export const countCodePoints = (text: string): number => {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
};

export const basicStringOperators: Operators = {
  $concat: concatenate,
  $toUpper: unary((value) => upperCase(textOf(value))),
  $toLower: unary((value) => lowerCase(textOf(value))),
  $strcasecmp: binary((left, right) => int(compareStrings(upperCase(textOf(left)), upperCase(textOf(right))))),
  $strLenBytes: unary((value) => {
    if (typeof value !== 'string') throw new MongoError(34473, `$strLenBytes requires a string argument, found: ${typeName(value)}`);
    return int(Buffer.byteLength(value));
  }),
  $strLenCP: unary((value) => {
    if (typeof value !== 'string') throw new MongoError(34471, `$strLenCP requires a string argument, found: ${typeName(value)}`);
    return int(countCodePoints(value));
  }),
};
