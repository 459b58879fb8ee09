import { once } from 'node:events';
import { crc32, createDeflateRaw } from 'node:zlib';

/** A file that goes into an archive; its text comes in pieces, and each piece may take its time. */
export interface ZippedFile {
  name: string;
  text: Iterable<string> | AsyncIterable<string>;
}

const utf8Names = 0x0800;
const deflated = 8;
/** 1 January 1980, the first day that the format knows: the same files make the same archive. */
const day = 0x21;
const version = 20;

/**
 * The files as a zip archive (PKWARE's APPNOTE 6.3, without encryption and ZIP64: together below 4 GB). Packing is done beside the main
 * thread, and one piece of text at a time is kept waiting for it.
 */
export async function zipped(files: readonly ZippedFile[]): Promise<Buffer> {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, text } of files) {
    const { packed, size, checksum } = await pack(text);
    const nameBytes = Buffer.from(name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(version, 0);
    facts.writeUInt16LE(utf8Names, 2);
    facts.writeUInt16LE(deflated, 4);
    facts.writeUInt16LE(day, 8);
    facts.writeUInt32LE(checksum, 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(size, 18);
    facts.writeUInt16LE(nameBytes.length, 22);
    const before = Buffer.concat([Buffer.from('PK\x03\x04'), facts, nameBytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), u16(version), facts, place, nameBytes]));
    parts.push(before, packed);
    offset += before.length + packed.length;
  }
  const entries = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(files.length, 4);
  end.writeUInt16LE(files.length, 6);
  end.writeUInt32LE(entries.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, entries, Buffer.from('PK\x05\x06'), end]);
}

async function pack(text: ZippedFile['text']): Promise<{ packed: Buffer; size: number; checksum: number }> {
  const deflate = createDeflateRaw();
  const pieces: Buffer[] = [];
  deflate.on('data', (piece: Buffer) => pieces.push(piece));
  const ended = once(deflate, 'end');
  let [size, checksum] = [0, 0];
  for await (const piece of text) {
    const bytes = Buffer.from(piece);
    size += bytes.length;
    checksum = crc32(bytes, checksum);
    if (!deflate.write(bytes)) await once(deflate, 'drain');
  }
  deflate.end();
  await ended;
  return { packed: Buffer.concat(pieces), size, checksum };
}

function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}
