import { fail, MongoError } from '../errors.js';
import type { Nesting } from './stages/stage.js';

const onlyFirst = new Set([
  '$documents',
  '$collStats',
  '$indexStats',
  '$geoNear',
  '$currentOp',
  '$listLocalSessions',
  '$listSessions',
  '$planCacheStats',
]);
const onlyLast = new Set(['$out', '$merge']);
const notInFacet = new Set([...onlyFirst, ...onlyLast, '$facet', '$changeStream']);

/** Throws where a stage may not stand at its place. */
export const checkPositions = (names: readonly string[], nesting: Nesting | undefined, isInFacet: boolean): void => {
  names.forEach((name, index) => {
    if (isInFacet && notInFacet.has(name)) throw new MongoError(40600, `${name} is not allowed to be used within a $facet stage`);
    if (nesting === 'lookup' && onlyLast.has(name)) throw new MongoError(51047, `${name} is not allowed within a $lookup's sub-pipeline`);
    if (nesting === 'unionWith' && onlyLast.has(name))
      throw new MongoError(31441, `${name} is not allowed within a $unionWith's sub-pipeline`);
    if (onlyFirst.has(name) && index > 0) throw new MongoError(40602, `${name} is only valid as the first stage in a pipeline`);
    if (onlyLast.has(name) && index < names.length - 1) throw new MongoError(40601, `${name} can only be the final stage in the pipeline`);
  });
};

/** Throws where the first stage does not fit what the pipeline starts from: a collection, or `undefined` for `aggregate: 1`. */
export const checkFirstStage = (first: string | undefined, collection: string | undefined, nesting: Nesting | undefined): void => {
  if (nesting === 'facet') return;
  if (first === '$documents' && collection !== undefined) fail('InvalidNamespace', "'$documents' can only be run with {aggregate: 1}");
  if (collection === undefined && first !== undefined && !onlyFirst.has(first) && nesting === undefined) {
    fail('InvalidNamespace', `{aggregate: 1} is not valid for '${first}'; a collection is required.`);
  }
};
