import { randomBytes } from 'node:crypto';
import type { Document, Value } from '../bson/values.js';
import { Int32 } from '../bson/values.js';
import { encodeDocument } from '../bson/encode.js';
import { writeExtendedJson } from '../bson/extended-json.js';
import { Crc64 } from './crc64.js';
import type { DumpedCollection, DumpSource } from './DumpedCollection.js';

export const archiveMagic = 0x8199e26d;
export const terminator = Buffer.from([0xff, 0xff, 0xff, 0xff]);
export const archiveVersion = '0.1';

const blockBytes = 1024 * 1024;

/** A mongodump archive, which `mongorestore --archive=FILE` reads, in pieces. */
export function* writeArchive(source: DumpSource, serverVersion: string): Generator<Buffer> {
  const magic = Buffer.alloc(4);
  magic.writeUInt32LE(archiveMagic);
  yield magic;
  yield encodeDocument(
    new Map<string, Value>([
      ['concurrent_collections', new Int32(1)],
      ['version', archiveVersion],
      ['server_version', serverVersion],
      ['tool_version', 'embedded-mongodb'],
    ]),
  );
  for (const collection of source.collections) yield encodeDocument(metadataOf(collection));
  yield terminator;
  for (const collection of source.collections) yield* blocksOf(collection, source.documents(collection));
}

const metadataOf = ({ database, collection, options, indexes }: DumpedCollection): Document => {
  const metadata: Document = new Map<string, Value>([
    ['options', options],
    ['indexes', [...indexes]],
    ['uuid', randomBytes(16).toString('hex')],
    ['collectionName', collection],
    ['type', 'collection'],
  ]);
  return new Map<string, Value>([
    ['db', database],
    ['collection', collection],
    ['metadata', writeExtendedJson(metadata, { relaxed: false })],
    ['size', new Int32(0)],
    ['type', 'collection'],
  ]);
};

function* blocksOf(collection: DumpedCollection, documents: Iterable<Buffer>): Generator<Buffer> {
  const checksum = new Crc64();
  let block: Buffer[] = [];
  let bytes = 0;
  for (const document of documents) {
    checksum.update(document);
    block.push(document);
    bytes += document.length;
    if (bytes < blockBytes) continue;
    yield Buffer.concat([blockHeader(collection, false, 0n), ...block, terminator]);
    block = [];
    bytes = 0;
  }
  if (block.length > 0) yield Buffer.concat([blockHeader(collection, false, 0n), ...block, terminator]);
  yield Buffer.concat([blockHeader(collection, true, checksum.value), terminator]);
}

const blockHeader = ({ database, collection }: DumpedCollection, isLast: boolean, checksum: bigint): Buffer =>
  encodeDocument(
    new Map<string, Value>([
      ['db', database],
      ['collection', collection],
      ['EOF', isLast],
      ['CRC', checksum],
    ]),
  );
