import { identicalValues } from '../bson/identical.js';
import type { UpdateOperator } from './field-operation.js';

/** `$set` */
export const set: UpdateOperator = (argument) => (value) => (identicalValues(value, argument) ? value : argument);

/** `$setOnInsert`: `$set` for the document that an upsert inserts. */
export const setOnInsert: UpdateOperator =
  (argument) =>
  (value, { position }) =>
    position.isInsert && !identicalValues(value, argument) ? argument : value;
