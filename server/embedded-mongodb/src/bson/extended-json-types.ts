import { fail } from '../errors.js';
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
import type { JsonNode } from './json-reader.js';
import type { Document, Value } from './values.js';

type JsonObject = Map<string, JsonNode>;
type Convert = (node: JsonNode) => Value;

const fault = (name: string): never => fail('FailedToParse', `Extended JSON: the value of ${name} is malformed`);

/** The value that an object such as `{"$oid": "..."}` stands for; `undefined` for an ordinary object. */
export const readTyped = (object: JsonObject, convert: Convert): Value | undefined => {
  const names = [...object.keys()];
  const shape = names.join(' ');
  if (shape === '$code $scope' || shape === '$scope $code') return readScope(object, convert);
  if (shape === '$binary $type' || shape === '$type $binary') return readLegacyBinary(object);
  const reader = names.length === 1 && Object.hasOwn(readers, shape) ? readers[shape] : undefined;
  return reader?.(object.get(shape) as JsonNode, convert);
};

const text = (name: string, node: JsonNode | undefined): string => (typeof node === 'string' ? node : fault(name));

const matching = (name: string, node: JsonNode | undefined, pattern: RegExp): string => {
  const found = text(name, node);
  return pattern.test(found) ? found : fault(name);
};

const object = (name: string, node: JsonNode): JsonObject => (node instanceof Map ? node : fault(name));

const one = (name: string, node: JsonNode, value: Value): Value => (node instanceof Int32 && node.value === 1 ? value : fault(name));

const readers: Readonly<Record<string, (node: JsonNode, convert: Convert) => Value | undefined>> = {
  $oid: (node) => new ObjectId(matching('$oid', node, /^[0-9a-fA-F]{24}$/)),
  $symbol: (node) => new BSONSymbol(text('$symbol', node)),
  $numberInt: (node) => readInt32(matching('$numberInt', node, /^-?\d{1,10}$/)),
  $numberLong: (node) => readLong('$numberLong', matching('$numberLong', node, /^-?\d{1,19}$/)),
  $numberDouble: (node) => readDouble(text('$numberDouble', node)),
  $numberDecimal: (node) => readDecimal(text('$numberDecimal', node)),
  $binary: (node) => readBinary(object('$binary', node)),
  $uuid: (node) =>
    new Binary(
      Buffer.from(matching('$uuid', node, /^[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$/).replaceAll('-', ''), 'hex'),
      Binary.SUBTYPE_UUID,
    ),
  $code: (node) => new Code(text('$code', node)),
  $timestamp: (node) => readTimestamp(object('$timestamp', node)),
  $regularExpression: (node) => readRegularExpression(object('$regularExpression', node)),
  $dbPointer: (node, convert) => readPointer(object('$dbPointer', node), convert),
  $date: (node) => readDate(node),
  $minKey: (node) => one('$minKey', node, new MinKey()),
  $maxKey: (node) => one('$maxKey', node, new MaxKey()),
  $undefined: (node) => (node === true ? BsonUndefined.only : fault('$undefined')),
};

const readInt32 = (digits: string): Int32 => {
  const integer = Number(digits);
  return integer === (integer | 0) ? new Int32(integer) : fault('$numberInt');
};

const readLong = (name: string, digits: string): bigint => {
  const integer = BigInt(digits);
  return BigInt.asIntN(64, integer) === integer ? integer : fault(name);
};

const readDouble = (digits: string): number => {
  if (digits === 'NaN' || digits === 'Infinity' || digits === '-Infinity') return Number(digits);
  return /^-?\d+(?:\.\d*)?(?:[eE][+-]?\d+)?$/.test(digits) ? Number(digits) : fault('$numberDouble');
};

const readDecimal = (digits: string): Decimal128 => {
  try {
    return Decimal128.fromString(digits);
  } catch {
    return fault('$numberDecimal');
  }
};

const base64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;

const binaryOf = (data: string, subtype: string): Binary => new Binary(Buffer.from(data, 'base64'), Number.parseInt(subtype, 16));

const readBinary = (fields: JsonObject): Binary | undefined =>
  fields.size === 2
    ? binaryOf(matching('$binary', fields.get('base64'), base64), matching('$binary', fields.get('subType'), /^[0-9a-fA-F]{1,2}$/))
    : fault('$binary');

/** The older spelling `{"$binary": "...", "$type": "00"}`, which MongoDB's tools still read. */
const readLegacyBinary = (fields: JsonObject): Binary =>
  binaryOf(matching('$binary', fields.get('$binary'), base64), matching('$type', fields.get('$type'), /^[0-9a-fA-F]{1,2}$/));

const readScope = (fields: JsonObject, convert: Convert): CodeWithScope => {
  const scope = convert(object('$scope', fields.get('$scope') ?? null));
  return new CodeWithScope(text('$code', fields.get('$code')), scope as Document);
};

const unsigned = (node: JsonNode | undefined): number => {
  const number = node instanceof Int32 ? node.value : typeof node === 'bigint' ? Number(node) : -1;
  return number >= 0 && number <= 0xffffffff ? number : fault('$timestamp');
};

const readTimestamp = (fields: JsonObject): Timestamp => new Timestamp({ t: unsigned(fields.get('t')), i: unsigned(fields.get('i')) });

const readRegularExpression = (fields: JsonObject): BSONRegExp =>
  new BSONRegExp(
    matching('$regularExpression', fields.get('pattern'), /^[^\0]*$/),
    matching('$regularExpression', fields.get('options'), /^[ilmsux]*$/),
  );

const readPointer = (fields: JsonObject, convert: Convert): DbPointer => {
  const id = convert(fields.get('$id') ?? null);
  return id instanceof ObjectId ? new DbPointer(text('$dbPointer', fields.get('$ref')), id) : fault('$dbPointer');
};

const readDate = (node: JsonNode): Date => {
  const milliseconds = typeof node === 'string' ? isoMilliseconds(node) : Number(dateNumber(node));
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? fault('$date') : date;
};

const isoMilliseconds = (iso: string): number =>
  /^[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)$/.test(iso) ? Date.parse(iso) : fault('$date');

const dateNumber = (node: JsonNode): bigint => {
  if (node instanceof Int32) return BigInt(node.value);
  if (typeof node === 'bigint') return node;
  return readLong('$date', matching('$date', object('$date', node).get('$numberLong'), /^-?\d{1,19}$/));
};
