import type { Document } from '../bson/values.js';
import { decodeDocument } from '../bson/decode.js';
import { fail } from '../errors.js';
import { crc32c } from './crc32c.js';
import { ProtocolError } from './ProtocolError.js';

export const opReply = 1;
export const opQuery = 2004;
export const opMsg = 2013;

const checksumPresent = 1;
const moreToCome = 2;
const knownRequiredFlags = checksumPresent | moreToCome;

/** One message as it stands in its envelope; the body is decoded by `readBody`, since a bad body only spoils its own command. */
export interface Message {
  readonly requestId: number;
  readonly operation: typeof opMsg | typeof opQuery;
  /** The sender does not want an answer. */
  readonly moreToCome: boolean;
  readonly bodyBytes: Buffer;
  /** Kind-1 sections: undecoded documents by argument name. */
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
  /** The namespace of an OP_QUERY. */
  readonly queryNamespace?: string;
}

const noSequences: ReadonlyMap<string, readonly Buffer[]> = new Map();

/** Takes a whole message apart; throws ProtocolError where its envelope is broken. */
export const parseMessage = (bytes: Buffer): Message => {
  const requestId = bytes.readInt32LE(4);
  const operation = bytes.readInt32LE(12);
  if (operation === opMsg) return parseOpMsg(bytes, requestId);
  if (operation === opQuery) return parseOpQuery(bytes, requestId);
  throw new ProtocolError(`operation ${operation}`);
};

/** The command document of a message; throws InvalidBSON for one that is not whole. */
export const readBody = (message: Message): Document => {
  const body = decodeDocument(message.bodyBytes);
  for (const name of message.sequences.keys()) if (body.has(name)) fail('FailedToParse', `Duplicate document sequence ${name}`);
  return body;
};

const parseOpMsg = (bytes: Buffer, requestId: number): Message => {
  if (bytes.length < 21) throw new ProtocolError('OP_MSG without a section');
  const flags = bytes.readUInt32LE(16);
  if ((flags & 0xffff & ~knownRequiredFlags) !== 0) throw new ProtocolError(`OP_MSG flags ${flags}`);
  let end = bytes.length;
  if (flags & checksumPresent) {
    end -= 4;
    if (bytes.readUInt32LE(end) !== crc32c(bytes.subarray(0, end))) throw new ProtocolError('OP_MSG checksum');
  }
  let bodyBytes: Buffer | undefined;
  let sequences: Map<string, readonly Buffer[]> | undefined;
  let at = 20;
  while (at < end) {
    const kind = bytes[at] as number;
    const size = sizeAt(bytes, at + 1, end);
    const section = bytes.subarray(at + 1, at + 1 + size);
    if (kind === 0) {
      if (bodyBytes) throw new ProtocolError('two bodies in one OP_MSG');
      bodyBytes = section;
    } else if (kind === 1) {
      const [name, documents] = parseSequence(section);
      sequences ??= new Map();
      if (sequences.has(name)) throw new ProtocolError(`two sequences named ${name}`);
      sequences.set(name, documents);
    } else throw new ProtocolError(`OP_MSG section of kind ${kind}`);
    at += 1 + size;
  }
  if (!bodyBytes) throw new ProtocolError('OP_MSG without a body');
  return {
    requestId,
    operation: opMsg,
    moreToCome: (flags & moreToCome) !== 0,
    bodyBytes,
    sequences: sequences ?? noSequences,
  };
};

const parseSequence = (section: Buffer): [string, Buffer[]] => {
  const nameEnd = section.indexOf(0, 4);
  if (nameEnd < 0) throw new ProtocolError('sequence without a name');
  const documents: Buffer[] = [];
  let at = nameEnd + 1;
  while (at < section.length) {
    const size = sizeAt(section, at, section.length);
    documents.push(section.subarray(at, at + size));
    at += size;
  }
  return [section.toString('utf8', 4, nameEnd), documents];
};

const sizeAt = (bytes: Buffer, at: number, end: number): number => {
  if (at + 5 > end) throw new ProtocolError('section cut short');
  const size = bytes.readInt32LE(at);
  if (size < 5 || at + size > end) throw new ProtocolError(`section of ${size} bytes`);
  return size;
};

const parseOpQuery = (bytes: Buffer, requestId: number): Message => {
  const nameEnd = bytes.indexOf(0, 20);
  if (nameEnd < 0) throw new ProtocolError('OP_QUERY without a namespace');
  const bodyAt = nameEnd + 9;
  const size = sizeAt(bytes, bodyAt, bytes.length);
  return {
    requestId,
    operation: opQuery,
    moreToCome: false,
    bodyBytes: bytes.subarray(bodyAt, bodyAt + size),
    sequences: noSequences,
    queryNamespace: bytes.toString('utf8', 20, nameEnd),
  };
};
