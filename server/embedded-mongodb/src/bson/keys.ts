import type { Value } from './values.js';

/** Bytes whose memcmp order is `compareValues` component by component; a missing value counts as null. A descending component is inverted. */
export const encodeKey = (_values: readonly (Value | undefined)[], _descending: readonly boolean[]): Buffer => Buffer.alloc(0);

/** Lower bound (inclusive) and upper bound (exclusive) of the components of all values that `$gt` and its kin compare with `value`. */
export const keyBracket = (_value: Value | undefined, _descending: boolean): { lower: Buffer; upper: Buffer } => ({ lower: Buffer.alloc(0), upper: Buffer.alloc(0) });

/** The least key above every key that begins with `prefix`, a whole number of components. */
export const keySuccessor = (prefix: Uint8Array): Buffer => Buffer.concat([prefix, Buffer.of(0xff)]);
