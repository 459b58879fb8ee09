import { compareValues } from '../bson/compare.js';
import { typeName } from '../bson/types.js';
import { fail } from '../errors.js';
import { isDocument, isNumeric } from '../bson/values.js';
import { exactInteger, saturatedInt32 } from '../query/integer-arguments.js';
import { displayId } from './display-id.js';
import type { Document, Value } from '../bson/values.js';
import type { Collation } from '../query/collation.js';
import type { UpdateOperator } from './field-operation.js';

type Compare = (a: Value, b: Value) => number;

interface PushClauses {
  readonly each: readonly Value[];
  readonly position?: number;
  readonly sort?: Compare;
  readonly slice?: number;
}

/** `$push`, with `$each`, `$position`, `$sort` and `$slice`, done in that order. */
export const push: UpdateOperator = (argument, path, { collation }) => {
  const { each, position, sort, slice } =
    isDocument(argument) && argument.has('$each') ? readClauses(argument, collation) : simplePush(argument);
  return (value, field) => {
    if (value !== undefined && !Array.isArray(value)) {
      return fail(
        'BadValue',
        `The field '${path}' must be an array but is of type ${typeName(value)} in document ${displayId(field.document)}`,
      );
    }
    const isUntouched = each.length === 0 && !sort && (slice === undefined || (value?.length ?? 0) <= Math.abs(slice));
    if (value && isUntouched) return value;
    const array = value ? [...value] : [];
    array.splice(position === undefined ? array.length : position, 0, ...each);
    if (sort) array.sort(sort);
    return slice === undefined ? array : slicedTo(array, slice);
  };
};

const simplePush = (argument: Value): PushClauses => ({ each: [argument] });

const slicedTo = (array: Value[], slice: number): Value[] => {
  if (slice === 0) return [];
  return slice > 0 ? array.slice(0, slice) : array.slice(slice);
};

const readClauses = (clauses: Document, collation: Collation | undefined): PushClauses => {
  let read: PushClauses = { each: [] };
  for (const [name, value] of clauses) {
    switch (name) {
      case '$each':
        if (!Array.isArray(value))
          return fail('BadValue', `The argument to $each in $push must be an array but it was of type: ${typeName(value)}`);
        read = { ...read, each: value };
        break;
      case '$slice':
        read = { ...read, slice: integerClause(value, 'The value for $slice must be an integer value but was given type: ') };
        break;
      case '$position':
        read = { ...read, position: integerClause(value, 'The value for $position must be an integer value, not of type: ') };
        break;
      case '$sort':
        read = { ...read, sort: sortClause(value, collation) };
        break;
      default:
        fail('BadValue', `Unrecognized clause in $push: ${name}`);
    }
  }
  return read;
};

const integerClause = (value: Value, complaint: string): number =>
  isNumeric(value) && exactInteger(value) !== undefined ? saturatedInt32(value) : fail('BadValue', `${complaint}${typeName(value)}`);

const sortClause = (value: Value, collation: Collation | undefined): Compare => {
  if (isNumeric(value)) {
    const factor = direction(value);
    return (a, b) => factor * compareValues(a, b, collation);
  }
  if (!isDocument(value))
    return fail('BadValue', 'The $sort is invalid: use 1/-1 to sort the whole element, or {field:1/-1} to sort embedded fields');
  if (value.size === 0) return fail('BadValue', 'The $sort pattern is empty when it should be a set of fields.');
  const fields = [...value].map(([path, order]) => ({ parts: sortPath(path), factor: direction(order) }));
  return (a, b) => {
    for (const { parts, factor } of fields) {
      const order = factor * compareValues(valueAt(a, parts) ?? null, valueAt(b, parts) ?? null, collation);
      if (order !== 0) return order;
    }
    return 0;
  };
};

const direction = (value: Value): 1 | -1 => {
  const integer = exactInteger(value);
  if (integer !== 1n && integer !== -1n) return fail('BadValue', 'The $sort element value must be either 1 or -1');
  return integer === 1n ? 1 : -1;
};

const sortPath = (path: string): string[] => {
  const parts = path.split('.');
  if (path === '') fail('BadValue', 'The $sort field cannot be empty');
  if (parts.includes('')) fail('BadValue', `The $sort field is a dotted field but has an empty part: ${path}`);
  return parts;
};

/** Elements that are no documents sort by their missing fields. */
const valueAt = (element: Value, parts: readonly string[]): Value | undefined => {
  let value: Value | undefined = element;
  for (const part of parts) {
    if (isDocument(value)) value = value.get(part);
    else if (Array.isArray(value) && value !== element) value = value[Number(part)];
    else return undefined;
  }
  return value;
};
