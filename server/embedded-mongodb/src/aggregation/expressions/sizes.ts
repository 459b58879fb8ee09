import { MongoError } from '../../errors.js';
import { encodedSize } from '../../bson/encode.js';
import { typeName } from '../../bson/types.js';
import { Binary, isNullish, Timestamp } from '../../bson/values.js';
import { int } from './numbers.js';
import type { Operators } from './operator.js';
import { unary } from './operator.js';

export const sizeOperators: Operators = {
  $binarySize: unary((value) => {
    if (isNullish(value)) return null;
    if (typeof value === 'string') return int(Buffer.byteLength(value));
    if (value instanceof Binary) return int(value.length());
    throw new MongoError(51276, `$binarySize requires a string or BinData argument, found: ${typeName(value)}`);
  }),
  $bsonSize: unary((value) => {
    if (isNullish(value)) return null;
    if (value instanceof Map) return int(encodedSize(value));
    throw new MongoError(31393, `$bsonSize requires a document input, found: ${typeName(value)}`);
  }),
  $tsSecond: unary((value) => {
    if (isNullish(value)) return null;
    if (value instanceof Timestamp) return BigInt(value.t);
    throw new MongoError(5687301, `Argument to $tsSecond must be a timestamp, but is ${typeName(value)}`);
  }),
  $tsIncrement: unary((value) => {
    if (isNullish(value)) return null;
    if (value instanceof Timestamp) return BigInt(value.i);
    throw new MongoError(5687302, `Argument to $tsIncrement must be a timestamp, but is ${typeName(value)}`);
  }),
};
