import { randomUUID } from 'node:crypto';
import { equalValues } from '../../bson/compare.js';
import { isDocument } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { fail } from '../../errors.js';
import type { CollectionInfo } from '../CollectionInfo.js';
import { displayDocument } from '../../bson/display.js';
import { idIndexSpecification } from '../indexes/specification.js';
import type { Workspace } from '../Workspace.js';
import { databaseOf } from './Catalogue.js';
import { checkedOptions } from './collection-options.js';
import { indexOf } from './collection-record.js';

const longestNamespace = 255;

/** Throws 73 InvalidNamespace for names that MongoDB does not take. */
export const checkNamespace = (namespace: string): void => {
  const database = databaseOf(namespace);
  const collection = namespace.slice(database.length + 1);
  const refuse = (): never => fail('InvalidNamespace', `Invalid namespace specified '${namespace}'`);
  if (database === '' || collection === '' || !namespace.includes('.')) refuse();
  if (database.length > 63 || /[\0/\\ "$]/.test(database)) refuse();
  if (collection.startsWith('.') || collection.endsWith('.') || collection.includes('$') || collection.includes('\0'))
    fail('InvalidNamespace', `Invalid collection name: ${collection}`);
  if (Buffer.byteLength(namespace) > longestNamespace)
    fail('InvalidNamespace', `Fully qualified namespace is too long. Namespace: ${namespace} Max: ${longestNamespace}`);
};

/** Creates a collection; MongoDB lets an equal one be created again. */
export const createCollection = (workspace: Workspace, namespace: string, options: Document): CollectionInfo => {
  checkNamespace(namespace);
  const kept = checkedOptions(namespace, options);
  const present = workspace.collection(namespace);
  if (present) {
    if (equalValues(present.options, kept)) return present;
    return fail(
      'NamespaceExists',
      `namespace ${namespace} already exists, but with different options: ${displayDocument(present.options)}`,
    );
  }
  checkCase(workspace, namespace);
  const { storedCatalogue } = workspace.shared;
  const id = Buffer.from(randomUUID().replaceAll('-', ''), 'hex');
  const collation = kept.get('collation');
  const idIndex = idIndexSpecification(isDocument(collation) ? collation : undefined);
  const info: CollectionInfo = {
    namespace,
    id,
    options: kept,
    prefix: storedCatalogue.newPrefix(),
    indexes: [indexOf(idIndex, storedCatalogue.newPrefix())],
    unfinished: [],
  };
  workspace.define(namespace, info);
  workspace.noteChange({
    kind: 'create',
    namespace,
    collectionId: id,
    detail: new Map<string, Value>([['idIndex', idIndex]]),
  });
  return info;
};

const checkCase = (workspace: Workspace, namespace: string): void => {
  const database = databaseOf(namespace);
  const other = workspace.shared.catalogue.databases().find((name) => name !== database && name.toLowerCase() === database.toLowerCase());
  if (other) fail('DatabaseDifferCase', `db already exists with different case already have: [${other}] trying to create [${database}]`);
};

/** Says whether the collection was there. */
export const dropCollection = (workspace: Workspace, namespace: string): CollectionInfo | undefined => {
  const info = workspace.collection(namespace);
  if (!info) return undefined;
  takeOut(workspace, info);
  workspace.noteChange({ kind: 'drop', namespace, collectionId: info.id });
  return info;
};

const takeOut = (workspace: Workspace, info: CollectionInfo): void => {
  workspace.define(info.namespace, undefined);
  workspace.discardTable(info.prefix);
  for (const index of info.indexes) workspace.discardTable(index.prefix);
};

export const dropDatabase = (workspace: Workspace, database: string): void => {
  const collections = workspace.collections(database);
  for (const info of collections) dropCollection(workspace, info.namespace);
  if (collections.length > 0) workspace.noteChange({ kind: 'dropDatabase', namespace: database, collectionId: undefined });
};

export const renameCollection = (workspace: Workspace, from: string, to: string, dropTarget: boolean): void => {
  checkNamespace(to);
  const info = workspace.collection(from);
  if (!info) return fail('NamespaceNotFound', `Source collection ${from} does not exist`);
  if (from === to) return fail('IllegalOperation', "Can't rename a collection to itself");
  const target = workspace.collection(to);
  if (target && !dropTarget) return fail('NamespaceExists', 'target namespace exists');
  if (target) takeOut(workspace, target);
  workspace.define(from, undefined);
  workspace.define(to, { ...info, namespace: to, unfinished: [] });
  workspace.noteChange({ kind: 'rename', namespace: from, collectionId: info.id, to });
};
