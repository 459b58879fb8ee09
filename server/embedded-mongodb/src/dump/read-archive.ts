import type { Document, Value } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { decodeDocument } from '../bson/decode.js';
import { readExtendedJson } from '../bson/extended-json.js';
import type { ByteReader } from './ByteReader.js';
import { Crc64 } from './crc64.js';
import type { DumpedCollection, DumpItem } from './DumpedCollection.js';
import { BadDump } from './DumpedCollection.js';
import { archiveMagic, archiveVersion } from './write-archive.js';

/** Reads a mongodump archive, whose blocks may be interleaved; throws BadDump where it is none, or damaged. */
export async function* readArchive(reader: ByteReader): AsyncGenerator<DumpItem> {
  const magic = await reader.read(4);
  if (magic?.readUInt32LE(0) !== archiveMagic) throw new BadDump('the file is not a mongodump archive');
  const header = await reader.document();
  if (!Buffer.isBuffer(header)) throw new BadDump('the archive has no header');
  const version = decodeDocument(header).get('version');
  if (version !== archiveVersion) throw new BadDump(`the archive is of version ${String(version)}, which this server does not know`);
  for (let described = await reader.document(); described !== 'terminator'; described = await reader.document()) {
    if (!described) throw new BadDump('the archive ends within its descriptions');
    yield { kind: 'collection', collection: describedCollection(decodeDocument(described)) };
  }
  yield* readBlocks(reader);
}

const describedCollection = (description: Document): DumpedCollection => {
  const database = text(description, 'db');
  const collection = text(description, 'collection');
  const type = description.get('type');
  if (typeof type === 'string' && type !== '' && type !== 'collection')
    throw new BadDump(`${database}.${collection} is a ${type}, which the embedded server does not have`);
  const metadata = readExtendedJson(text(description, 'metadata') || '{}');
  const options = metadata.get('options');
  const indexes = metadata.get('indexes');
  return {
    database,
    collection,
    options: isDocument(options) ? options : new Map(),
    indexes: Array.isArray(indexes) ? indexes.filter(isDocument) : [],
  };
};

async function* readBlocks(reader: ByteReader): AsyncGenerator<DumpItem> {
  const unfinished = new Map<string, Crc64>();
  for (let header = await reader.document(); header !== undefined; header = await reader.document()) {
    if (header === 'terminator') throw new BadDump('a block of the archive has no header');
    const fields = decodeDocument(header);
    const database = text(fields, 'db');
    const collection = text(fields, 'collection');
    const namespace = `${database}.${collection}`;
    const checksum = unfinished.get(namespace) ?? new Crc64();
    unfinished.set(namespace, checksum);
    for (let bytes = await reader.document(); bytes !== 'terminator'; bytes = await reader.document()) {
      if (!bytes) throw new BadDump('the archive ends within a block');
      checksum.update(bytes);
      yield { kind: 'document', database, collection, bytes };
    }
    if (fields.get('EOF') !== true) continue;
    if (asBigInt(fields.get('CRC')) !== checksum.value) throw new BadDump(`the checksum of ${namespace} does not agree with its documents`);
    unfinished.delete(namespace);
  }
  for (const namespace of unfinished.keys()) throw new BadDump(`the archive ends before ${namespace} does`);
}

const text = (document: Document, name: string): string => {
  const value = document.get(name);
  if (typeof value !== 'string') throw new BadDump(`the archive lacks the text '${name}'`);
  return value;
};

const asBigInt = (value: Value | undefined): bigint | undefined => (typeof value === 'bigint' ? value : undefined);
