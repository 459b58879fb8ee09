import { compareValues } from '../bson/compare.js';
import { groupKey } from '../bson/group-key.js';
import { canonicalType, typeNumber } from '../bson/types.js';
import { BSONRegExp, BSONSymbol, Decimal128, isNumeric, MaxKey, MinKey, ObjectId } from '../bson/values.js';
import { truncatedInteger } from './integer-arguments.js';
import { translatePattern } from './regex/translate.js';
import type { Value } from '../bson/values.js';
import type { Collation } from './collation.js';
import type { ValueTest } from './matcher.js';
import type { ComparisonOperator } from './predicates.js';

const isNaNOfAnyType = (value: Value | undefined): boolean =>
  typeof value === 'number' ? Number.isNaN(value) : value instanceof Decimal128 && value.toString() === 'NaN';

/** `$eq` and the ranges: only values of the operand's own type compare, and a missing value counts as null. */
export const comparisonTest = (operator: ComparisonOperator, operand: Value, collation: Collation | undefined): ValueTest => {
  if (operator === 'eq') return equalityTest(operand, collation);
  const accepts = orderTests[operator];
  if (isNaNOfAnyType(operand)) return operator === 'gte' || operator === 'lte' ? isNaNOfAnyType : () => false;
  const rank = canonicalType(operand);
  const acceptsOtherTypes =
    (operand instanceof MaxKey && (operator === 'lt' || operator === 'lte')) ||
    (operand instanceof MinKey && (operator === 'gt' || operator === 'gte'));
  const acceptsMissing = acceptsOtherTypes || (operand === null && (operator === 'gte' || operator === 'lte'));
  return (value) => {
    if (value === undefined) return acceptsMissing;
    if (canonicalType(value) !== rank) return acceptsOtherTypes;
    return !isNaNOfAnyType(value) && accepts(compareValues(value, operand, collation));
  };
};

const orderTests: Readonly<Record<Exclude<ComparisonOperator, 'eq'>, (order: number) => boolean>> = {
  gt: (order) => order > 0,
  gte: (order) => order >= 0,
  lt: (order) => order < 0,
  lte: (order) => order <= 0,
};

const equalityTest = (operand: Value, collation: Collation | undefined): ValueTest => {
  if (operand === null) return (value) => value === null || value === undefined;
  if (typeof operand === 'string' && !collation)
    return (value) => value === operand || (value instanceof BSONSymbol && value.value === operand);
  if (operand instanceof ObjectId) return (value) => value instanceof ObjectId && value.equals(operand);
  return (value) => value !== undefined && compareValues(value, operand, collation) === 0;
};

/** `$in`: equality with any of the values, or a match of any of the patterns. */
export const inTest = (values: readonly Value[], patterns: readonly BSONRegExp[], collation: Collation | undefined): ValueTest => {
  const includesNull = values.includes(null);
  const matchesPattern = patterns.map((pattern) => regexTest(pattern));
  const isListed = collation ? listedUnderCollation(values, collation) : listed(values);
  return (value) => (value === undefined ? includesNull : isListed(value) || matchesPattern.some((test) => test(value)));
};

const listed = (values: readonly Value[]): ((value: Value) => boolean) => {
  const keys = new Set(values.map(groupKey));
  return (value) => keys.has(groupKey(value));
};

const listedUnderCollation = (values: readonly Value[], collation: Collation): ((value: Value) => boolean) => {
  return (value) => values.some((one) => compareValues(value, one, collation) === 0);
};

/** Matches text, and a stored regular expression that is the same one. */
export const regexTest = (pattern: BSONRegExp): ValueTest => {
  const matches = translatePattern(pattern);
  return (value) => {
    if (typeof value === 'string') return matches(value);
    if (value instanceof BSONSymbol) return matches(value.value);
    return value instanceof BSONRegExp && value.pattern === pattern.pattern && value.options === pattern.options;
  };
};

export const typeTest = (types: readonly number[]): ValueTest => {
  const wanted = new Set(types);
  return (value) => value !== undefined && wanted.has(typeNumber(value));
};

export const sizeTest =
  (size: number): ValueTest =>
  (value) =>
    Array.isArray(value) && value.length === size;

/** Numbers are cut towards zero first; what is no 64-bit integer then does not match. */
export const modTest =
  (divisor: bigint, remainder: bigint): ValueTest =>
  (value) => {
    const integer = isNumeric(value) ? truncatedInteger(value) : undefined;
    return integer !== undefined && integer % divisor === remainder;
  };
