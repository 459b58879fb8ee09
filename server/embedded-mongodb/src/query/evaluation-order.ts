import type { Predicate } from './predicates.js';

/** In MongoDB's order: the last condition that passes an array tells the positional `$` its place. */
const order = [
  'and',
  'or',
  'elemMatchObject',
  'elemMatchValue',
  'size',
  'eq',
  'lte',
  'lt',
  'gt',
  'gte',
  'regex',
  'mod',
  'exists',
  'in',
  '$bitsAllSet',
  '$bitsAllClear',
  '$bitsAnySet',
  '$bitsAnyClear',
  'geoWithin',
  'geoIntersects',
  'near',
  'not',
  'nor',
  'type',
  'expression',
  'jsonSchema',
  'always',
];

const rank = (predicate: Predicate): number =>
  order.indexOf(predicate.kind === 'compare' || predicate.kind === 'bits' ? predicate.operator : predicate.kind);

const pathOf = (predicate: Predicate): string => ('path' in predicate ? predicate.path : '');

/** The conditions of a conjunction in the order in which MongoDB tests them: by kind, then by path. */
export const inEvaluationOrder = (predicates: readonly Predicate[]): Predicate[] =>
  [...predicates].sort((a, b) => rank(a) - rank(b) || Buffer.compare(Buffer.from(pathOf(a)), Buffer.from(pathOf(b))));
