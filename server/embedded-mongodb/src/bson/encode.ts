import { ByteWriter } from './ByteWriter.js';
import { typeName, typeNumbers } from './types.js';
import { Int32, ObjectId } from './values.js';
import type { Binary, BSONRegExp, BSONSymbol, Code, CodeWithScope, DbPointer, Decimal128, Document, Timestamp, Value } from './values.js';
import type { TypeName } from './types.js';

const scratch = new ByteWriter(64 * 1024);
const legacyBinary = 2;

/** The document as BSON bytes, in a buffer of its own. */
export const encodeDocument = (document: Document): Buffer => {
  const start = scratch.length;
  writeDocument(document);
  return scratch.take(start);
};

const writeDocument = (document: Document): void => {
  const start = scratch.length;
  scratch.int32(0);
  for (const [name, value] of document) writeField(name, value);
  endDocument(start);
};

const writeArray = (elements: readonly Value[]): void => {
  const start = scratch.length;
  scratch.int32(0);
  for (let index = 0; index < elements.length; index += 1) writeField(indexName(index), elements[index] as Value);
  endDocument(start);
};

const endDocument = (start: number): void => {
  scratch.byte(0);
  scratch.setInt32(start, scratch.length - start);
};

const indexNames = Array.from({ length: 1000 }, (_, index) => String(index));
const indexName = (index: number): string => indexNames[index] ?? String(index);

const writeField = (name: string, value: Value): void => {
  switch (typeof value) {
    case 'string':
      header(typeNumbers.string, name);
      writeString(value);
      return;
    case 'number':
      header(typeNumbers.double, name);
      scratch.double(value);
      return;
    case 'bigint':
      header(typeNumbers.long, name);
      scratch.int64(value);
      return;
    case 'boolean':
      header(typeNumbers.bool, name);
      scratch.byte(value ? 1 : 0);
      return;
    default:
      writeObjectField(name, value);
  }
};

const header = (type: number, name: string): void => {
  scratch.byte(type & 0xff);
  scratch.text(name);
  scratch.byte(0);
};

const writeString = (text: string): void => {
  const start = scratch.length;
  scratch.int32(0);
  const length = scratch.text(text);
  scratch.byte(0);
  scratch.setInt32(start, length + 1);
};

const writeObjectField = (name: string, value: Exclude<Value, string | number | bigint | boolean>): void => {
  if (value instanceof Int32) {
    header(typeNumbers.int, name);
    scratch.int32(value.value);
  } else if (value instanceof ObjectId) {
    header(typeNumbers.objectId, name);
    scratch.bytes(value.id);
  } else {
    const type = typeName(value);
    header(typeNumbers[type], name);
    writeBody(type, value);
  }
};

const writeBody = (type: TypeName, value: Value): void => {
  switch (type) {
    case 'object':
      writeDocument(value as Document);
      return;
    case 'array':
      writeArray(value as Value[]);
      return;
    case 'date':
      scratch.int64(BigInt((value as Date).getTime()));
      return;
    case 'binData':
      writeBinary(value as Binary);
      return;
    case 'decimal':
      scratch.bytes((value as Decimal128).bytes);
      return;
    case 'timestamp':
      scratch.uint32((value as Timestamp).i);
      scratch.uint32((value as Timestamp).t);
      return;
    case 'regex':
      scratch.text((value as BSONRegExp).pattern);
      scratch.byte(0);
      scratch.text((value as BSONRegExp).options);
      scratch.byte(0);
      return;
    case 'javascript':
      writeString((value as Code).code);
      return;
    case 'javascriptWithScope':
      writeCodeWithScope(value as CodeWithScope);
      return;
    case 'symbol':
      writeString((value as BSONSymbol).value);
      return;
    case 'dbPointer':
      writeString((value as DbPointer).namespace);
      scratch.bytes((value as DbPointer).id.id);
      return;
    default:
  }
};

const writeBinary = (binary: Binary): void => {
  const bytes = binary.value();
  const isLegacy = binary.sub_type === legacyBinary;
  scratch.int32(isLegacy ? bytes.length + 4 : bytes.length);
  scratch.byte(binary.sub_type);
  if (isLegacy) scratch.int32(bytes.length);
  scratch.bytes(bytes);
};

const writeCodeWithScope = (value: CodeWithScope): void => {
  const start = scratch.length;
  scratch.int32(0);
  writeString(value.code);
  writeDocument(value.scope);
  scratch.setInt32(start, scratch.length - start);
};

/** The number of bytes that `encodeDocument` would return. */
export const encodedSize = (document: Document): number => {
  let size = 5;
  for (const [name, value] of document) size += 2 + Buffer.byteLength(name) + valueSize(value);
  return size;
};

const arraySize = (elements: readonly Value[]): number => {
  let size = 5;
  for (let index = 0; index < elements.length; index += 1) size += 2 + indexName(index).length + valueSize(elements[index] as Value);
  return size;
};

/** Bytes of a value without its type and name. */
const valueSize = (value: Value): number => {
  const type = typeName(value);
  switch (type) {
    case 'double':
    case 'long':
    case 'date':
    case 'timestamp':
      return 8;
    case 'int':
      return 4;
    case 'bool':
      return 1;
    case 'objectId':
      return 12;
    case 'decimal':
      return 16;
    case 'string':
      return stringSize(value as string);
    case 'symbol':
      return stringSize((value as BSONSymbol).value);
    case 'javascript':
      return stringSize((value as Code).code);
    case 'object':
      return encodedSize(value as Document);
    case 'array':
      return arraySize(value as Value[]);
    case 'binData':
      return 5 + (value as Binary).value().length + ((value as Binary).sub_type === legacyBinary ? 4 : 0);
    case 'regex':
      return 2 + Buffer.byteLength((value as BSONRegExp).pattern) + Buffer.byteLength((value as BSONRegExp).options);
    case 'dbPointer':
      return stringSize((value as DbPointer).namespace) + 12;
    case 'javascriptWithScope':
      return 4 + stringSize((value as CodeWithScope).code) + encodedSize((value as CodeWithScope).scope);
    default:
      return 0;
  }
};

const stringSize = (text: string): number => 5 + Buffer.byteLength(text);
