import { isUtf8 } from 'node:buffer';
import { MongoError, notSupported } from '../errors.js';
import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  BsonUndefined,
  Code,
  CodeWithScope,
  DbPointer,
  Decimal128,
  Int32,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from './values.js';
import { typeNumbers } from './types.js';
import type { Document, Value } from './values.js';

/** Embedded documents may lie this deep, as in MongoDB. */
const depthLimit = 180;

const latestDate = 8_640_000_000_000_000n;

/**
 * Reads one BSON document, which begins at `offset`. Malformed bytes are a MongoError 22 InvalidBSON.
 * Values are copies: the bytes may be reused afterwards.
 */
export const decodeDocument = (bytes: Uint8Array, offset = 0): Document => {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Decoder(buffer, offset).document(buffer.length, 0);
};

/** The value of one element whose type byte and name were read already; `offset` is where its bytes begin. */
export const decodeValue = (buffer: Buffer, type: number, offset: number, end: number): Value =>
  new Decoder(buffer, offset).value(type, end, 0);

export const invalidBson = (what: string): never => {
  throw new MongoError(22, `Invalid BSON: ${what}`, 'InvalidBSON');
};

const smallIntegers = Array.from({ length: 1280 }, (_, index) => Object.freeze(new Int32(index - 256)));

const minKey = new MinKey();
const maxKey = new MaxKey();

const nameSlots = 1024;
const names: string[] = new Array<string>(nameSlots).fill('');

/** Field names come again and again: comparing with the last one of the same hash is cheaper than a call into native code. */
const rememberedName = (buffer: Buffer, start: number, end: number, hash: number): string => {
  const slot = hash & (nameSlots - 1);
  const known = names[slot] as string;
  if (known.length === end - start && isText(known, buffer, start)) return known;
  const name = buffer.toString('latin1', start, end);
  names[slot] = name;
  return name;
};

const isText = (text: string, buffer: Buffer, start: number): boolean => {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) !== buffer[start + index]) return false;
  return true;
};

class Decoder {
  readonly #buffer: Buffer;
  #position: number;

  constructor(buffer: Buffer, position: number) {
    this.#buffer = buffer;
    this.#position = position;
  }

  /** `limit` is the first byte that does not belong to whatever encloses this document. */
  document(limit: number, depth: number): Document {
    const end = this.#begin(limit, depth);
    const document: Document = new Map();
    let fields = 0;
    for (let type = this.#typeByte(end); type !== 0; type = this.#typeByte(end)) {
      const name = this.#name(end);
      document.set(name, this.value(type, end, depth));
      fields += 1;
    }
    if (this.#position !== end) return invalidBson('a document ends before its length');
    if (document.size !== fields) return notSupported('a field name that occurs twice in one document');
    return document;
  }

  #array(limit: number, depth: number): Value[] {
    const end = this.#begin(limit, depth);
    const elements: Value[] = [];
    for (let type = this.#typeByte(end); type !== 0; type = this.#typeByte(end)) {
      this.#skipName(end);
      elements.push(this.value(type, end, depth));
    }
    if (this.#position !== end) return invalidBson('an array ends before its length');
    return elements;
  }

  #begin(limit: number, depth: number): number {
    if (depth > depthLimit) {
      throw new MongoError(15, `Exceeded the depth limit of ${depthLimit} for BSON documents`, 'Overflow');
    }
    const start = this.#position;
    if (start + 5 > limit) return invalidBson('a document is cut off');
    const length = this.#buffer.readInt32LE(start);
    if (length < 5 || start + length > limit) return invalidBson('a document has a wrong length');
    this.#position = start + 4;
    return start + length;
  }

  #typeByte(end: number): number {
    if (this.#position >= end) return invalidBson('a document has no end');
    const type = this.#buffer[this.#position] as number;
    this.#position += 1;
    return type;
  }

  /** The place of the 0 that ends a name. */
  #zero(end: number): number {
    const zero = this.#buffer.indexOf(0, this.#position);
    return zero < 0 || zero >= end ? invalidBson('a name has no end') : zero;
  }

  #skipName(end: number): void {
    const buffer = this.#buffer;
    let position = this.#position;
    while (position < end && buffer[position] !== 0) position += 1;
    if (position >= end) invalidBson('a name has no end');
    this.#position = position + 1;
  }

  #name(end: number): string {
    const buffer = this.#buffer;
    const start = this.#position;
    let position = start;
    let hash = 0;
    let isAscii = true;
    for (let byte = buffer[position]; byte !== 0 && position < end; byte = buffer[position]) {
      if ((byte as number) > 0x7f) isAscii = false;
      hash = (hash * 31 + (byte as number)) | 0;
      position += 1;
    }
    if (position >= end) invalidBson('a name has no end');
    this.#position = position + 1;
    return isAscii ? rememberedName(buffer, start, position, hash) : this.#utf8(start, position);
  }

  #utf8(start: number, end: number): string {
    const text = this.#buffer.toString('utf8', start, end);
    // Decoding puts U+FFFD for each fault; only then the bytes are worth a second look.
    if (text.includes('\uFFFD') && !isUtf8(this.#buffer.subarray(start, end))) invalidBson('text is not UTF-8');
    return text;
  }

  #cstring(end: number): string {
    const start = this.#position;
    const zero = this.#zero(end);
    this.#position = zero + 1;
    return this.#utf8(start, zero);
  }

  #string(end: number): string {
    const buffer = this.#buffer;
    const start = this.#need(4, end) + 4;
    const length = buffer.readInt32LE(start - 4);
    const last = start + length - 1;
    if (length < 1 || last >= end) return invalidBson('a string has a wrong length');
    if (buffer[last] !== 0) return invalidBson('a string has no end');
    this.#position = last + 1;
    return length <= 24 && this.#isAscii(start, last) ? buffer.toString('latin1', start, last) : this.#utf8(start, last);
  }

  #isAscii(start: number, end: number): boolean {
    for (let index = start; index < end; index += 1) if ((this.#buffer[index] as number) > 0x7f) return false;
    return true;
  }

  /** Where the next `count` bytes begin, which now count as read. */
  #need(count: number, end: number): number {
    const start = this.#position;
    if (start + count > end) invalidBson('a value is cut off');
    this.#position = start + count;
    return start;
  }

  value(type: number, end: number, depth: number): Value {
    const buffer = this.#buffer;
    switch (type) {
      case typeNumbers.double:
        return buffer.readDoubleLE(this.#need(8, end));
      case typeNumbers.string:
        return this.#string(end);
      case typeNumbers.object:
        return this.document(end, depth + 1);
      case typeNumbers.array:
        return this.#array(end, depth + 1);
      case typeNumbers.objectId:
        return this.#objectId(end);
      case typeNumbers.bool:
        return this.#boolean(end);
      case typeNumbers.date:
        return this.#date(end);
      case typeNumbers.null:
        return null;
      case typeNumbers.int: {
        const integer = buffer.readInt32LE(this.#need(4, end));
        return smallIntegers[integer + 256] ?? new Int32(integer);
      }
      case typeNumbers.long:
        return buffer.readBigInt64LE(this.#need(8, end));
      default:
        return this.#rareValue(type, end, depth);
    }
  }

  #rareValue(type: number, end: number, depth: number): Value {
    switch (type) {
      case typeNumbers.binData:
        return this.#binary(end);
      case typeNumbers.undefined:
        return BsonUndefined.only;
      case typeNumbers.regex:
        return this.#regex(end);
      case typeNumbers.dbPointer:
        return new DbPointer(this.#string(end), this.#objectId(end));
      case typeNumbers.javascript:
        return new Code(this.#string(end));
      case typeNumbers.symbol:
        return new BSONSymbol(this.#string(end));
      case typeNumbers.javascriptWithScope:
        return this.#codeWithScope(end, depth);
      case typeNumbers.timestamp: {
        const start = this.#need(8, end);
        return new Timestamp({ i: this.#buffer.readUInt32LE(start), t: this.#buffer.readUInt32LE(start + 4) });
      }
      case typeNumbers.decimal:
        return new Decimal128(this.#copy(16, end));
      case typeNumbers.minKey & 0xff:
        return minKey;
      case typeNumbers.maxKey:
        return maxKey;
      default:
        return invalidBson(`type ${type} is unknown`);
    }
  }

  #slice(count: number, end: number): Buffer {
    const start = this.#need(count, end);
    return this.#buffer.subarray(start, start + count);
  }

  /** Bytes of their own; `Uint8Array.from` would go through them one by one. */
  #copy(count: number, end: number): Uint8Array {
    const start = this.#need(count, end);
    return Uint8Array.prototype.slice.call(this.#buffer, start, start + count);
  }

  #objectId(end: number): ObjectId {
    return new ObjectId(this.#slice(12, end));
  }

  #boolean(end: number): boolean {
    const byte = this.#buffer[this.#need(1, end)] as number;
    return byte > 1 ? invalidBson('a boolean is neither 0 nor 1') : byte === 1;
  }

  #date(end: number): Date {
    const milliseconds = this.#buffer.readBigInt64LE(this.#need(8, end));
    if (milliseconds > latestDate || milliseconds < -latestDate) return notSupported('a date beyond the year 275760');
    return new Date(Number(milliseconds));
  }

  #binary(end: number): Binary {
    const start = this.#need(5, end);
    let length = this.#buffer.readInt32LE(start);
    const subtype = this.#buffer[start + 4] as number;
    if (length < 0) return invalidBson('binary data has a wrong length');
    if (subtype === Binary.SUBTYPE_BYTE_ARRAY) {
      const inner = this.#buffer.readInt32LE(this.#need(4, end));
      if (inner !== length - 4) return invalidBson('binary data has a wrong length');
      length = inner;
    }
    return new Binary(this.#copy(length, end), subtype);
  }

  #regex(end: number): BSONRegExp {
    const pattern = this.#cstring(end);
    const options = this.#cstring(end);
    if (/[^ilmsux]/.test(options)) throw new MongoError(51108, `invalid flag in regex options: ${options}`);
    return new BSONRegExp(pattern, options);
  }

  #codeWithScope(end: number, depth: number): CodeWithScope {
    const start = this.#need(4, end);
    const last = start + this.#buffer.readInt32LE(start);
    if (last > end) return invalidBson('code with scope has a wrong length');
    const value = new CodeWithScope(this.#string(last), this.document(last, depth + 1));
    return this.#position === last ? value : invalidBson('code with scope has a wrong length');
  }
}
