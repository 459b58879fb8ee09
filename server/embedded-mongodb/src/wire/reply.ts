import type { Document, Timestamp } from '../bson/values.js';
import { encodeDocument } from '../bson/encode.js';
import { replyTail } from './reply-tail.js';
import { opMsg, opReply } from './parse-message.js';

/** What a command answers: its fields without `ok`, unless they say `ok: 0`, and for a cursor the batch, whose documents are bytes that nobody decodes on the way. */
export interface Reply {
  readonly fields: Document;
  readonly cursor?: CursorReply;
}

export interface CursorReply {
  /** 0 when the results end with this batch. */
  readonly id: bigint;
  readonly namespace: string;
  readonly batchField: 'firstBatch' | 'nextBatch';
  readonly batch: readonly Uint8Array[];
  readonly postBatchResumeToken?: Document | undefined;
}

const emptyFields: Document = new Map();
let nextRequestId = 1;

/** A whole OP_MSG answering `responseTo`; `clusterTime` becomes operationTime and $clusterTime. */
export const encodeReply = (responseTo: number, reply: Reply, clusterTime: Timestamp | undefined): Buffer => {
  const fields = reply.fields.size === 0 ? undefined : encodeDocument(reply.fields);
  const cursor = reply.cursor && new CursorLayout(reply.cursor);
  const fieldBytes = fields ? fields.length - 5 : 0;
  const tail = replyTail(!reply.fields.has('ok'), clusterTime);
  const documentBytes = 4 + (cursor?.bytes ?? 0) + fieldBytes + tail.length + 1;
  const message = Buffer.allocUnsafe(21 + documentBytes);
  writeHeader(message, responseTo, opMsg);
  message.writeInt32LE(0, 16);
  message[20] = 0;
  message.writeInt32LE(documentBytes, 21);
  let at = 25;
  if (cursor) at = cursor.write(message, at);
  if (fields) at += fields.copy(message, at, 4, fields.length - 1);
  at += tail.copy(message, at);
  message[at] = 0;
  return message;
};

/** The old form of an answer, for the first hello alone. */
export const encodeQueryReply = (responseTo: number, fields: Document): Buffer => {
  const document = encodeDocument(fields);
  const message = Buffer.alloc(36 + document.length);
  writeHeader(message, responseTo, opReply);
  message.writeInt32LE(8, 16);
  message.writeInt32LE(1, 32);
  document.copy(message, 36);
  return message;
};

const writeHeader = (message: Buffer, responseTo: number, operation: number): void => {
  message.writeInt32LE(message.length, 0);
  message.writeInt32LE(nextRequestId, 4);
  message.writeInt32LE(responseTo, 8);
  message.writeInt32LE(operation, 12);
  nextRequestId = (nextRequestId + 1) & 0x7fffffff;
};

const typeString = 2;
const typeDocument = 3;
const typeArray = 4;
const typeLong = 18;

/** `cursor: { firstBatch: [...], id, ns }`, laid out around the stored bytes. */
class CursorLayout {
  readonly bytes: number;
  private readonly batchBytes: number;
  private readonly namespaceBytes: number;
  private readonly token: Buffer;

  constructor(private readonly cursor: CursorReply) {
    let batchBytes = 5;
    const { batch } = cursor;
    for (let index = 0; index < batch.length; index += 1) batchBytes += 2 + digitsOf(index) + (batch[index] as Uint8Array).length;
    this.batchBytes = batchBytes;
    this.namespaceBytes = Buffer.byteLength(cursor.namespace);
    this.token = cursor.postBatchResumeToken
      ? encodeDocument(new Map([['postBatchResumeToken', cursor.postBatchResumeToken]]))
      : encodeDocument(emptyFields);
    this.bytes = 8 + this.cursorDocumentBytes;
  }

  private get cursorDocumentBytes(): number {
    const batchFieldBytes = 2 + this.cursor.batchField.length;
    return 4 + batchFieldBytes + this.batchBytes + (this.token.length - 5) + 12 + 9 + this.namespaceBytes + 1;
  }

  write(target: Buffer, start: number): number {
    const { cursor } = this;
    let at = writeName(target, start, typeDocument, 'cursor');
    at = target.writeInt32LE(this.cursorDocumentBytes, at);
    at = writeName(target, at, typeArray, cursor.batchField);
    at = target.writeInt32LE(this.batchBytes, at);
    const { batch } = cursor;
    for (let index = 0; index < batch.length; index += 1) {
      const document = batch[index] as Uint8Array;
      at = writeName(target, at, typeDocument, String(index));
      target.set(document, at);
      at += document.length;
    }
    target[at++] = 0;
    at += this.token.copy(target, at, 4, this.token.length - 1);
    at = writeName(target, at, typeLong, 'id');
    at = target.writeBigInt64LE(cursor.id, at);
    at = writeName(target, at, typeString, 'ns');
    at = target.writeInt32LE(this.namespaceBytes + 1, at);
    at += target.write(cursor.namespace, at);
    target[at++] = 0;
    target[at++] = 0;
    return at;
  }
}

const digitsOf = (index: number): number => {
  if (index < 10) return 1;
  if (index < 100) return 2;
  if (index < 1000) return 3;
  return String(index).length;
};

const writeName = (target: Buffer, at: number, type: number, name: string): number => {
  target[at++] = type;
  for (let index = 0; index < name.length; index += 1) target[at++] = name.charCodeAt(index);
  target[at++] = 0;
  return at;
};
