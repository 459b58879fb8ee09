import type { Document, Timestamp } from '../bson/values.js';

/** One change of one document; `before` and `after` are whole documents as BSON bytes. */
export interface DocumentChange {
  readonly kind: 'insert' | 'update' | 'replace' | 'delete';
  readonly namespace: string;
  readonly collectionId: Buffer;
  readonly before: Buffer | undefined;
  readonly after: Buffer | undefined;
}

/** One change of the catalogue; `detail` is what MongoDB calls the operation description. */
export interface CatalogueChange {
  readonly kind: 'create' | 'drop' | 'rename' | 'dropDatabase' | 'createIndexes' | 'dropIndexes' | 'modify';
  /** `database.collection`; the bare database for `dropDatabase`. */
  readonly namespace: string;
  readonly collectionId: Buffer | undefined;
  /** The new namespace of a renamed collection. */
  readonly to?: string | undefined;
  readonly detail?: Document | undefined;
}

export type Change = DocumentChange | CatalogueChange;

/** What one commit did, in order. */
export interface Commit {
  readonly clusterTime: Timestamp;
  readonly changes: readonly Change[];
  /** The `origin` that the unit was given, such as session and transaction number. */
  readonly origin: Document | undefined;
}
