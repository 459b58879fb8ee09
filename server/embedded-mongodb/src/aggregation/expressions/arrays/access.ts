import { MongoError } from '../../../errors.js';
import { equalValues } from '../../../bson/compare.js';
import { typeName } from '../../../bson/types.js';
import { isNullish, isNumeric } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import { asInt32, int } from '../numbers.js';
import type { Operators } from '../operator.js';
import { binary, ranged, unary } from '../operator.js';

const elementAt = binary((array, index) => {
  if (isNullish(array) || isNullish(index)) return null;
  if (!Array.isArray(array)) throw new MongoError(28689, `$arrayElemAt's first argument must be an array, but is ${typeName(array)}`);
  if (!isNumeric(index)) throw new MongoError(28690, `$arrayElemAt's second argument must be a numeric value, but is ${typeName(index)}`);
  const place = asInt32(index);
  if (place === undefined) {
    throw new MongoError(28691, `$arrayElemAt's second argument must be representable as a 32-bit integer: ${String(index)}`);
  }
  return array.at(place);
});

const endElement = (place: 0 | -1) =>
  unary((array, { name }) => {
    if (isNullish(array)) return null;
    if (!Array.isArray(array)) throw new MongoError(28689, `${name}'s argument must be an array, but is ${typeName(array)}`);
    return array.at(place);
  });

const slice = ranged(2, 3, (operands) => {
  const [array, first, second] = operands;
  if (isNullish(array) || isNullish(first) || (operands.length === 3 && isNullish(second))) return null;
  if (!Array.isArray(array)) throw new MongoError(28724, `First argument to $slice must be an array, but is of type: ${typeName(array)}`);
  const position = sliceNumber(first, 'Second', 28725, 28726);
  if (operands.length === 2) return position >= 0 ? array.slice(0, position) : array.slice(position);
  const start = position < 0 ? Math.max(0, array.length + position) : position;
  const count = sliceNumber(second, 'Third', 28727, 28728);
  if (count <= 0) throw new MongoError(28729, `Third argument to $slice must be positive: ${count}`);
  return array.slice(start, start + count);
});

const sliceNumber = (value: Value | undefined, which: string, notNumeric: number, notWhole: number): number => {
  if (!isNumeric(value))
    throw new MongoError(notNumeric, `${which} argument to $slice must be numeric, but is of type: ${typeName(value)}`);
  const number = asInt32(value);
  if (number === undefined)
    throw new MongoError(notWhole, `${which} argument to $slice can't be represented as a 32-bit integer: ${String(value)}`);
  return number;
};

const size = unary((array) => {
  if (!Array.isArray(array)) throw new MongoError(17124, `The argument to $size must be an array, but was of type: ${typeName(array)}`);
  return int(array.length);
});

const isIn = binary((value, array, { collation }) => {
  if (!Array.isArray(array)) throw new MongoError(40081, `$in requires an array as a second argument, found: ${typeName(array)}`);
  return array.some((element) => equalValues(element, value, collation));
});

const indexOf = ranged(2, 4, (operands, { collation }) => {
  const [array, value] = operands;
  if (isNullish(array)) return null;
  if (!Array.isArray(array)) throw new MongoError(40090, `$indexOfArray requires an array as a first argument, found: ${typeName(array)}`);
  const start = operands.length > 2 ? searchBound(operands[2], 'starting') : 0;
  const end = Math.min(array.length, operands.length > 3 ? searchBound(operands[3], 'ending') : array.length);
  for (let index = start; index < end; index += 1) if (equalValues(array[index], value, collation)) return int(index);
  return int(-1);
});

const searchBound = (value: Value | undefined, which: string): number => {
  const index = asInt32(value);
  if (index === undefined) {
    throw new MongoError(
      40096,
      `$indexOfArray requires an integral ${which} index, found a value of type: ${typeName(value)}, with value: "${String(value)}"`,
    );
  }
  if (index < 0) throw new MongoError(40097, `$indexOfArray requires a nonnegative ${which} index, found: ${index}`);
  return index;
};

export const arrayAccessOperators: Operators = {
  $arrayElemAt: elementAt,
  $first: endElement(0),
  $last: endElement(-1),
  $slice: slice,
  $size: size,
  $isArray: unary((value) => Array.isArray(value)),
  $in: isIn,
  $indexOfArray: indexOf,
};
