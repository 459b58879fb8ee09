/**
 * A key is a string whose characters are bytes (0 to 255): JavaScript compares such strings as memcmp compares the bytes,
 * and they can be keys of a Map.
 */
export type Key = string;

/** Keys from `from` (inclusive) to `to` (exclusive). */
export interface KeyRange {
  readonly from: Key;
  readonly to: Key;
}

const byte = (value: number): string => String.fromCharCode(value);

/** Every table (the records of a collection, the entries of an index) owns the keys that begin with its four bytes. */
export const prefixLength = 4;

export const tablePrefix = (table: number): Key =>
  byte(table >>> 24) + byte((table >>> 16) & 0xff) + byte((table >>> 8) & 0xff) + byte(table & 0xff);

export const tableOfPrefix = (prefix: Key): number =>
  prefix.charCodeAt(0) * 0x1000000 + (prefix.charCodeAt(1) << 16) + (prefix.charCodeAt(2) << 8) + prefix.charCodeAt(3);

/** All keys of a table. Tables are counted far below 2^32, so that the next prefix always exists. */
export const tableRange = (prefix: Key): KeyRange => ({ from: prefix, to: tablePrefix(tableOfPrefix(prefix) + 1) });

export const recordIdLength = 6;
const highPart = 0x1000000;

/** Six bytes, big-endian. */
export const encodeRecordId = (recordId: number): Key => {
  const high = Math.floor(recordId / highPart);
  const low = recordId % highPart;
  return String.fromCharCode(high >>> 16, (high >>> 8) & 0xff, high & 0xff, low >>> 16, (low >>> 8) & 0xff, low & 0xff);
};

/** Reads the record id that begins at `offset`. */
export const decodeRecordId = (key: Key, offset: number): number =>
  ((key.charCodeAt(offset) << 16) | (key.charCodeAt(offset + 1) << 8) | key.charCodeAt(offset + 2)) * highPart +
  ((key.charCodeAt(offset + 3) << 16) | (key.charCodeAt(offset + 4) << 8) | key.charCodeAt(offset + 5));

export const recordKey = (prefix: Key, recordId: number): Key => prefix + encodeRecordId(recordId);

/** The least key above `key`. */
export const justAbove = (key: Key): Key => `${key}\0`;
