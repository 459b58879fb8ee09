import type { Document, Value } from '../bson/values.js';
import { geoNearQuery } from './stages/geo-near.js';
import { limitOf, skipOf } from './stages/limit.js';
import type { NearQuery } from '../geo/near.js';

/** The first steps of a pipeline as a query: filtered, sorted, skipped, limited, in that order. */
export interface LeadingQuery {
  readonly filter?: Document;
  readonly near?: NearQuery;
  readonly sort?: Document;
  readonly skip?: number;
  readonly limit?: number;
}

interface Taken {
  filters: Document[];
  sort?: Document;
  skip: number;
  limit?: number;
}

/** Takes as many stages from the beginning as one query can do, and says how many. */
export const takeLeading = (
  stages: readonly { readonly name: string; readonly specification: Value }[],
): { readonly leading: LeadingQuery; readonly count: number } => {
  const [first] = stages;
  if (first?.name === '$geoNear') return { leading: geoNearQuery(first.specification), count: 1 };
  const taken: Taken = { filters: [], skip: 0 };
  let count = 0;
  for (const { name, specification } of stages) {
    if (!take(taken, name, specification)) break;
    count += 1;
  }
  return { leading: queryOf(taken), count };
};

const take = (taken: Taken, name: string, specification: Value): boolean => {
  const isCut = taken.skip > 0 || taken.limit !== undefined;
  switch (name) {
    case '$match':
      if (isCut || !(specification instanceof Map)) return false;
      taken.filters.push(specification);
      return true;
    case '$sort':
      if (isCut || taken.sort || !(specification instanceof Map)) return false;
      taken.sort = specification;
      return true;
    case '$skip':
      return takeSkip(taken, skipOf(specification));
    case '$limit':
      taken.limit = Math.min(taken.limit ?? Infinity, limitOf(specification));
      return true;
    default:
      return false;
  }
};

const takeSkip = (taken: Taken, skip: number): boolean => {
  // A limit of 0 would mean none to a query.
  if (taken.limit !== undefined && taken.limit <= skip) return false;
  taken.skip += skip;
  if (taken.limit !== undefined) taken.limit -= skip;
  return true;
};

const queryOf = ({ filters, sort, skip, limit }: Taken): LeadingQuery => ({
  ...(filters.length > 0 ? { filter: filters.length === 1 ? (filters[0] as Document) : new Map([['$and', filters]]) } : {}),
  ...(sort ? { sort } : {}),
  ...(skip > 0 ? { skip } : {}),
  ...(limit !== undefined ? { limit } : {}),
});
