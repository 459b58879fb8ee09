import {
  Binary,
  BSONRegExp,
  BSONSymbol,
  BsonUndefined,
  Code,
  CodeWithScope,
  Decimal128,
  Int32,
  MaxKey,
  MinKey,
  ObjectId,
  Timestamp,
} from './values.js';
import type { Document, Value } from './values.js';

/** A document as MongoDB writes it in its messages: `{ email: "a", n: 1 }`. */
export const displayDocument = (document: Document): string =>
  document.size === 0 ? '{}' : `{ ${[...document].map(([name, value]) => `${name}: ${displayValue(value)}`).join(', ')} }`;

export const displayValue = (value: Value | undefined): string => {
  if (value === null || value === undefined) return 'null';
  if (typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') return displayDouble(value);
  if (typeof value === 'bigint' || typeof value === 'boolean') return String(value);
  if (value instanceof Map) return displayDocument(value);
  if (Array.isArray(value)) return value.length === 0 ? '[]' : `[ ${value.map(displayValue).join(', ')} ]`;
  if (value instanceof Int32 || value instanceof Decimal128) return value.toString();
  if (value instanceof ObjectId) return `ObjectId('${value.toHexString()}')`;
  if (value instanceof Date) return `new Date(${value.getTime()})`;
  if (value instanceof Timestamp) return `Timestamp(${value.getHighBitsUnsigned()}, ${value.getLowBitsUnsigned()})`;
  if (value instanceof Binary) return displayBinary(value);
  if (value instanceof BSONRegExp) return `/${value.pattern}/${value.options}`;
  if (value instanceof MinKey) return 'MinKey';
  if (value instanceof MaxKey) return 'MaxKey';
  if (value instanceof BsonUndefined) return 'undefined';
  if (value instanceof BSONSymbol) return JSON.stringify(value.value);
  if (value instanceof Code || value instanceof CodeWithScope) return value.code;
  return 'DBRef';
};

const displayDouble = (value: number): string => {
  if (Number.isNaN(value)) return 'nan.0';
  if (value === Infinity) return 'inf';
  if (value === -Infinity) return '-inf';
  return Number.isInteger(value) && Math.abs(value) < 1e15 ? `${value}.0` : String(value);
};

const displayBinary = (value: Binary): string => {
  const hex = Buffer.from(value.value()).toString('hex');
  if (value.sub_type !== Binary.SUBTYPE_UUID || hex.length !== 32) return `BinData(${value.sub_type}, ${hex.toUpperCase()})`;
  return `UUID("${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}")`;
};
