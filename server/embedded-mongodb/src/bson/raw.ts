import { decodeValue, invalidBson } from './decode.js';
import { typeNumbers } from './types.js';
import type { Document, Value } from './values.js';

/** Where one top-level element of a document stands: its name, its type and the bytes of its value. */
interface RawField {
  readonly type: number;
  /** The element with type and name begins here. */
  readonly start: number;
  readonly nameEnd: number;
  readonly valueStart: number;
  readonly end: number;
}

/** One top-level field of a BSON document, without decoding the others. */
export const readField = (bytes: Uint8Array, name: string): Value | undefined => {
  const buffer = asBuffer(bytes);
  const field = findField(buffer, name);
  return field === undefined ? undefined : decodeValue(buffer, field.type, field.valueStart, field.end);
};

/** Some top-level fields of a BSON document in its order, without decoding the others. */
export const readFields = (bytes: Uint8Array, names: readonly string[]): Document => {
  const found: Document = new Map();
  const buffer = asBuffer(bytes);
  const end = buffer.readInt32LE(0) - 1;
  let position = 4;
  while (found.size < names.length && position < end) {
    const field = fieldAt(buffer, position, end);
    const name = names.find((each) => hasName(buffer, field, each));
    if (name !== undefined) found.set(name, decodeValue(buffer, field.type, field.valueStart, field.end));
    position = field.end;
  }
  return found;
};

const findField = (buffer: Buffer, name: string): RawField | undefined => {
  const end = buffer.readInt32LE(0) - 1;
  let position = 4;
  while (position < end) {
    const field = fieldAt(buffer, position, end);
    if (hasName(buffer, field, name)) return field;
    position = field.end;
  }
  return undefined;
};

const fieldAt = (buffer: Buffer, start: number, documentEnd: number): RawField => {
  const type = buffer[start] as number;
  let nameEnd = start + 1;
  while (nameEnd < documentEnd && buffer[nameEnd] !== 0) nameEnd += 1;
  const end = nameEnd + 1 + rawValueSize(buffer, type, nameEnd + 1);
  if (end > documentEnd) invalidBson('a value is cut off');
  return { type, start, nameEnd, valueStart: nameEnd + 1, end };
};

const hasName = (buffer: Buffer, field: RawField, name: string): boolean => {
  const start = field.start + 1;
  if (field.nameEnd - start < name.length) return false;
  for (let index = 0; index < name.length; index += 1) {
    const unit = name.charCodeAt(index);
    if (unit > 0x7f) return buffer.toString('utf8', start, field.nameEnd) === name;
    if (buffer[start + index] !== unit) return false;
  }
  return field.nameEnd - start === name.length;
};

const rawValueSize = (buffer: Buffer, type: number, start: number): number => {
  switch (type) {
    case typeNumbers.double:
    case typeNumbers.date:
    case typeNumbers.timestamp:
    case typeNumbers.long:
      return 8;
    case typeNumbers.int:
      return 4;
    case typeNumbers.bool:
      return 1;
    case typeNumbers.objectId:
      return 12;
    case typeNumbers.decimal:
      return 16;
    case typeNumbers.null:
    case typeNumbers.undefined:
    case typeNumbers.maxKey:
    case typeNumbers.minKey & 0xff:
      return 0;
    case typeNumbers.string:
    case typeNumbers.javascript:
    case typeNumbers.symbol:
      return 4 + buffer.readInt32LE(start);
    case typeNumbers.dbPointer:
      return 16 + buffer.readInt32LE(start);
    case typeNumbers.object:
    case typeNumbers.array:
    case typeNumbers.javascriptWithScope:
      return buffer.readInt32LE(start);
    case typeNumbers.binData:
      return 5 + buffer.readInt32LE(start);
    case typeNumbers.regex:
      return buffer.indexOf(0, buffer.indexOf(0, start) + 1) + 1 - start;
    default:
      return invalidBson(`type ${type} is unknown`);
  }
};

const asBuffer = (bytes: Uint8Array): Buffer =>
  Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
