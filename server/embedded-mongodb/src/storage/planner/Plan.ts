import type { Filter } from '../../query/filter.js';
import type { Sort } from '../../query/sort.js';
import type { CollectionInfo } from '../CollectionInfo.js';
import type { Deadline } from '../Query.js';
import type { IndexPath } from './index-path.js';
import type { NearStep } from './near.js';

/** Where the documents come from. */
export type Access =
  /** The filter can hold for no document. */
  | { readonly kind: 'nothing' }
  /** All records, in natural order or backwards. */
  | { readonly kind: 'records'; readonly reverse: boolean }
  | { readonly kind: 'index'; readonly path: IndexPath; readonly reverse: boolean }
  /** The documents of several ways, each once. */
  | { readonly kind: 'union'; readonly paths: readonly IndexPath[] };

/** How a query is answered. */
export interface Plan {
  readonly collection: CollectionInfo;
  readonly access: Access;
  /** What is left to ask of each document; `undefined` where the index has answered everything. */
  readonly residual: Filter | undefined;
  /** The nearest first, and only those with a distance that was asked for. */
  readonly near: NearStep | undefined;
  readonly sort: Sort | undefined;
  /** The documents come in the order of `sort` by themselves. */
  readonly sortIsServed: boolean;
  readonly skip: number;
  readonly limit: number;
  readonly deadline: Deadline | undefined;
}

/** What a plan did, for `explain`. */
export interface Effort {
  keys: number;
  documents: number;
}
