import { compareValues } from '../bson/compare.js';
import { displayValue } from '../bson/display.js';
import { indexKeyValues, pathParts } from '../bson/paths.js';
import { fail, MongoError, notSupported } from '../errors.js';
import { isDocument, isNumeric } from '../bson/values.js';
import { checkFieldPath } from './field-path.js';
import { exactInteger } from './integer-arguments.js';
import type { Document, Value } from '../bson/values.js';
import type { Collation } from './collation.js';

export interface SortField {
  readonly path: string;
  readonly descending: boolean;
}

/** What a document is sorted by: one value for each field. */
export type SortKey = readonly (Value | undefined)[];

export interface Sort {
  /** Empty for `$natural`. */
  readonly fields: readonly SortField[];
  /** Direction of `{ $natural: ... }`. */
  readonly natural: 'forward' | 'backward' | undefined;
  /** Of an array the least element counts, or the greatest where the field is descending; missing counts as null. */
  key(document: Document): SortKey;
  compareKeys(a: SortKey, b: SortKey): number;
  /** Compares by the keys, which it remembers for as long as the documents live. */
  compare(a: Document, b: Document): number;
}

/** Compiles a sort specification such as `{ age: -1, "name.last": 1 }`. */
export const compileSort = (specification: Document, collation?: Collation): Sort => {
  const natural = naturalDirection(specification);
  const fields = natural === undefined ? [...specification].map(sortField) : [];
  const paths = fields.map((field) => field.path);
  const parts = paths.map(pathParts);
  const compareKeys = (a: SortKey, b: SortKey): number => {
    for (let index = 0; index < fields.length; index += 1) {
      const order = compareValues(a[index] ?? null, b[index] ?? null, collation);
      if (order !== 0) return fields[index]?.descending ? -order : order;
    }
    return 0;
  };
  const key = (document: Document): SortKey => plainKey(document, parts) ?? firstKey(document, paths, compareKeys);
  const remembered = new WeakMap<Document, SortKey>();
  const rememberedKey = (document: Document): SortKey => {
    const known = remembered.get(document);
    if (known) return known;
    const made = key(document);
    remembered.set(document, made);
    return made;
  };
  return { fields, natural, key, compareKeys, compare: (a, b) => compareKeys(rememberedKey(a), rememberedKey(b)) };
};

const naturalDirection = (specification: Document): Sort['natural'] => {
  const direction = specification.get('$natural');
  if (direction === undefined) return undefined;
  if (specification.size > 1) return fail('BadValue', `Cannot include '$natural' in compound sort: ${displayValue(specification)}`);
  const integer = exactInteger(direction);
  if (integer === 1n) return 'forward';
  return integer === -1n ? 'backward' : fail('BadValue', '$natural sort cannot be set to a value other than -1 or 1.');
};

const sortField = ([path, direction]: [string, Value]): SortField => {
  if (isDocument(direction)) return direction.has('$meta') ? notSupported('a sort by $meta') : illegalKey(path, direction);
  if (!isNumeric(direction)) return illegalKey(path, direction);
  const integer = exactInteger(direction);
  if (integer !== 1n && integer !== -1n) throw new MongoError(15975, '$sort key ordering must be 1 (for ascending) or -1 (for descending)');
  checkFieldPath(path);
  return { path, descending: integer === -1n };
};

const illegalKey = (path: string, direction: Value): never => {
  throw new MongoError(15974, `Illegal key in $sort specification: ${path}: ${displayValue(direction)}`);
};

/** The values where no array is in the way; `undefined` when one is. */
const plainKey = (document: Document, paths: readonly (readonly string[])[]): SortKey | undefined => {
  const key: (Value | undefined)[] = [];
  for (const parts of paths) {
    let value: Value | undefined = document;
    for (const part of parts) {
      if (!isDocument(value)) {
        value = undefined;
        break;
      }
      value = value.get(part);
      if (Array.isArray(value)) return undefined;
    }
    key.push(value);
  }
  return key;
};

/** The first of the keys that the document would have in an index on these fields. */
const firstKey = (document: Document, paths: readonly string[], compareKeys: (a: SortKey, b: SortKey) => number): SortKey => {
  const { keys } = keysOf(document, paths);
  return keys.reduce((first, key) => (compareKeys(key, first) < 0 ? key : first));
};

const keysOf = (document: Document, paths: readonly string[]): { keys: (Value | undefined)[][] } => {
  try {
    return indexKeyValues(document, paths);
  } catch (error) {
    if (error instanceof MongoError && error.codeName === 'CannotIndexParallelArrays')
      return fail('BadValue', 'cannot sort with keys that are parallel arrays');
    throw error;
  }
};
