import { equalValues } from '../bson/compare.js';
import { displayValue } from '../bson/display.js';
import { identicalValues } from '../bson/identical.js';
import { fail, MongoError } from '../errors.js';
import { Timestamp } from '../bson/values.js';
import type { Document } from '../bson/values.js';
import type { UpdatePosition } from './field-operation.js';

/** Refuses names that only operators may have at the top of a document. */
export const checkReplacement = (replacement: Document): void => {
  for (const name of replacement.keys()) if (name.startsWith('$')) refuseDollarName(name);
};

export const refuseDollarName = (name: string): never =>
  fail(
    'DollarPrefixedFieldName',
    `The dollar ($) prefixed field '${name}' in '${name}' is not allowed in the context of an update's replacement document. Consider using an aggregation pipeline with $replaceWith.`,
  );

/** The document with the replacement's fields; its `_id` stays, and must not differ. The same object when nothing changes. */
export const replaceDocument = (document: Document, replacement: Document): Document => {
  const id = document.get('_id');
  const newId = replacement.get('_id');
  if (identicalValues(document, replacement)) return document;
  if (id === undefined) return replacement;
  if (newId === undefined) return new Map([['_id', id], ...replacement]);
  if (!equalValues(id, newId)) {
    throw new MongoError(
      66,
      `After applying the update, the (immutable) field '_id' was found to have been altered to _id: ${displayValue(newId)}`,
      'ImmutableField',
    );
  }
  return idFirst(replacement);
};

/** The same fields with `_id` before all others. */
export const idFirst = (document: Document): Document => {
  const id = document.get('_id');
  if (id === undefined || document.keys().next().value === '_id') return document;
  return new Map([['_id', id], ...[...document].filter(([name]) => name !== '_id')]);
};

/** Empty timestamps at the top of a replacement become the time of the write. */
export const withTimestamps = (replacement: Document, position: UpdatePosition): Document => {
  const isEmpty = (value: unknown): boolean => value instanceof Timestamp && value.t === 0 && value.i === 0;
  if (![...replacement].some(([name, value]) => name !== '_id' && isEmpty(value))) return replacement;
  return new Map([...replacement].map(([name, value]) => [name, name !== '_id' && isEmpty(value) ? position.clusterTime : value]));
};
