import type { Document } from '../bson/values.js';
import type { NearQuery } from '../geo/near.js';

/** Where `$out` and `$merge` write. */
export interface WriteTarget {
  readonly database: string;
  readonly collection: string;
}

export interface SourceQuery {
  readonly filter: Document;
  readonly sort?: Document | undefined;
  readonly skip?: number | undefined;
  readonly limit?: number | undefined;
  readonly near?: NearQuery | undefined;
}

/** The collections that stages read and write, through the planner and its indexes. Reading a collection that is not there gives nothing. */
export interface CollectionSource {
  /**
   * The documents of a collection of the pipeline's own database, filtered, sorted, skipped and limited, in that order, with the collation
   * of the command. `$$NOW` and `$$CLUSTER_TIME` in the filter are those of the command; it reads no other variables.
   */
  find(collection: string, query: SourceQuery): Iterable<Document>;
  /** Whether a unique, not partial index exists on exactly these fields, in any order; `_id` alone always has one. */
  hasUniqueIndex(target: WriteTarget, fields: readonly string[]): boolean;
  /** The document of a target that matches, for `$merge`. */
  findInTarget(target: WriteTarget, filter: Document): Document | undefined;
  /** Inserts one document, giving it an `_id` where it has none; makes the collection if needed. */
  insert(target: WriteTarget, document: Document): void;
  /** Puts `after` in the place of `before`, a document that `findInTarget` gave. */
  replace(target: WriteTarget, before: Document, after: Document): void;
  /** Puts these documents in the place of all that the collection holds, keeping its options and indexes, for `$out`. */
  replaceAll(target: WriteTarget, documents: Iterable<Document>): void;
}
