import type { Document, Value } from '../bson/values.js';
import { Int32 } from '../bson/values.js';

/** A Document of the given fields in their order; a field that is `undefined` is left out. */
export const fieldsOf = (fields: Readonly<Record<string, Value | undefined>>): Document => {
  const document: Document = new Map();
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) document.set(name, value);
  return document;
};

export const int = (value: number): Int32 => new Int32(value);
