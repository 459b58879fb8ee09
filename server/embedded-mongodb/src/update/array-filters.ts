import { displayDocument } from '../bson/display.js';
import { fail, MongoError } from '../errors.js';
import { compilePredicate } from '../query/filter.js';
import { parseFilter } from '../query/parse-filter.js';
import type { Document, Value } from '../bson/values.js';
import type { Filter, FilterOptions } from '../query/filter.js';
import type { Predicate } from '../query/predicates.js';

/** The conditions of `arrayFilters` by the identifier that `$[id]` names. */
export class ArrayFilters {
  readonly #filters: ReadonlyMap<string, Filter>;
  readonly #unused: Set<string>;

  constructor(filters: ReadonlyMap<string, Filter>) {
    this.#filters = filters;
    this.#unused = new Set(filters.keys());
  }

  /** Marks the filter as used, and fails when there is none. */
  use(identifier: string, path: string): void {
    if (identifier === '') return;
    if (!this.#filters.has(identifier)) fail('BadValue', `No array filter found for identifier '${identifier}' in path '${path}'`);
    this.#unused.delete(identifier);
  }

  refuseUnused(update: Document): void {
    for (const identifier of this.#unused) {
      fail('FailedToParse', `The array filter for identifier '${identifier}' was not used in the update ${displayDocument(update)}`);
    }
  }

  matches(identifier: string, element: Value): boolean {
    return this.#filters.get(identifier)?.matches(new Map([[identifier, element]])) ?? false;
  }
}

export const compileArrayFilters = (specifications: readonly Document[], options: FilterOptions): ArrayFilters => {
  const filters = new Map<string, Filter>();
  for (const specification of specifications) {
    const predicate = parseFilter(specification);
    const identifier = identifierOf(predicate);
    if (filters.has(identifier)) fail('FailedToParse', `Found multiple array filters with the same top-level field name ${identifier}`);
    filters.set(identifier, compilePredicate(predicate, options));
  }
  return new ArrayFilters(filters);
};

const identifierOf = (predicate: Predicate): string => {
  const [identifier, other] = topLevelNames(predicate);
  if (identifier === undefined) return fail('FailedToParse', 'Cannot use an expression without a top-level field name in arrayFilters');
  if (other !== undefined) {
    return fail(
      'FailedToParse',
      `Error parsing array filter :: caused by :: Expected a single top-level field name, found '${identifier}' and '${other}'`,
    );
  }
  if (!/^[a-z][a-zA-Z0-9]*$/.test(identifier)) {
    return fail(
      'BadValue',
      `Error parsing array filter :: caused by :: The top-level field name must be an alphanumeric string beginning with a lowercase letter, found '${identifier}'`,
    );
  }
  return identifier;
};

const topLevelNames = (predicate: Predicate): string[] => {
  switch (predicate.kind) {
    case 'and':
    case 'or':
    case 'nor':
      return [...new Set(predicate.predicates.flatMap(topLevelNames))];
    case 'not':
      return topLevelNames(predicate.predicate);
    case 'always':
      return [];
    case 'expression':
      throw new MongoError(224, '$expr is not allowed in this context', 'QueryFeatureNotAllowed');
    case 'jsonSchema':
      throw new MongoError(224, '$jsonSchema is not allowed in this context', 'QueryFeatureNotAllowed');
    default:
      return [predicate.path.split('.')[0] ?? ''];
  }
};
