import type { Document } from '../bson/values.js';
import type { Collation } from './collation.js';

export interface SortField {
  readonly path: string;
  readonly descending: boolean;
}

export interface Sort {
  readonly fields: readonly SortField[];
  compare(a: Document, b: Document): number;
}

export const compileSort = (_specification: Document, _collation?: Collation): Sort => ({ fields: [], compare: () => 0 });
