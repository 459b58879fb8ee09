import { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, MaxKey, MinKey, ObjectId, Timestamp } from 'bson';

/**
 * A BSON document in memory: its fields in their order. A Map, because a plain object reorders integer-like keys.
 * Embedded documents are Documents too; arrays are JavaScript arrays.
 */
export type Document = Map<string, Value>;

/**
 * A BSON value in memory. The number types stay apart: `number` is a double, `Int32` a 32-bit integer, `bigint` a 64-bit integer.
 * A missing field is JavaScript's `undefined`, which is never stored; BSON's deprecated undefined is `BsonUndefined`.
 */
export type Value =
  | null
  | boolean
  | number
  | Int32
  | bigint
  | Decimal128
  | string
  | Date
  | ObjectId
  | Binary
  | BSONRegExp
  | Code
  | CodeWithScope
  | BSONSymbol
  | Timestamp
  | MinKey
  | MaxKey
  | BsonUndefined
  | DbPointer
  | Value[]
  | Document;

/** BSON's deprecated type 6. */
export class BsonUndefined {
  /** Keeps the type apart from others for the compiler. */
  readonly bsonType = 'undefined';
  static readonly only = new BsonUndefined();
}

/** BSON's deprecated type 12, kept as it came. */
export class DbPointer {
  constructor(
    readonly namespace: string,
    readonly id: ObjectId,
  ) {}
}

/** BSON's type 15. `Code` from `bson` holds its scope as a plain object, which would lose the order of fields. */
export class CodeWithScope {
  constructor(
    readonly code: string,
    readonly scope: Document,
  ) {}
}

export type Numeric = number | Int32 | bigint | Decimal128;

export const isDocument = (value: Value | undefined): value is Document => value instanceof Map;

export const isNumeric = (value: Value | undefined): value is Numeric =>
  typeof value === 'number' || value instanceof Int32 || typeof value === 'bigint' || value instanceof Decimal128;

/** Null, BSON's undefined or a missing field. */
export const isNullish = (value: Value | undefined): value is null | undefined | BsonUndefined =>
  value === undefined || value === null || value instanceof BsonUndefined;

export { Binary, BSONRegExp, BSONSymbol, Code, Decimal128, Int32, MaxKey, MinKey, ObjectId, Timestamp };
