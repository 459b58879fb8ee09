import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Document } from '../../bson/values.js';
import { MongoError } from '../../errors.js';
import type { CollectionInfo, IndexInfo } from '../CollectionInfo.js';
import { DocumentLocked } from '../errors.js';
import { decodeRecordId, justAbove, prefixLength, tableRange } from '../key-value/keys.js';
import type { Key } from '../key-value/keys.js';
import type { Shared } from '../Shared.js';
import { Workspace } from '../Workspace.js';
import { addToIndex, newIndex } from './define-indexes.js';
import type { CreatedIndexes } from './define-indexes.js';
import { existingIndex, indexSpecification } from './specification.js';

/** A collection of at least this many documents is indexed in pieces, so that others are served meanwhile. */
export const largeCollection = 2_000;
const pieceMs = 10;
/** Beyond this many documents the disk has to keep up. */
const mostUnwritten = 20_000;

/** `createIndexes` on a large collection: from the beginning every write keeps the new index too, at the end queries may use it. */
export const buildIndexes = async (shared: Shared, namespace: string, given: readonly Document[]): Promise<CreatedIndexes> => {
  const present = shared.catalogue.get(namespace);
  const options: Document = present?.options ?? new Map();
  const specifications = given.map((one) => indexSpecification(one, options));
  const before = present?.indexes.length ?? 0;
  for (const specification of specifications) await build(shared, namespace, specification);
  return { before, after: shared.catalogue.get(namespace)?.indexes.length ?? before, createdCollection: false };
};

const build = async (shared: Shared, namespace: string, specification: Document): Promise<void> => {
  const index = await begin(shared, namespace, specification);
  if (!index) return;
  try {
    await fill(shared, namespace, index);
  } catch (error) {
    await giveUp(shared, namespace, index);
    throw error;
  }
  await finish(shared, namespace, index);
};

const begin = async (shared: Shared, namespace: string, specification: Document): Promise<IndexInfo | undefined> => {
  const workspace = new Workspace(shared, false, undefined);
  const collection = present(workspace, namespace);
  if (existingIndex([...collection.indexes, ...collection.unfinished], specification)) return undefined;
  const index = newIndex(workspace, collection, specification);
  workspace.define(namespace, { ...collection, unfinished: [...collection.unfinished, index] });
  workspace.markTable(index.prefix, 'begun');
  await workspace.commit();
  return index;
};

const fill = async (shared: Shared, namespace: string, index: IndexInfo): Promise<void> => {
  let next: Key | undefined;
  let unwritten = 0;
  for (let done = false; !done;) {
    const workspace = new Workspace(shared, false, undefined);
    const collection = present(workspace, namespace);
    if (!collection.unfinished.includes(index))
      throw new MongoError(276, `Index build failed: ${index.name} was dropped`, 'IndexBuildAborted');
    const piece = fillPiece(workspace, collection, index, next);
    ({ next, done } = piece);
    const durable = workspace.commit();
    durable.catch(() => undefined);
    unwritten += piece.documents;
    if (unwritten >= mostUnwritten) {
      await durable;
      unwritten = 0;
    }
    await (piece.obstacle ?? nextTurn());
  }
};

interface Piece {
  readonly next: Key | undefined;
  readonly done: boolean;
  readonly documents: number;
  /** Resolves when a transaction lets go of the key that was in the way. */
  readonly obstacle: Promise<void> | undefined;
}

const fillPiece = (workspace: Workspace, collection: CollectionInfo, index: IndexInfo, from: Key | undefined): Piece => {
  const only: CollectionInfo = { ...collection, indexes: [index], unfinished: [] };
  const range = tableRange(collection.prefix);
  const end = performance.now() + pieceMs;
  let next = from;
  let documents = 0;
  for (const { key, value } of workspace.scan({ from: from ?? range.from, to: range.to }, { reverse: false, values: true })) {
    try {
      addToIndex(workspace, only, decodeRecordId(key, prefixLength), value);
    } catch (error) {
      if (error instanceof DocumentLocked) return { next, done: false, documents, obstacle: error.released };
      throw error;
    }
    next = justAbove(key);
    documents += 1;
    if (documents % 64 === 0 && performance.now() > end) return { next, done: false, documents, obstacle: undefined };
  }
  return { next, done: true, documents, obstacle: undefined };
};

const finish = async (shared: Shared, namespace: string, index: IndexInfo): Promise<void> => {
  const workspace = new Workspace(shared, false, undefined);
  const collection = present(workspace, namespace);
  workspace.define(namespace, {
    ...collection,
    indexes: [...collection.indexes, index],
    unfinished: without(collection.unfinished, index),
  });
  workspace.markTable(index.prefix, 'finished');
  workspace.noteChange({
    kind: 'createIndexes',
    namespace,
    collectionId: collection.id,
    detail: new Map([['indexes', [index.specification]]]),
  });
  await workspace.commit();
};

const giveUp = async (shared: Shared, namespace: string, index: IndexInfo): Promise<void> => {
  const workspace = new Workspace(shared, false, undefined);
  const collection = workspace.collection(namespace);
  if (collection?.unfinished.includes(index))
    workspace.define(namespace, { ...collection, unfinished: without(collection.unfinished, index) });
  workspace.discardTable(index.prefix);
  await workspace.commit();
};

const without = (indexes: readonly IndexInfo[], index: IndexInfo): IndexInfo[] => indexes.filter((other) => other !== index);

const present = (workspace: Workspace, namespace: string): CollectionInfo => {
  const collection = workspace.collection(namespace);
  if (!collection) throw new MongoError(276, `Index build failed: collection ${namespace} was dropped`, 'IndexBuildAborted');
  return collection;
};
