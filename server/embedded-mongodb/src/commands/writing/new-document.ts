import type { Document, Value } from '../../bson/values.js';
import { BSONRegExp, BsonUndefined, ObjectId, Timestamp, isDocument } from '../../bson/values.js';
import { fail } from '../../errors.js';
import type { Request } from '../Request.js';

/** A document ready for storing: `_id` first and made where it is missing, null timestamps filled in. */
export const newDocument = (given: Document, request: Request): Document => {
  let document = given;
  const id = document.get('_id');
  if (id === undefined) document = new Map<string, Value>([['_id', new ObjectId()], ...document]);
  else {
    checkId(id);
    if (document.keys().next().value !== '_id') document = new Map<string, Value>([['_id', id], ...document]);
  }
  return hasNullTimestamp(document) ? withTimestamps(document, request.server.store.lastCommit) : document;
};

const hasNullTimestamp = (document: Document): boolean => {
  for (const [name, value] of document) if (value instanceof Timestamp && value.isZero() && name !== '_id') return true;
  return false;
};

const withTimestamps = (document: Document, now: Timestamp): Document => {
  const filled = new Map(document);
  for (const [name, value] of filled) if (value instanceof Timestamp && value.isZero() && name !== '_id') filled.set(name, now);
  return filled;
};

/** Refuses what no `_id` may be. */
export const checkId = (id: Value): void => {
  if (Array.isArray(id)) fail('InvalidIdField', "The '_id' value cannot be of type array");
  if (id instanceof BSONRegExp) fail('InvalidIdField', "The '_id' value cannot be of type regex");
  if (id instanceof BsonUndefined) fail('InvalidIdField', "The '_id' value cannot be of type undefined");
  if (isDocument(id))
    for (const name of id.keys())
      if (name.startsWith('$'))
        fail('DollarPrefixedFieldName', `_id fields may not contain '$'-prefixed fields: ${name} is not valid for storage.`);
};
