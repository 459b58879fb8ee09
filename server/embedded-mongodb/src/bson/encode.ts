import type { Document } from './values.js';

/** The document as BSON bytes, in a buffer of its own. */
export const encodeDocument = (_document: Document): Buffer => Buffer.alloc(0);

/** The number of bytes that `encodeDocument` would return. */
export const encodedSize = (_document: Document): number => 0;
