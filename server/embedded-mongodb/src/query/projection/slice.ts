import { isNumeric } from '../../bson/values.js';
import { saturatedInt32 } from '../integer-arguments.js';
import type { Value } from '../../bson/values.js';

export type Slice = (array: readonly Value[]) => Value[];

/** The `$slice` of `find`: a number of elements from the start or (negative) the end, or `[skip, limit]`. `undefined` for another argument. */
export const sliceArgument = (argument: Value): Slice | undefined => {
  if (isNumeric(argument)) {
    const count = saturatedInt32(argument);
    return (array) => (count >= 0 ? array.slice(0, count) : array.slice(count));
  }
  if (!Array.isArray(argument) || argument.length !== 2) return undefined;
  const [skip, limit] = argument;
  if (!isNumeric(skip) || !isNumeric(limit)) return undefined;
  const count = saturatedInt32(limit);
  if (count <= 0) return undefined;
  const from = saturatedInt32(skip);
  return (array) => {
    const start = from >= 0 ? from : Math.max(0, array.length + from);
    return array.slice(start, start + count);
  };
};
