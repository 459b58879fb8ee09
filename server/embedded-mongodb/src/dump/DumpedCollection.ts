import type { Document } from '../bson/values.js';

/** A collection as a dump describes it, without its documents. */
export interface DumpedCollection {
  readonly database: string;
  readonly collection: string;
  readonly options: Document;
  /** As `listIndexes` shows them, the one on `_id` among them. */
  readonly indexes: readonly Document[];
}

/** What a dump is made from. */
export interface DumpSource {
  readonly collections: readonly DumpedCollection[];
  documents(collection: DumpedCollection): Iterable<Buffer>;
}

/** What a dump gives when it is read: each collection before its documents. */
export type DumpItem =
  | { readonly kind: 'collection'; readonly collection: DumpedCollection }
  | { readonly kind: 'document'; readonly database: string; readonly collection: string; readonly bytes: Buffer };

/** A file that is not a dump, or a damaged one. */
export class BadDump extends Error {}
