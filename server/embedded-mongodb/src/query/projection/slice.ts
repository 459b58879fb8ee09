import { MongoError } from '../../errors.js';
import { isNumeric } from '../../bson/values.js';
import { typeName } from '../../bson/types.js';
import { saturatedInt32 } from '../integer-arguments.js';
import type { Value } from '../../bson/values.js';

export type Slice = (array: readonly Value[]) => Value[];

/** The `$slice` of `find`: a number of elements from the start or (negative) the end, or `[skip, limit]`. */
export const sliceArgument = (argument: Value): Slice => {
  if (isNumeric(argument)) {
    const count = saturatedInt32(argument);
    return (array) => (count >= 0 ? array.slice(0, count) : array.slice(count));
  }
  if (!Array.isArray(argument)) throw new MongoError(31273, '$slice only supports numbers and [skip, limit] arrays');
  if (argument.length !== 2) throw new MongoError(31272, '$slice array argument should be of form [skip, limit]');
  const [skip, limit] = argument;
  if (!isNumeric(skip)) throw new MongoError(31257, `$slice expects the skip argument to be a number, got ${typeName(skip)}`);
  if (!isNumeric(limit)) throw new MongoError(31258, `$slice expects the limit argument to be a number, got ${typeName(limit)}`);
  const count = saturatedInt32(limit);
  if (count <= 0) throw new MongoError(31259, `$slice limit must be positive, got ${count}`);
  const from = saturatedInt32(skip);
  return (array) => {
    const start = from >= 0 ? from : Math.max(0, array.length + from);
    return array.slice(start, start + count);
  };
};
