import type { Document, Timestamp, Value } from '../bson/values.js';
import type { Collation } from '../query/collation.js';

export interface UpdatePosition {
  /** From `Filter.matchPosition`, for the positional `$`. */
  readonly arrayIndex?: number | undefined;
  /** The document is about to be inserted by an upsert. */
  readonly isInsert?: boolean | undefined;
  readonly now: Date;
  readonly clusterTime: Timestamp;
}

export interface Obstacle {
  /** The name of the field that stands in the way. */
  readonly holder: string;
  /** The part of the path that it cannot have. */
  readonly part: string;
  readonly value: Value;
}

/** One field that an operator works on. */
export interface Field {
  /** The path with the places that `$` and `$[]` stand for. */
  readonly path: string;
  readonly isArrayElement: boolean;
  /** Something on the way that is no document, so that the field can neither be there nor be made. */
  readonly obstacle: Obstacle | undefined;
  /** The document before the update. */
  readonly document: Document;
  readonly position: UpdatePosition;
}

/**
 * What an operator does with one field: gives its new value, the same one for no change, `undefined` to remove it
 * or to leave a missing one missing. `value` must not be changed in place.
 */
export type FieldOperation = (value: Value | undefined, field: Field) => Value | undefined;

export interface OperatorOptions {
  readonly collation?: Collation | undefined;
}

/** Reads the argument that an operator has for one path. */
export type UpdateOperator = (argument: Value, path: string, options: OperatorOptions) => FieldOperation;
