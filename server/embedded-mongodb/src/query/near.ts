import { MongoError, fail } from '../errors.js';
import { readNear } from '../geo/near.js';
import type { Document } from '../bson/values.js';
import type { Predicate } from './predicates.js';

const nearOperators: readonly string[] = ['$near', '$nearSphere', '$geoNear'];

/** The condition of a field's operators that ask for the nearest first, if one of them does: it takes all of them. */
export const nearPredicate = (path: string, operators: Document): Predicate | undefined => {
  const name = nearOperators.find((operator) => operators.has(operator));
  return name === undefined ? undefined : { kind: 'near', path, near: readNear(name, operators) };
};

/** Refuses a filter that asks for the nearest first anywhere but at its top, or twice. */
export const checkNear = (predicate: Predicate): void => {
  const conjuncts = predicate.kind === 'and' ? predicate.predicates : [predicate];
  if (conjuncts.filter(({ kind }) => kind === 'near').length > 1) fail('BadValue', 'Too many geoNear expressions');
  if (conjuncts.some((conjunct) => conjunct.kind !== 'near' && holdsNear(conjunct))) fail('BadValue', 'geoNear must be top-level expr');
};

/** Refuses the nearest first where documents are only told apart and not put in order. */
export const refuseNear = (predicate: Predicate): void => {
  if (holdsNear(predicate))
    throw new MongoError(
      5626500,
      '$geoNear, $near, and $nearSphere are not allowed in this context, as these operators require sorting geospatial data. If you do not need sort, consider using $geoWithin instead.',
    );
};

const holdsNear = (predicate: Predicate): boolean => {
  if (predicate.kind === 'near') return true;
  if ('predicates' in predicate) return predicate.predicates.some(holdsNear);
  return 'predicate' in predicate && holdsNear(predicate.predicate);
};
