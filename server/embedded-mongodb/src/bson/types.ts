import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  BsonUndefined,
  Code,
  CodeWithScope,
  DbPointer,
  Decimal128,
  Int32,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from './values.js';
import type { Value } from './values.js';

/** The names that `$type` takes and error messages show, with BSON's numbers. */
export const typeNumbers = {
  double: 1,
  string: 2,
  object: 3,
  array: 4,
  binData: 5,
  undefined: 6,
  objectId: 7,
  bool: 8,
  date: 9,
  null: 10,
  regex: 11,
  dbPointer: 12,
  javascript: 13,
  symbol: 14,
  javascriptWithScope: 15,
  int: 16,
  timestamp: 17,
  long: 18,
  decimal: 19,
  minKey: -1,
  maxKey: 127,
  missing: 0,
} as const;

export type TypeName = keyof typeof typeNumbers;

/** The name that `$type` and error messages use. */
export const typeName = (value: Value | undefined): TypeName => {
  switch (typeof value) {
    case 'undefined':
      return 'missing';
    case 'string':
      return 'string';
    case 'number':
      return 'double';
    case 'bigint':
      return 'long';
    case 'boolean':
      return 'bool';
    default:
      return objectTypeName(value);
  }
};

const objectTypeName = (value: Exclude<Value, string | number | bigint | boolean>): TypeName => {
  if (value === null) return 'null';
  if (value instanceof Map) return 'object';
  if (Array.isArray(value)) return 'array';
  if (value instanceof Int32) return 'int';
  if (value instanceof ObjectId) return 'objectId';
  if (value instanceof Date) return 'date';
  if (value instanceof Decimal128) return 'decimal';
  if (value instanceof Binary) return 'binData';
  if (value instanceof Timestamp) return 'timestamp';
  if (value instanceof BSONRegExp) return 'regex';
  if (value instanceof BsonUndefined) return 'undefined';
  if (value instanceof Code) return 'javascript';
  if (value instanceof CodeWithScope) return 'javascriptWithScope';
  if (value instanceof BSONSymbol) return 'symbol';
  if (value instanceof DbPointer) return 'dbPointer';
  if (value instanceof MinKey) return 'minKey';
  if (value instanceof MaxKey) return 'maxKey';
  throw new TypeError('not a BSON value');
};

/** BSON's type number, as `$type` takes it; 0 for a missing value. */
export const typeNumber = (value: Value | undefined): number => typeNumbers[typeName(value)];

/** Ranks of the types in MongoDB's order across types; values of equal rank compare by value. */
export const ranks = {
  minKey: 1,
  undefined: 2,
  null: 3,
  number: 4,
  string: 5,
  object: 6,
  array: 7,
  binData: 8,
  objectId: 9,
  bool: 10,
  date: 11,
  timestamp: 12,
  regex: 13,
  dbPointer: 14,
  javascript: 15,
  javascriptWithScope: 16,
  maxKey: 17,
} as const;

const rankOfType: Readonly<Record<TypeName, number>> = {
  ...ranks,
  missing: ranks.undefined,
  double: ranks.number,
  int: ranks.number,
  long: ranks.number,
  decimal: ranks.number,
  symbol: ranks.string,
};

/** Rank of the value's type in MongoDB's order across types; a missing value ranks with BSON's undefined. */
export const canonicalType = (value: Value | undefined): number => rankOfType[typeName(value)];
