import { compareValues } from '../bson/compare.js';
import type { UpdateOperator } from './field-operation.js';

/** `$min`: keeps the lesser in MongoDB's order across types. */
export const min: UpdateOperator =
  (argument, _path, { collation }) =>
  (value) =>
    value === undefined || compareValues(argument, value, collation) < 0 ? argument : value;

/** `$max` */
export const max: UpdateOperator =
  (argument, _path, { collation }) =>
  (value) =>
    value === undefined || compareValues(argument, value, collation) > 0 ? argument : value;
