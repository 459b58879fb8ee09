import { compareValues } from './compare.js';
import { typeName } from './types.js';
import { isDocument } from './values.js';
import type { Decimal128, Value } from './values.js';

/** Whether two values would be written as the same bytes: number types, signs of zero and trailing zeros of decimals count. */
export const identicalValues = (a: Value | undefined, b: Value | undefined): boolean => {
  if (a === b) return !Object.is(a, 0) === !Object.is(b, 0);
  if (a === undefined || b === undefined) return false;
  const type = typeName(a);
  if (type !== typeName(b)) return false;
  if (isDocument(a) && isDocument(b)) return identicalDocuments(a, b);
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((element, index) => identicalValues(element, b[index]));
  if (type === 'double') return Object.is(a, b);
  if (type === 'decimal') return Buffer.compare((a as Decimal128).bytes, (b as Decimal128).bytes) === 0;
  return compareValues(a, b) === 0;
};

const identicalDocuments = (a: ReadonlyMap<string, Value>, b: ReadonlyMap<string, Value>): boolean => {
  if (a.size !== b.size) return false;
  const others = b.entries();
  for (const [name, value] of a) {
    const other = others.next();
    if (other.done || other.value[0] !== name || !identicalValues(value, other.value[1])) return false;
  }
  return true;
};
