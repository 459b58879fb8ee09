import { binaryBytes } from './binary-bytes.js';
import { ByteWriter } from './ByteWriter.js';
import { numberClassRange, writeNumberKey } from './number-keys.js';
import { canonicalType, ranks } from './types.js';
import type {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  CodeWithScope,
  DbPointer,
  Document,
  Numeric,
  ObjectId,
  Timestamp,
  Value,
} from './values.js';

/** First byte of a component, in the order of the types. All lie between 0x01 and 0xFE, inverted ones too. */
const firstBytes: Readonly<Record<number, number>> = {
  [ranks.minKey]: 0x10,
  [ranks.undefined]: 0x14,
  [ranks.null]: 0x18,
  [ranks.number]: numberClassRange.lowest,
  [ranks.string]: 0x30,
  [ranks.object]: 0x38,
  [ranks.array]: 0x40,
  [ranks.binData]: 0x48,
  [ranks.objectId]: 0x50,
  [ranks.bool]: 0x58,
  [ranks.date]: 0x60,
  [ranks.timestamp]: 0x68,
  [ranks.regex]: 0x70,
  [ranks.dbPointer]: 0x78,
  [ranks.javascript]: 0x80,
  [ranks.javascriptWithScope]: 0x88,
  [ranks.maxKey]: 0xf0,
};

const trueByte = 0x59;
const endOfNested = 0x00;

const scratch = new ByteWriter(4096);

/**
 * Bytes whose memcmp order is `compareValues` component by component; a missing value counts as null.
 * No component is the beginning of another one, so compounds stay in order; a descending component is inverted.
 */
export const encodeKey = (values: readonly (Value | undefined)[], descending: readonly boolean[]): Buffer => {
  scratch.length = 0;
  for (let index = 0; index < values.length; index += 1) {
    const start = scratch.length;
    writeComponent(values[index] ?? null);
    if (descending[index]) scratch.invertFrom(start);
  }
  return scratch.take();
};

/** Lower bound (inclusive) and upper bound (exclusive) of the components of all values of the type that `value` has; the number types are one. */
export const keyBracket = (value: Value | undefined, descending: boolean): { lower: Buffer; upper: Buffer } => {
  const rank = canonicalType(value ?? null);
  const lowest = firstByte(rank);
  const highest = rank === ranks.number ? numberClassRange.highest : rank === ranks.bool ? trueByte : lowest;
  return descending
    ? { lower: Buffer.of(0xff - highest), upper: Buffer.of(0xff - lowest + 1) }
    : { lower: Buffer.of(lowest), upper: Buffer.of(highest + 1) };
};

const firstByte = (rank: number): number => firstBytes[rank] ?? 0;

const writeComponent = (value: Value): void => {
  const rank = canonicalType(value);
  switch (rank) {
    case ranks.number:
      writeNumberKey(scratch, value as Numeric);
      return;
    case ranks.bool:
      scratch.byte(value === true ? trueByte : firstByte(rank));
      return;
    default:
      scratch.byte(firstByte(rank));
      writeBody(rank, value);
  }
};

const writeBody = (rank: number, value: Value): void => {
  switch (rank) {
    case ranks.string:
      writeText(typeof value === 'string' ? value : (value as BSONSymbol).value);
      return;
    case ranks.object:
      writeFields(value as Document);
      return;
    case ranks.array:
      for (const element of value as Value[]) writeComponent(element);
      scratch.byte(endOfNested);
      return;
    case ranks.binData:
      writeBinary(value as Binary);
      return;
    case ranks.objectId:
      scratch.bytes((value as ObjectId).id);
      return;
    case ranks.date:
      writeDate(value as Date);
      return;
    case ranks.timestamp:
      scratch.uint32BigEndian((value as Timestamp).t);
      scratch.uint32BigEndian((value as Timestamp).i);
      return;
    case ranks.regex:
      writeText((value as BSONRegExp).pattern);
      writeText((value as BSONRegExp).options);
      return;
    case ranks.dbPointer:
      writePointer(value as DbPointer);
      return;
    case ranks.javascript:
      writeText((value as Code).code);
      return;
    case ranks.javascriptWithScope:
      writeText((value as CodeWithScope).code);
      writeFields((value as CodeWithScope).scope);
      return;
    default:
  }
};

/** UTF-8 with every 0 as 00 FF, then 00 01: so the end comes before any further byte, and inverted after it. */
const writeText = (text: string): void => {
  let from = 0;
  for (let zero = text.indexOf('\0'); zero >= 0; zero = text.indexOf('\0', from)) {
    scratch.text(text.slice(from, zero));
    scratch.byte(0x00);
    scratch.byte(0xff);
    from = zero + 1;
  }
  scratch.text(from === 0 ? text : text.slice(from));
  scratch.byte(0x00);
  scratch.byte(0x01);
};

/** A field compares by type, then name, then value; hence the type's byte before the name. */
const writeFields = (document: Document): void => {
  for (const [name, value] of document) {
    scratch.byte(firstByte(canonicalType(value)));
    scratch.text(name);
    scratch.byte(0x00);
    writeComponent(value);
  }
  scratch.byte(endOfNested);
};

const writeBinary = (binary: Binary): void => {
  const bytes = binaryBytes(binary);
  scratch.uint32BigEndian(bytes.length);
  scratch.byte(binary.sub_type);
  scratch.bytes(bytes);
};

const writeDate = (date: Date): void => {
  const milliseconds = date.getTime();
  const high = Math.floor(milliseconds / 0x100000000);
  scratch.uint32BigEndian(high + 0x80000000);
  scratch.uint32BigEndian(milliseconds - high * 0x100000000);
};

const writePointer = (pointer: DbPointer): void => {
  scratch.uint32BigEndian(Buffer.byteLength(pointer.namespace));
  writeText(pointer.namespace);
  scratch.bytes(pointer.id.id);
};
