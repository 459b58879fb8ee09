import { crc32 } from 'node:zlib';
import { decodeDocument } from '../../bson/decode.js';
import { encodeDocument } from '../../bson/encode.js';
import { Binary, isDocument } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { boundsOf2d, isGeoKind } from '../../geo/index-values.js';
import type { GeoKind } from '../../geo/index-values.js';
import { Multikey } from '../CollectionInfo.js';
import type { CollectionInfo, GeoIndex, IndexInfo } from '../CollectionInfo.js';
import { partialFilterOf } from '../indexes/specification.js';
import { tableOfPrefix, tablePrefix } from '../key-value/keys.js';
import type { Key } from '../key-value/keys.js';

const checksumLength = 4;

/** Puts a checksum before the bytes of a document. */
export const sealed = (document: Document): Buffer => {
  const bytes = encodeDocument(document);
  const record = Buffer.allocUnsafe(checksumLength + bytes.length);
  record.writeUInt32BE(crc32(bytes), 0);
  bytes.copy(record, checksumLength);
  return record;
};

/** Undoes `sealed`; throws where the bytes are not what was written. */
export const unsealed = (record: Buffer, what: string): Document => {
  const bytes = record.subarray(checksumLength);
  if (record.length < checksumLength || checksumOf(record) !== crc32(bytes)) throw new Error(`the record of ${what} is damaged`);
  return decodeDocument(bytes);
};

export const checksumOf = (record: Buffer): number => record.readUInt32BE(0);

/** A collection as the catalogue stores it. */
export const collectionRecord = (info: CollectionInfo): Buffer =>
  sealed(
    new Map<string, Value>([
      ['namespace', info.namespace],
      ['id', new Binary(info.id, Binary.SUBTYPE_UUID)],
      ['table', tableOfPrefix(info.prefix)],
      ['options', info.options],
      [
        'indexes',
        info.indexes.map(
          (index): Document =>
            new Map<string, Value>([
              ['specification', index.specification],
              ['table', tableOfPrefix(index.prefix)],
              ['multikey', [...index.multikey.fields]],
            ]),
        ),
      ],
    ]),
  );

export const collectionOfRecord = (record: Buffer, namespace: string): CollectionInfo => {
  const document = unsealed(record, `collection ${namespace}`);
  const id = document.get('id');
  const options = document.get('options');
  const indexes = document.get('indexes');
  if (!(id instanceof Binary) || !isDocument(options) || !Array.isArray(indexes) || document.get('namespace') !== namespace)
    throw new Error(`the record of collection ${namespace} is not understood`);
  return {
    namespace,
    id: Buffer.from(id.value()),
    options,
    prefix: tablePrefix(Number(document.get('table'))),
    indexes: indexes.map((index) => indexOfRecord(index, namespace)),
    unfinished: [],
  };
};

const indexOfRecord = (record: Value, namespace: string): IndexInfo => {
  const specification = isDocument(record) ? record.get('specification') : undefined;
  const multikey = isDocument(record) ? record.get('multikey') : undefined;
  if (!isDocument(record) || !isDocument(specification) || !Array.isArray(multikey))
    throw new Error(`an index of collection ${namespace} is not understood`);
  return indexOf(specification, tablePrefix(Number(record.get('table'))), multikey.map(Boolean));
};

/** An index made of its specification. */
export const indexOf = (specification: Document, prefix: Key, multikey?: readonly boolean[]): IndexInfo => {
  const key = specification.get('key') as Document;
  const partialFilter = specification.get('partialFilterExpression');
  const expiry = specification.get('expireAfterSeconds');
  return {
    name: specification.get('name') as string,
    key,
    specification,
    fields: [...key.keys()],
    descending: [...key.values()].map((direction) => Number(direction) < 0),
    unique: specification.get('unique') === true || specification.get('name') === '_id_',
    sparse: specification.get('sparse') === true,
    partialFilter: isDocument(partialFilter) ? partialFilterOf(partialFilter) : undefined,
    expireAfterSeconds: expiry === undefined ? undefined : Number(expiry),
    hidden: specification.get('hidden') === true,
    geo: geoIndexOf(specification, key),
    prefix,
    multikey: new Multikey(multikey ?? [...key.keys()].map(() => false)),
  };
};

const geoIndexOf = (specification: Document, key: Document): GeoIndex | undefined => {
  const kinds = [...key].filter((entry): entry is [string, GeoKind] => isGeoKind(entry[1]));
  return kinds.length === 0 ? undefined : { kinds: new Map(kinds), bounds: boundsOf2d(specification) };
};
