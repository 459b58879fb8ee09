import { MongoError, errorCodes, fail } from '../errors.js';
import { typeName } from '../bson/types.js';
import type { Request } from './Request.js';

const mostBytes = 255;

/** `database.collection` of a command whose first argument names its collection. */
export const namespaceOf = (request: Request): string => {
  const collection = request.body.get(request.name);
  if (typeof collection !== 'string')
    throw new MongoError(errorCodes.InvalidNamespace, `collection name has invalid type ${typeName(collection)}`);
  return collectionNamespace(request.database, collection);
};

/** Joins and checks; 73 InvalidNamespace for names that no collection can have. */
export const collectionNamespace = (database: string, collection: string): string => {
  const namespace = `${database}.${collection}`;
  const invalid =
    collection === '' ||
    collection.startsWith('.') ||
    collection.includes('\0') ||
    collection.includes('$') ||
    Buffer.byteLength(namespace) > mostBytes;
  return invalid ? fail('InvalidNamespace', `Invalid namespace specified '${namespace}'`) : namespace;
};

/** Splits at the first dot and checks both parts, for commands that take whole namespaces. */
export const checkedNamespace = (namespace: string): { database: string; collection: string; namespace: string } => {
  const dot = namespace.indexOf('.');
  if (dot <= 0) return fail('InvalidNamespace', `Invalid namespace specified '${namespace}'`);
  const database = namespace.slice(0, dot);
  const collection = namespace.slice(dot + 1);
  return { database, collection, namespace: collectionNamespace(database, collection) };
};

/** Collections whose names begin with `system.` are MongoDB's own. */
export const refuseSystemCollection = (namespace: string): void => {
  if (namespace.slice(namespace.indexOf('.') + 1).startsWith('system.')) fail('InvalidNamespace', `Invalid system namespace: ${namespace}`);
};
