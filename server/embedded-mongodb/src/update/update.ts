import type { Document, Timestamp } from '../bson/values.js';
import type { Filter, FilterOptions } from '../query/filter.js';

export interface UpdateOptions extends FilterOptions {
  readonly arrayFilters?: readonly Document[] | undefined;
}

export interface UpdatePosition {
  /** From `Filter.matchPosition`, for the positional `$`. */
  readonly arrayIndex?: number | undefined;
  /** The document is about to be inserted by an upsert. */
  readonly isInsert?: boolean | undefined;
  readonly now: Date;
  readonly clusterTime: Timestamp;
}

export interface Update {
  readonly isReplacement: boolean;
  /** A new document, or the same object when nothing changed. */
  apply(document: Document, position: UpdatePosition): Document;
  /** The document that an upsert inserts; a missing `_id` is for the caller to add. */
  upsertDocument(filter: Document, compiled: Filter, position: UpdatePosition): Document;
}

/** Compiles operators, a replacement document or (as an array) a pipeline. */
export const compileUpdate = (_update: Document | readonly Document[], _options: UpdateOptions = {}): Update => ({
  isReplacement: false,
  apply: (document) => document,
  upsertDocument: () => new Map(),
});
