import { binaryBytes } from './binary-bytes.js';
import { compareNumbers } from './compare-numbers.js';
import { canonicalType, ranks } from './types.js';
import type {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  CodeWithScope,
  DbPointer,
  ObjectId,
  Timestamp,
  Document,
  Numeric,
  Value,
} from './values.js';
import type { Collation } from '../query/collation.js';

/**
 * MongoDB's total order. A missing value (`undefined`) ranks with BSON's undefined, before null;
 * sorting and index keys turn missing into null first. A collation touches strings at any depth.
 */
export const compareValues = (a: Value | undefined, b: Value | undefined, collation?: Collation): number => {
  if (typeof a === 'string' && typeof b === 'string') return collation ? collation.compare(a, b) : compareStrings(a, b);
  if (typeof a === 'number' && typeof b === 'number' && a === b) return 0;
  const rank = canonicalType(a);
  const otherRank = canonicalType(b);
  if (rank !== otherRank) return rank < otherRank ? -1 : 1;
  return compareSameRank(rank, a as Value, b as Value, collation);
};

export const equalValues = (a: Value | undefined, b: Value | undefined, collation?: Collation): boolean =>
  compareValues(a, b, collation) === 0;

const compareSameRank = (rank: number, a: Value, b: Value, collation: Collation | undefined): number => {
  switch (rank) {
    case ranks.number:
      return compareNumbers(a as Numeric, b as Numeric);
    case ranks.string: {
      const left = textOf(a as string | BSONSymbol);
      const right = textOf(b as string | BSONSymbol);
      return collation ? collation.compare(left, right) : compareStrings(left, right);
    }
    case ranks.object:
      return compareDocuments(a as Document, b as Document, collation);
    case ranks.array:
      return compareArrays(a as Value[], b as Value[], collation);
    case ranks.binData:
      return compareBinaries(a as Binary, b as Binary);
    case ranks.objectId:
      return Buffer.compare((a as ObjectId).id, (b as ObjectId).id);
    case ranks.bool:
      return Number(a) - Number(b);
    case ranks.date:
      return Math.sign((a as Date).getTime() - (b as Date).getTime());
    case ranks.timestamp:
      return compareTimestamps(a as Timestamp, b as Timestamp);
    case ranks.regex:
      return (
        compareStrings((a as BSONRegExp).pattern, (b as BSONRegExp).pattern) ||
        compareStrings((a as BSONRegExp).options, (b as BSONRegExp).options)
      );
    case ranks.dbPointer:
      return comparePointers(a as DbPointer, b as DbPointer);
    case ranks.javascript:
      return compareStrings((a as Code).code, (b as Code).code);
    case ranks.javascriptWithScope:
      return (
        compareStrings((a as CodeWithScope).code, (b as CodeWithScope).code) ||
        compareDocuments((a as CodeWithScope).scope, (b as CodeWithScope).scope, undefined)
      );
    default:
      return 0;
  }
};

const textOf = (value: string | BSONSymbol): string => (typeof value === 'string' ? value : value.value);

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** By code points, which is the order of the UTF-8 bytes. */
export const compareStrings = (a: string, b: string): number => {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left === right) continue;
    // In UTF-16 the surrogates of high code points stand below U+E000 to U+FFFF.
    if (isSurrogate(left) !== isSurrogate(right)) return isSurrogate(left) ? 1 : -1;
    return left < right ? -1 : 1;
  }
  return a.length < b.length ? -1 : 1;
};

const compareDocuments = (a: Document, b: Document, collation: Collation | undefined): number => {
  const others = b.entries();
  for (const [name, value] of a) {
    const next = others.next();
    if (next.done) return 1;
    const [otherName, otherValue] = next.value;
    const order =
      canonicalType(value) - canonicalType(otherValue) || compareStrings(name, otherName) || compareValues(value, otherValue, collation);
    if (order !== 0) return order < 0 ? -1 : 1;
  }
  return others.next().done ? 0 : -1;
};

const compareArrays = (a: readonly Value[], b: readonly Value[], collation: Collation | undefined): number => {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index += 1) {
    const order = compareValues(a[index], b[index], collation);
    if (order !== 0) return order;
  }
  return Math.sign(a.length - b.length);
};

const compareBinaries = (a: Binary, b: Binary): number => {
  const left = binaryBytes(a);
  const right = binaryBytes(b);
  return Math.sign(left.length - right.length) || Math.sign(a.sub_type - b.sub_type) || Buffer.compare(left, right);
};

const compareTimestamps = (a: Timestamp, b: Timestamp): number => Math.sign(a.t - b.t) || Math.sign(a.i - b.i);

const comparePointers = (a: DbPointer, b: DbPointer): number => {
  const length = Math.sign(Buffer.byteLength(a.namespace) - Buffer.byteLength(b.namespace));
  return length || compareStrings(a.namespace, b.namespace) || Buffer.compare(a.id.id, b.id.id);
};
