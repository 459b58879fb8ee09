import { encodeDocument } from '../../bson/encode.js';
import { decodeDocument } from '../../bson/decode.js';
import { indexKeyValues } from '../../bson/paths.js';
import { BsonUndefined, BSONRegExp, BSONSymbol, isDocument, ObjectId } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { MongoError, fail, notSupported } from '../../errors.js';
import type { CollectionInfo, IndexInfo } from '../CollectionInfo.js';
import { duplicateKey, writeConflict } from '../errors.js';
import { entryKey, indexKey, indexKeysOf, recordIdBytes } from '../indexes/index-entries.js';
import type { Key } from '../key-value/keys.js';
import { recordKey } from '../key-value/keys.js';
import { StoredDocument } from '../StoredDocument.js';
import type { Workspace } from '../Workspace.js';
import { allIndexKeys, indexedPart, touchedIndexes } from './document-keys.js';

/** MongoDB's limit for documents that users write. */
export const maxDocumentBytes = 16 * 1024 * 1024;
const emptyValue = Buffer.alloc(0);

/** Adds a document; one without `_id` gets an ObjectId, and `_id` always comes first. Nothing is changed when this throws. */
export const insertDocument = (workspace: Workspace, collection: CollectionInfo, given: Document | Buffer): StoredDocument => {
  const { bytes, document } = Buffer.isBuffer(given) ? preparedBytes(given) : preparedDocument(given);
  if (bytes.length > maxDocumentBytes)
    fail('BSONObjectTooLarge', `object to insert too large. size in bytes: ${bytes.length}, max size: ${maxDocumentBytes}`);
  const part = indexedPart(collection, bytes, document);
  checkId(part.get('_id'));
  if (collection.options.has('collation')) refuseText(part.get('_id'));
  const entries = allIndexKeys(collection, part);
  for (const { index, keys } of entries) if (index.unique) for (const key of keys) claimUnique(workspace, collection, index, key, part);
  workspace.rely(collection.namespace);
  const recordId = workspace.shared.nextRecordId(collection.prefix);
  for (const { index, keys } of entries) for (const key of keys) addEntry(workspace, index, key, recordId);
  workspace.set(recordKey(collection.prefix, recordId), bytes);
  workspace.addToCount(collection.prefix, 1);
  workspace.noteChange({ kind: 'insert', namespace: collection.namespace, collectionId: collection.id, before: undefined, after: bytes });
  return new StoredDocument(recordId, bytes, document);
};

/** Puts another document in the place of a stored one. Nothing is changed when this throws. */
export const replaceDocument = (
  workspace: Workspace,
  collection: CollectionInfo,
  stored: StoredDocument,
  next: Document | Buffer,
  kind: 'update' | 'replace',
): StoredDocument => {
  const bytes = Buffer.isBuffer(next) ? next : encodeDocument(next);
  if (bytes.length > maxDocumentBytes) throw new MongoError(17419, `Resulting document after update is larger than ${maxDocumentBytes}`);
  claimRecord(workspace, collection, stored);
  const before = indexedPart(collection, stored.bytes, stored.isDecoded ? stored.document() : undefined);
  const after = indexedPart(collection, bytes, Buffer.isBuffer(next) ? undefined : next);
  const added: [IndexInfo, Key][] = [];
  const dropped: [IndexInfo, Key][] = [];
  for (const index of touchedIndexes(collection, before, after)) {
    const oldKeys = indexKeysOf(index, before);
    const newKeys = indexKeysOf(index, after);
    for (const key of newKeys) if (!oldKeys.includes(key)) added.push([index, key]);
    for (const key of oldKeys) if (!newKeys.includes(key)) dropped.push([index, key]);
  }
  for (const [index, key] of added) if (index.unique) claimUnique(workspace, collection, index, key, after);
  for (const [index, key] of dropped) if (index.unique) workspace.claim(key);
  workspace.rely(collection.namespace);
  for (const [index, key] of dropped) workspace.set(entryKey(index, key, stored.recordId), null);
  for (const [index, key] of added) addEntry(workspace, index, key, stored.recordId);
  workspace.set(recordKey(collection.prefix, stored.recordId), bytes);
  workspace.noteChange({ kind, namespace: collection.namespace, collectionId: collection.id, before: stored.bytes, after: bytes });
  return new StoredDocument(stored.recordId, bytes, Buffer.isBuffer(next) ? undefined : next);
};

export const removeDocument = (workspace: Workspace, collection: CollectionInfo, stored: StoredDocument): void => {
  claimRecord(workspace, collection, stored);
  const entries = allIndexKeys(collection, indexedPart(collection, stored.bytes));
  for (const { index, keys } of entries) if (index.unique) for (const key of keys) workspace.claim(key);
  workspace.rely(collection.namespace);
  for (const { index, keys } of entries) for (const key of keys) workspace.set(entryKey(index, key, stored.recordId), null);
  workspace.set(recordKey(collection.prefix, stored.recordId), null);
  workspace.addToCount(collection.prefix, -1);
  workspace.noteChange({
    kind: 'delete',
    namespace: collection.namespace,
    collectionId: collection.id,
    before: stored.bytes,
    after: undefined,
  });
};

const addEntry = (workspace: Workspace, index: IndexInfo, key: Key, recordId: number): void => {
  if (index.unique) workspace.set(key, recordIdBytes(recordId));
  else workspace.set(entryKey(index, key, recordId), emptyValue);
};

/** The record must still be what the caller has read. */
const claimRecord = (workspace: Workspace, collection: CollectionInfo, stored: StoredDocument): void => {
  const present = workspace.claim(recordKey(collection.prefix, stored.recordId));
  if (!present || !(present === stored.bytes || present.equals(stored.bytes))) throw writeConflict(workspace.isTransaction);
};

const claimUnique = (workspace: Workspace, collection: CollectionInfo, index: IndexInfo, key: Key, part: Document): void => {
  if (workspace.get(key) !== undefined) throw duplicateKey(collection.namespace, index, keyValueOf(index, key, part));
  workspace.claimEmpty(key);
};

/** The values that made a key, for the message. */
export const keyValueOf = (index: IndexInfo, key: Key, part: Document): Document => {
  const { keys } = indexKeyValues(part, index.fields);
  const values = keys.find((candidate) => indexKey(index, candidate) === key) ?? [];
  return new Map(index.fields.map((field, place): [string, Value] => [field, values[place] ?? null]));
};

const preparedBytes = (bytes: Buffer): { bytes: Buffer; document: Document | undefined } => {
  const idComesFirst = bytes[5] === 0x5f && bytes[6] === 0x69 && bytes[7] === 0x64 && bytes[8] === 0;
  return idComesFirst ? { bytes, document: undefined } : preparedDocument(decodeDocument(bytes));
};

const preparedDocument = (given: Document): { bytes: Buffer; document: Document } => {
  const [first] = given.keys();
  let document = given;
  if (first !== '_id') {
    document = new Map<string, Value>([['_id', given.get('_id') ?? new ObjectId()]]);
    for (const [name, value] of given) if (name !== '_id') document.set(name, value);
  }
  return { bytes: encodeDocument(document), document };
};

const checkId = (id: Value | undefined): void => {
  if (Array.isArray(id)) fail('InvalidIdField', "The '_id' value cannot be of type array");
  if (id instanceof BSONRegExp) fail('InvalidIdField', "The '_id' value cannot be of type regex");
  if (id instanceof BsonUndefined) fail('InvalidIdField', "The '_id' value cannot be of type undefined");
};

/** Whether two texts are the same `_id` under a collation cannot be seen from the keys of the index. */
const refuseText = (id: Value | undefined): void => {
  if (typeof id === 'string' || id instanceof BSONSymbol || isDocument(id)) notSupported('a text as _id in a collection with a collation');
};
