import { compareValues } from '../../bson/compare.js';
import { int } from './numbers.js';
import type { Operator, Operators } from './operator.js';
import { binary } from './operator.js';

/** Compares in MongoDB's order across types, where a missing value comes before null. */
const comparing = (accept: (order: number) => boolean): Operator =>
  binary((left, right, { collation }) => accept(compareValues(left, right, collation)));

export const comparisonOperators: Operators = {
  $eq: comparing((order) => order === 0),
  $ne: comparing((order) => order !== 0),
  $gt: comparing((order) => order > 0),
  $gte: comparing((order) => order >= 0),
  $lt: comparing((order) => order < 0),
  $lte: comparing((order) => order <= 0),
  $cmp: binary((left, right, { collation }) => int(Math.sign(compareValues(left, right, collation)))),
};
