import type { Binary, BSONRegExp, Value } from '../bson/values.js';
import type { Geometry, Shape } from '../geo/geometry.js';
import type { Near } from '../geo/near.js';
import type { SchemaTest } from './json-schema/schema-test.js';

/**
 * A parsed filter. Paths are dotted. `$ne`, `$nin` and `$exists: false` are a `not` around their opposites, `$all` is an `and`
 * (or `never` when empty), several conditions are an `and` without further `and`s in it.
 */
export type Predicate =
  | { readonly kind: 'always'; readonly value: boolean }
  | { readonly kind: 'and' | 'or' | 'nor'; readonly predicates: readonly Predicate[] }
  | { readonly kind: 'not'; readonly predicate: Predicate }
  | { readonly kind: 'expression'; readonly expression: Value }
  | { readonly kind: 'jsonSchema'; readonly accepts: SchemaTest }
  /** Only at the top of a filter, once: it also asks for the nearest first. */
  | { readonly kind: 'near'; readonly path: string; readonly near: Near }
  | PathPredicate;

/** A condition on the values at one path; inside `elemMatchValue` the path is empty and the condition is on the element itself. */
export type PathPredicate =
  | { readonly kind: 'compare'; readonly path: string; readonly operator: ComparisonOperator; readonly value: Value }
  | { readonly kind: 'in'; readonly path: string; readonly values: readonly Value[]; readonly patterns: readonly BSONRegExp[] }
  | { readonly kind: 'regex'; readonly path: string; readonly pattern: BSONRegExp; readonly literalPrefix: string | undefined }
  | { readonly kind: 'exists'; readonly path: string }
  | { readonly kind: 'type'; readonly path: string; readonly types: readonly number[] }
  | { readonly kind: 'size'; readonly path: string; readonly size: number }
  | { readonly kind: 'mod'; readonly path: string; readonly divisor: bigint; readonly remainder: bigint }
  | { readonly kind: 'bits'; readonly path: string; readonly operator: BitsOperator; readonly mask: bigint | Binary | readonly number[] }
  | { readonly kind: 'geoWithin'; readonly path: string; readonly area: Geometry | Shape }
  | { readonly kind: 'geoIntersects'; readonly path: string; readonly geometry: Geometry }
  | { readonly kind: 'elemMatchObject'; readonly path: string; readonly predicate: Predicate }
  | { readonly kind: 'elemMatchValue'; readonly path: string; readonly predicates: readonly Predicate[] };

export type ComparisonOperator = 'eq' | 'gt' | 'gte' | 'lt' | 'lte';
export type BitsOperator = '$bitsAllSet' | '$bitsAllClear' | '$bitsAnySet' | '$bitsAnyClear';

export { parseFilter } from './parse-filter.js';
