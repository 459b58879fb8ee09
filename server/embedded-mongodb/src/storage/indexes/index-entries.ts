import { createHash } from 'node:crypto';
import { encodeKey } from '../../bson/keys.js';
import { indexKeyValues } from '../../bson/paths.js';
import { readField } from '../../bson/raw.js';
import { checkGeoValue } from '../../geo/index-values.js';
import type { Document, Value } from '../../bson/values.js';
import type { IndexInfo } from '../CollectionInfo.js';
import { prefixLength, recordIdLength, encodeRecordId, decodeRecordId } from '../key-value/keys.js';
import type { Key } from '../key-value/keys.js';

/** LMDB's keys end at 1,978 bytes. What an index key holds beyond this many bytes is replaced by a hash. */
export const longestWholeKey = 1_800;

/** The bytes of an index key as they are stored: whole, or cut and told apart by a hash of the whole. */
export const storedKey = (encoded: Key): Key =>
  encoded.length <= longestWholeKey
    ? encoded
    : encoded.slice(0, longestWholeKey) + createHash('sha256').update(encoded, 'latin1').digest().toString('latin1');

export const indexKey = (index: IndexInfo, values: readonly (Value | undefined)[]): Key =>
  index.prefix + storedKey(encodeKey(values, index.descending).toString('latin1'));

/** The hash stands for values that the key does not hold: the document has to be looked at. */
export const isCutKey = (index: IndexInfo, key: Key): boolean =>
  key.length > prefixLength + longestWholeKey + (index.unique ? 0 : recordIdLength);

/** The part of a cut key that is in order. */
export const orderedPart = (key: Key): Key => key.slice(0, prefixLength + longestWholeKey);

/** A document's entry in a unique index maps the key to the record's id; in other indexes the id ends the key. */
export const entryKey = (index: IndexInfo, key: Key, recordId: number): Key => (index.unique ? key : key + encodeRecordId(recordId));

export const recordIdOfBytes = (bytes: Buffer): number => bytes.readUIntBE(0, recordIdLength);

export const recordIdOfEntry = (index: IndexInfo, key: Key, value: Buffer): number =>
  index.unique ? recordIdOfBytes(value) : decodeRecordId(key, key.length - recordIdLength);

export const recordIdBytes = (recordId: number): Buffer => {
  const bytes = Buffer.allocUnsafe(recordIdLength);
  bytes.writeUIntBE(recordId, 0, recordIdLength);
  return bytes;
};

const fieldsOfIndexes = new WeakMap<IndexInfo, readonly string[]>();

/** The top-level fields that an index reads. */
export const topLevelFields = (index: IndexInfo): readonly string[] => {
  const known = fieldsOfIndexes.get(index);
  if (known) return known;
  const fields = new Set(index.fields.map((path) => path.split('.', 1)[0] as string));
  for (const path of index.partialFilter ? filteredFields(index.specification) : []) fields.add(path);
  const list = [...fields];
  fieldsOfIndexes.set(index, list);
  return list;
};

const filteredFields = (specification: Document): string[] => {
  const names: string[] = [];
  const visit = (filter: Value | undefined): void => {
    if (!(filter instanceof Map)) return;
    for (const [name, value] of filter) {
      if (!name.startsWith('$')) names.push(name.split('.', 1)[0] as string);
      else if (Array.isArray(value)) value.forEach(visit);
    }
  };
  visit(specification.get('partialFilterExpression'));
  return names;
};

/** As much of a stored document as the index needs. */
export const partFor = (fields: Iterable<string>, bytes: Buffer): Document => {
  const part: Document = new Map();
  for (const field of fields) {
    const value = readField(bytes, field);
    if (value !== undefined) part.set(field, value);
  }
  return part;
};

/** The keys under which a document stands in an index, each once, without the record id. Notes arrays in the index's multikey flags. */
export const indexKeysOf = (index: IndexInfo, document: Document): Key[] => {
  if (index.partialFilter && !index.partialFilter.matches(document)) return [];
  if (index.geo) {
    for (const [path, kind] of index.geo.kinds) checkGeoValue(document, path, kind, index.geo.bounds);
    return [];
  }
  const { keys, multikeyPaths } = indexKeyValues(document, index.fields);
  if (multikeyPaths.includes(true)) index.multikey.note(multikeyPaths);
  const first = keys[0];
  if (keys.length === 1 && first) return index.sparse && isEmpty(first) ? [] : [indexKey(index, first)];
  const distinct = new Set<Key>();
  for (const values of keys) if (!(index.sparse && isEmpty(values))) distinct.add(indexKey(index, values));
  return [...distinct];
};

const isEmpty = (values: readonly (Value | undefined)[]): boolean => values.every((value) => value === undefined);
