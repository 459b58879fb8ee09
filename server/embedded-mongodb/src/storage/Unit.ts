import type { Document, Value } from '../bson/values.js';
import { fail } from '../errors.js';
import { createCollection, dropCollection, dropDatabase, renameCollection } from './catalogue/define-collections.js';
import { modifyCollection } from './catalogue/modify-collection.js';
import type { Modification } from './catalogue/modify-collection.js';
import type { CollectionInfo } from './CollectionInfo.js';
import { insertDocument, removeDocument, replaceDocument } from './documents/write-documents.js';
import { buildIndexes, largeCollection } from './indexes/build-index.js';
import { createIndexes, dropIndexes } from './indexes/define-indexes.js';
import type { CreatedIndexes } from './indexes/define-indexes.js';
import { countDocuments } from './planner/count.js';
import { explainQuery } from './planner/explain.js';
import type { Verbosity } from './planner/explain.js';
import { findById, findDocuments } from './planner/find.js';
import type { Query } from './Query.js';
import type { Shared } from './Shared.js';
import type { StoredDocument } from './StoredDocument.js';
import { Workspace } from './Workspace.js';

export interface UnitOptions {
  /** A multi-document transaction: reads the state as of now and its own changes, whatever others commit. */
  readonly snapshot: boolean;
  /** Comes back in the commit's events. */
  readonly origin?: Document | undefined;
}

/**
 * The work of one command, or of one multi-document transaction: its changes are its own until `commit`, which makes all of them
 * visible and durable, or `abort`.
 *
 * A unit without `snapshot` reads the newest committed state at each step and is meant to write and commit within one turn of the event
 * loop; where others committed in between and touched the same keys, `commit` throws 112 WriteConflict, and the command is to be run
 * again. When it meets a document that an open transaction holds it throws `DocumentLocked` (also 112), whose `released` says when to
 * run it again. In a transaction 112 carries the label TransientTransactionError and the transaction has to be aborted.
 */
export class Unit {
  readonly #workspace: Workspace;

  constructor(shared: Shared, options: UnitOptions) {
    this.#workspace = new Workspace(shared, options.snapshot, options.origin);
  }

  get isOpen(): boolean {
    return this.#workspace.isOpen;
  }

  get hasChanges(): boolean {
    return this.#workspace.hasChanges;
  }

  collection(namespace: string): CollectionInfo | undefined {
    return this.#workspace.collection(namespace);
  }

  collections(database: string): CollectionInfo[] {
    return this.#workspace.collections(database);
  }

  /** Creates a collection with the options of the `create` command; 48 NamespaceExists where one with other options is there. */
  createCollection(namespace: string, options: Document = new Map()): CollectionInfo {
    return createCollection(this.#workspace, namespace, options);
  }

  /** Returns what was dropped, or `undefined` where there was nothing. */
  dropCollection(namespace: string): CollectionInfo | undefined {
    return dropCollection(this.#workspace, namespace);
  }

  renameCollection(from: string, to: string, dropTarget = false): void {
    renameCollection(this.#workspace, from, to, dropTarget);
  }

  dropDatabase(database: string): void {
    dropDatabase(this.#workspace, database);
  }

  modifyCollection(namespace: string, modification: Modification): Document {
    return modifyCollection(this.#workspace, namespace, modification);
  }

  /**
   * Creates the indexes that are not there yet, and the collection where it is missing. Outside of transactions a large collection is
   * indexed piece by piece while others go on; the indexes are then committed when this resolves.
   */
  async createIndexes(namespace: string, specifications: readonly Document[]): Promise<CreatedIndexes> {
    const workspace = this.#workspace;
    const collection = workspace.collection(namespace);
    const inPieces =
      collection && !workspace.isTransaction && !workspace.hasChanges && workspace.count(collection.prefix) >= largeCollection;
    return inPieces ? buildIndexes(workspace.shared, namespace, specifications) : createIndexes(workspace, namespace, specifications);
  }

  /** By name, names, key pattern, or `*` for all but `_id_`; returns how many indexes there were. */
  dropIndexes(namespace: string, which: string | Document | readonly string[]): number {
    return dropIndexes(this.#workspace, namespace, which);
  }

  /**
   * The documents that a query asks for, filtered, sorted, skipped and limited. A unit without `snapshot` holds nothing of the disk
   * between two documents, so the iteration can rest as long as the caller likes.
   */
  find(namespace: string, query: Query): Iterable<StoredDocument> {
    return findDocuments(this.#workspace, namespace, query);
  }

  findById(namespace: string, id: Value): StoredDocument | undefined {
    return findById(this.#workspace, namespace, id);
  }

  /** The number of documents that `find` would return; the whole collection is counted without being read. */
  count(namespace: string, query: Query): number {
    return countDocuments(this.#workspace, namespace, query);
  }

  /** `queryPlanner` and, beyond `queryPlanner` verbosity, `executionStats`. */
  explain(namespace: string, query: Query, verbosity: Verbosity): Document {
    return explainQuery(this.#workspace, namespace, query, verbosity);
  }

  /**
   * Adds a document and creates the collection where it is missing. Bytes are kept as they are: the caller must not change them later.
   * 11000 DuplicateKey leaves the unit as it was.
   */
  insert(namespace: string, document: Document | Buffer): StoredDocument {
    const collection = this.#workspace.collection(namespace) ?? createCollection(this.#workspace, namespace, new Map());
    return insertDocument(this.#workspace, collection, document);
  }

  /** `kind` tells change streams whether operators or a whole new document were given. */
  replace(namespace: string, stored: StoredDocument, next: Document | Buffer, kind: 'update' | 'replace' = 'update'): StoredDocument {
    return replaceDocument(this.#workspace, this.#existing(namespace), stored, next, kind);
  }

  remove(namespace: string, stored: StoredDocument): void {
    removeDocument(this.#workspace, this.#existing(namespace), stored);
  }

  /** Keeps with the unit's changes what a session has done, for as long as it may be asked again. */
  keepSessionRecord(session: string, bytes: Buffer): void {
    this.#workspace.keepSessionRecord(session, bytes);
  }

  /** Makes everything visible at once and resolves when it is on the disk. Whatever the outcome, the unit has ended. */
  async commit(): Promise<void> {
    await this.#workspace.commit();
  }

  abort(): void {
    this.#workspace.abort();
  }

  #existing(namespace: string): CollectionInfo {
    return this.#workspace.collection(namespace) ?? fail('NamespaceNotFound', `ns does not exist: ${namespace}`);
  }
}
