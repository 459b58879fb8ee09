import type { Value } from './values.js';

export type TypeName = 'double' | 'string' | 'object' | 'array' | 'binData' | 'undefined' | 'objectId' | 'bool' | 'date' | 'null' | 'regex' | 'dbPointer' | 'javascript' | 'symbol' | 'javascriptWithScope' | 'int' | 'timestamp' | 'long' | 'decimal' | 'minKey' | 'maxKey' | 'missing';

/** The name that `$type` and error messages use. */
export const typeName = (_value: Value | undefined): TypeName => 'missing';

/** BSON's type number, as `$type` takes it; 0 for a missing value. */
export const typeNumber = (_value: Value | undefined): number => 0;

/** Rank of the value's type in MongoDB's order across types; equal ranks compare by value. */
export const canonicalType = (_value: Value | undefined): number => 0;
