import type { Document, Timestamp, Value } from '../bson/values.js';
import type { Collation } from './collation.js';
import type { Predicate } from './predicates.js';

export interface FilterOptions {
  readonly collation?: Collation | undefined;
  /** Variables of `let` for `$expr`. */
  readonly variables?: ReadonlyMap<string, Value | undefined> | undefined;
  readonly now?: Date | undefined;
  readonly clusterTime?: Timestamp | undefined;
}

export interface Filter {
  readonly predicate: Predicate;
  readonly collation: Collation | undefined;
  matches(document: Document): boolean;
  /** `arrayIndex` is the place in the first array that decided the match; the positional `$` takes it. */
  matchPosition(document: Document): { readonly matched: boolean; readonly arrayIndex?: number };
}

export const compileFilter = (_filter: Document, options: FilterOptions = {}): Filter => ({
  predicate: { kind: 'always', value: true },
  collation: options.collation,
  matches: () => true,
  matchPosition: () => ({ matched: true }),
});
