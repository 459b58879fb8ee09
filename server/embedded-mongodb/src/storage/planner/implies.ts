import { compareValues, equalValues } from '../../bson/compare.js';
import { canonicalType, typeNumber } from '../../bson/types.js';
import type { Value } from '../../bson/values.js';
import type { Predicate } from '../../query/predicates.js';
import { isNaNValue } from './value-intervals.js';

/** Whether every document that satisfies all `conjuncts` also satisfies `wanted`. "No" where that is not certain. */
export const implies = (conjuncts: readonly Predicate[], wanted: Predicate): boolean => {
  switch (wanted.kind) {
    case 'always':
      return wanted.value;
    case 'and':
      return wanted.predicates.every((part) => implies(conjuncts, part));
    case 'or':
      if (wanted.predicates.some((part) => implies(conjuncts, part))) return true;
      break;
    default:
  }
  return conjuncts.some((given) => impliesOne(given, wanted));
};

const impliesOne = (given: Predicate, wanted: Predicate): boolean => {
  if (given.kind === 'always') return !given.value;
  if (given.kind === 'and') return implies(given.predicates, wanted);
  if (given.kind === 'or') return given.predicates.length > 0 && given.predicates.every((branch) => impliesOne(branch, wanted));
  if (!('path' in wanted) || !('path' in given) || given.path !== wanted.path) return false;
  if (given.kind === 'in') return given.patterns.length === 0 && given.values.every((value) => valueImplies(value, wanted));
  if (given.kind === 'compare')
    return given.operator === 'eq' ? valueImplies(given.value, wanted) : rangeImplies(given.operator, given.value, wanted);
  if (given.kind === 'exists') return wanted.kind === 'exists';
  if (given.kind === 'type')
    return wanted.kind === 'exists' || (wanted.kind === 'type' && given.types.every((type) => wanted.types.includes(type)));
  if (given.kind === 'regex') return wanted.kind === 'exists';
  return false;
};

const matchesMissing = (value: Value): boolean => value === null;

/** What equality with a value says. An array can be equal as a whole or as an element: only its existence is certain. */
const valueImplies = (value: Value, wanted: Predicate): boolean => {
  switch (wanted.kind) {
    case 'exists':
      return !matchesMissing(value);
    case 'type':
      return !matchesMissing(value) && !Array.isArray(value) && wanted.types.includes(typeNumber(value)) && hasOneType(value);
    case 'in':
      return wanted.values.some((one) => equalValues(one, value));
    case 'compare':
      if (wanted.operator === 'eq') return equalValues(value, wanted.value);
      return isComparable(value, wanted.value) && holds(compareValues(value, wanted.value), wanted.operator);
    default:
      return false;
  }
};

/** Numbers and texts are equal across several types. */
const hasOneType = (value: Value): boolean => ![1, 2, 14, 16, 18, 19].includes(typeNumber(value));

/** Comparison operators only look at values of the operand's type. */
const isComparable = (a: Value, b: Value): boolean =>
  canonicalType(a) === canonicalType(b) && !isNaNValue(a) && !isNaNValue(b) && !Array.isArray(a) && a !== null;

const rangeImplies = (operator: 'gt' | 'gte' | 'lt' | 'lte', value: Value, wanted: Predicate): boolean => {
  if (wanted.kind === 'exists') return value !== null && typeNumber(value) > 0 && typeNumber(value) < 100;
  if (wanted.kind !== 'compare' || wanted.operator === 'eq' || !isComparable(value, wanted.value)) return false;
  const upwards = operator === 'gt' || operator === 'gte';
  if (upwards !== (wanted.operator === 'gt' || wanted.operator === 'gte')) return false;
  const order = compareValues(value, wanted.value);
  if (order === 0) return operator === wanted.operator || operator.length === 2;
  return upwards ? order > 0 : order < 0;
};

const holds = (order: number, operator: 'gt' | 'gte' | 'lt' | 'lte'): boolean => {
  switch (operator) {
    case 'gt':
      return order > 0;
    case 'gte':
      return order >= 0;
    case 'lt':
      return order < 0;
    case 'lte':
      return order <= 0;
  }
};
