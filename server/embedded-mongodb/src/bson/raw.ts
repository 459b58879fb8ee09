import type { Value } from './values.js';

/** One top-level field of a BSON document, without decoding the others. */
export const readField = (_bytes: Uint8Array, _name: string): Value | undefined => undefined;
