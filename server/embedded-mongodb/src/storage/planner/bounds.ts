import { BsonUndefined, BSONSymbol, MaxKey, MinKey } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import type { Predicate } from '../../query/predicates.js';
import { complement, intersection, union } from './intervals.js';
import type { Intervals } from './intervals.js';
import { everything, isNaNValue, ofTypes, point, points, range, regexMatches } from './value-intervals.js';

/** Where the keys of the documents that satisfy a condition lie. */
export interface Bounds {
  readonly intervals: Intervals;
  /** Every document with a key there satisfies the condition: nothing else needs to be looked at. */
  readonly exact: boolean;
}

/** What bounds depend on besides the condition. */
export interface FieldFacts {
  readonly descending: boolean;
  /** Some document may hold an array on the path. */
  readonly multikey: boolean;
  /** The path has several parts. */
  readonly dotted: boolean;
  /** Some part of the path is a number, which can name a place in an array. */
  readonly numeric: boolean;
  /** Strings do not compare by their bytes. */
  readonly hasCollation: boolean;
}

/** The bounds of one condition in one field of an index; `undefined` where the index cannot narrow it. */
export const boundsOf = (predicate: Predicate, field: FieldFacts): Bounds | undefined => {
  const bounds = exactBounds(predicate, field);
  return bounds && field.numeric ? { ...bounds, exact: false } : bounds;
};

const exactBounds = (predicate: Predicate, field: FieldFacts): Bounds | undefined => {
  const { descending } = field;
  switch (predicate.kind) {
    case 'compare':
      return predicate.operator === 'eq' ? equality([predicate.value], field) : comparison(predicate.operator, predicate.value, field);
    case 'in': {
      const listed = equality(predicate.values, field);
      if (!listed || predicate.patterns.length === 0) return listed;
      // The literal beginnings of patterns within $in are not known here: all texts are looked at.
      return {
        intervals: union(listed.intervals, ...predicate.patterns.map((pattern) => regexMatches(pattern, undefined, descending))),
        exact: false,
      };
    }
    case 'regex':
      return { intervals: regexMatches(predicate.pattern, predicate.literalPrefix, descending), exact: false };
    case 'exists':
      return { intervals: [everything(descending)], exact: false };
    case 'type': {
      const intervals = ofTypes(predicate.types, descending);
      return intervals && { intervals, exact: false };
    }
    case 'not':
      return negation(predicate.predicate, field);
    case 'elemMatchValue':
      return oneElement(predicate.predicates, field);
    default:
      return undefined;
  }
};

/** Values whose comparison a collation can change. */
const comparesText = (value: Value): boolean =>
  typeof value === 'string' || value instanceof BSONSymbol || value instanceof Map || Array.isArray(value);

const equality = (values: readonly Value[], field: FieldFacts): Bounds | undefined => {
  if (field.hasCollation && values.some(comparesText)) return undefined;
  // A number in the path is both a place and a field, so that a value can be there and missing at once.
  if (field.numeric && values.some((value) => value === null || Array.isArray(value))) return undefined;
  let exact = true;
  const sought: Value[] = [];
  for (const value of values) {
    sought.push(value);
    if (value === null && field.dotted && field.multikey) exact = false;
    if (!Array.isArray(value)) continue;
    // A document that holds this array has a key for each of its elements, or `undefined` where it is empty.
    exact = false;
    sought.push(value[0] ?? (value.length === 0 ? BsonUndefined.only : null));
  }
  return { intervals: points(sought, field.descending), exact };
};

const comparison = (operator: 'gt' | 'gte' | 'lt' | 'lte', value: Value, field: FieldFacts): Bounds | undefined => {
  if (Array.isArray(value) || value instanceof MinKey || value instanceof MaxKey || value instanceof BsonUndefined) return undefined;
  if (field.hasCollation && comparesText(value)) return undefined;
  const withEquality = operator === 'gte' || operator === 'lte';
  if (isNaNValue(value)) return { intervals: withEquality ? [point(value, field.descending)] : [], exact: true };
  if (value === null) return withEquality ? equality([null], field) : { intervals: [], exact: true };
  return { intervals: [range(operator, value, field.descending)], exact: true };
};

/** Only where a key tells for sure that the condition holds can its absence be read from the keys. */
const negation = (predicate: Predicate, field: FieldFacts): Bounds | undefined => {
  if (predicate.kind === 'exists') return field.numeric ? undefined : { intervals: [point(null, field.descending)], exact: false };
  if (predicate.kind === 'and' || predicate.kind === 'or') return undefined;
  const bounds = boundsOf(predicate, field);
  if (!bounds?.exact) return undefined;
  return { intervals: complement(bounds.intervals, everything(field.descending)), exact: !field.multikey };
};

/** All conditions are on the same element, which has one key. */
const oneElement = (predicates: readonly Predicate[], field: FieldFacts): Bounds | undefined => {
  if (field.numeric) return undefined;
  const element: FieldFacts = { ...field, multikey: false, dotted: false };
  let intervals: Intervals = [everything(field.descending)];
  let narrowed = false;
  for (const predicate of predicates) {
    if (predicate.kind === 'elemMatchValue') continue;
    const bounds = boundsOf(predicate, element);
    if (!bounds) continue;
    intervals = intersection(intervals, bounds.intervals);
    narrowed = true;
  }
  return narrowed ? { intervals, exact: false } : undefined;
};
