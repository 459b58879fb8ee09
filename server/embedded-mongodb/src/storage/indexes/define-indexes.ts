import type { Document } from '../../bson/values.js';
import { fail } from '../../errors.js';
import { createCollection } from '../catalogue/define-collections.js';
import { indexOf } from '../catalogue/collection-record.js';
import { findIndex } from '../catalogue/find-index.js';
import type { CollectionInfo, IndexInfo } from '../CollectionInfo.js';
import { displayDocument } from '../../bson/display.js';
import { indexedPart } from '../documents/document-keys.js';
import { keyValueOf } from '../documents/write-documents.js';
import { duplicateKey } from '../errors.js';
import { decodeRecordId, prefixLength, tableRange } from '../key-value/keys.js';
import type { Key } from '../key-value/keys.js';
import type { Workspace } from '../Workspace.js';
import { entryKey, indexKeysOf, recordIdBytes } from './index-entries.js';
import { existingIndex, indexSpecification } from './specification.js';

const mostIndexes = 64;
const noValue = Buffer.alloc(0);

export interface CreatedIndexes {
  readonly before: number;
  readonly after: number;
  readonly createdCollection: boolean;
}

/** `createIndexes`: makes the collection where it is missing, and fills new indexes from the documents that are there. */
export const createIndexes = (workspace: Workspace, namespace: string, given: readonly Document[]): CreatedIndexes => {
  const present = workspace.collection(namespace);
  let info = present ?? createCollection(workspace, namespace, new Map());
  const { options } = info;
  const specifications = given.map((one) => indexSpecification(one, options));
  const before = info.indexes.length;
  for (const specification of specifications) {
    if (existingIndex([...info.indexes, ...info.unfinished], specification)) continue;
    const index = newIndex(workspace, info, specification);
    workspace.rely(namespace);
    fill(workspace, info, index);
    info = { ...info, indexes: [...info.indexes, index] };
    workspace.define(namespace, info);
    workspace.noteChange({ kind: 'createIndexes', namespace, collectionId: info.id, detail: new Map([['indexes', [specification]]]) });
  }
  return { before, after: info.indexes.length, createdCollection: !present };
};

export const newIndex = (workspace: Workspace, collection: CollectionInfo, specification: Document): IndexInfo => {
  if (collection.indexes.length >= mostIndexes)
    fail(
      'CannotCreateIndex',
      `add index fails, too many indexes for ${collection.namespace} key:${displayDocument(specification.get('key') as Document)}`,
    );
  return indexOf(specification, workspace.shared.storedCatalogue.newPrefix());
};

const fill = (workspace: Workspace, collection: CollectionInfo, index: IndexInfo): void => {
  const only: CollectionInfo = { ...collection, indexes: [index] };
  for (const { key: record, value: bytes } of workspace.scan(tableRange(collection.prefix), { reverse: false, values: true }))
    addToIndex(workspace, only, decodeRecordId(record, prefixLength), bytes);
};

/** Enters one document into the indexes of `collection`; throws 11000 where another has the key of a unique one. */
export const addToIndex = (workspace: Workspace, collection: CollectionInfo, recordId: number, bytes: Buffer): void => {
  const part = indexedPart(collection, bytes);
  for (const index of collection.indexes) {
    for (const key of indexKeysOf(index, part)) {
      if (index.unique) claimForRecord(workspace, collection, index, key, recordId, part);
      workspace.set(entryKey(index, key, recordId), index.unique ? recordIdBytes(recordId) : noValue);
    }
  }
};

const claimForRecord = (
  workspace: Workspace,
  collection: CollectionInfo,
  index: IndexInfo,
  key: Key,
  recordId: number,
  part: Document,
): void => {
  const present = workspace.get(key);
  if (present && !present.equals(recordIdBytes(recordId))) throw duplicateKey(collection.namespace, index, keyValueOf(index, key, part));
  workspace.claim(key);
};

/** `dropIndexes` with a name, a key pattern, several names, or `*` for all but `_id_`. Returns how many there were. */
export const dropIndexes = (workspace: Workspace, namespace: string, which: string | Document | readonly string[]): number => {
  const info = workspace.collection(namespace);
  if (!info) return fail('NamespaceNotFound', `ns not found ${namespace}`);
  const dropped =
    which === '*'
      ? info.indexes.slice(1)
      : (Array.isArray(which) ? (which as readonly string[]) : [which as string | Document]).map((one) => indexToDrop(info, one));
  for (const index of dropped) {
    workspace.discardTable(index.prefix);
    workspace.noteChange({ kind: 'dropIndexes', namespace, collectionId: info.id, detail: new Map([['indexes', [index.specification]]]) });
  }
  if (dropped.length > 0) workspace.define(namespace, { ...info, indexes: info.indexes.filter((index) => !dropped.includes(index)) });
  return info.indexes.length;
};

const indexToDrop = (info: CollectionInfo, which: string | Document): IndexInfo => {
  const index = findIndex(info, which);
  if (!index)
    return fail(
      'IndexNotFound',
      typeof which === 'string' ? `index not found with name [${which}]` : `can't find index with key: ${displayDocument(which)}`,
    );
  if (index.name === '_id_') return fail('InvalidOptions', 'cannot drop _id index');
  return index;
};
