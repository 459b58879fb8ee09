import { typeName } from './types.js';
import type {
  Binary,
  BSONRegExp,
  BSONSymbol,
  Code,
  CodeWithScope,
  DbPointer,
  Decimal128,
  Document,
  Int32,
  ObjectId,
  Timestamp,
  Value,
} from './values.js';

const quote = (text: string): string => JSON.stringify(text);

/** One value as Extended JSON text. */
export const toExtended = (value: Value, relaxed: boolean): string => {
  switch (typeName(value)) {
    case 'double':
      return doubleText(value as number, relaxed);
    case 'string':
      return quote(value as string);
    case 'object':
      return documentText(value as Document, relaxed);
    case 'array':
      return `[${(value as Value[]).map((element) => toExtended(element, relaxed)).join(',')}]`;
    case 'bool':
      return String(value);
    case 'null':
      return 'null';
    case 'int':
      return relaxed ? String((value as Int32).value) : `{"$numberInt":"${(value as Int32).value}"}`;
    case 'long':
      return relaxed ? String(value) : `{"$numberLong":"${String(value)}"}`;
    case 'date':
      return dateText(value as Date, relaxed);
    default:
      return rareText(value, relaxed);
  }
};

const documentText = (document: Document, relaxed: boolean): string =>
  `{${[...document].map(([name, value]) => `${quote(name)}:${toExtended(value, relaxed)}`).join(',')}}`;

const doubleText = (value: number, relaxed: boolean): string => {
  if (!Number.isFinite(value)) return `{"$numberDouble":"${value}"}`;
  const digits = Object.is(value, -0) ? '-0.0' : Number.isInteger(value) && Math.abs(value) < 1e21 ? `${value}.0` : String(value);
  return relaxed ? digits : `{"$numberDouble":"${digits}"}`;
};

const relaxedDateEnd = Date.UTC(10_000, 0);

const dateText = (date: Date, relaxed: boolean): string => {
  const milliseconds = date.getTime();
  if (!relaxed || milliseconds < 0 || milliseconds >= relaxedDateEnd) return `{"$date":{"$numberLong":"${milliseconds}"}}`;
  return `{"$date":"${date.toISOString().replace('.000Z', 'Z')}"}`;
};

const rareText = (value: Value, relaxed: boolean): string => {
  switch (typeName(value)) {
    case 'objectId':
      return `{"$oid":"${(value as ObjectId).toHexString()}"}`;
    case 'binData':
      return binaryText(value as Binary);
    case 'decimal':
      return `{"$numberDecimal":"${(value as Decimal128).toString()}"}`;
    case 'timestamp':
      return `{"$timestamp":{"t":${(value as Timestamp).t},"i":${(value as Timestamp).i}}}`;
    case 'regex':
      return `{"$regularExpression":{"pattern":${quote((value as BSONRegExp).pattern)},"options":${quote((value as BSONRegExp).options)}}}`;
    case 'javascript':
      return `{"$code":${quote((value as Code).code)}}`;
    case 'javascriptWithScope':
      return `{"$code":${quote((value as CodeWithScope).code)},"$scope":${documentText((value as CodeWithScope).scope, relaxed)}}`;
    case 'symbol':
      return `{"$symbol":${quote((value as BSONSymbol).value)}}`;
    case 'dbPointer':
      return `{"$dbPointer":{"$ref":${quote((value as DbPointer).namespace)},"$id":{"$oid":"${(value as DbPointer).id.toHexString()}"}}}`;
    case 'undefined':
      return '{"$undefined":true}';
    case 'minKey':
      return '{"$minKey":1}';
    default:
      return '{"$maxKey":1}';
  }
};

const binaryText = (binary: Binary): string => {
  const base64 = Buffer.from(binary.value()).toString('base64');
  return `{"$binary":{"base64":"${base64}","subType":"${binary.sub_type.toString(16).padStart(2, '0')}"}}`;
};
