import { MongoError } from '../../../errors.js';
import { MergeObjects } from '../../accumulators/collecting.js';
import { typeName } from '../../../bson/types.js';
import { isNullish } from '../../../bson/values.js';
import type { Document, Value } from '../../../bson/values.js';
import type { Operators } from '../operator.js';
import { unary, variadic } from '../operator.js';

/** Merges its operands, or the elements of a single one that is an array. */
const merge = variadic((operands) => {
  const merged = new MergeObjects(40400);
  const all = [...operands];
  const [only] = all;
  for (const object of all.length === 1 && Array.isArray(only) ? only : all) merged.add(object);
  return merged.result();
});

const toArray = unary((object) => {
  if (isNullish(object)) return null;
  if (!(object instanceof Map)) throw new MongoError(40390, `$objectToArray requires a document input, found: ${typeName(object)}`);
  return [...object].map(
    ([key, value]) =>
      new Map<string, Value>([
        ['k', key],
        ['v', value],
      ]),
  );
});

const fromArray = unary((array) => {
  if (isNullish(array)) return null;
  if (!Array.isArray(array)) throw new MongoError(40386, `$arrayToObject requires an array input, found: ${typeName(array)}`);
  const [first] = array;
  const result: Document = new Map();
  if (first === undefined) return result;
  if (Array.isArray(first)) for (const pair of array) addPair(result, pair);
  else if (first instanceof Map) for (const entry of array) addEntry(result, entry);
  else throw new MongoError(40398, `Unrecognised input type format for $arrayToObject: ${typeName(first)}`);
  return result;
});

const addPair = (result: Document, pair: Value): void => {
  if (!Array.isArray(pair)) {
    throw new MongoError(
      40396,
      `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Array was detected, now found: ${typeName(pair)}`,
    );
  }
  if (pair.length !== 2)
    throw new MongoError(40397, `$arrayToObject requires an array of size 2 arrays,found array of size: ${pair.length}`);
  const [key, value] = pair;
  if (typeof key !== 'string')
    throw new MongoError(
      40395,
      `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeName(key)}`,
    );
  if (key.includes('\0')) throw new MongoError(4940400, 'Key field cannot contain an embedded null byte');
  result.set(key, value ?? null);
};

const addEntry = (result: Document, entry: Value): void => {
  if (!(entry instanceof Map)) {
    throw new MongoError(
      40391,
      `$arrayToObject requires a consistent input format. Elements must all be arrays or all be objects. Object was detected, now found: ${typeName(entry)}`,
    );
  }
  if (entry.size !== 2)
    throw new MongoError(40392, `$arrayToObject requires an object keys of 'k' and 'v'. Found incorrect number of keys:${entry.size}`);
  const key = entry.get('k');
  const value = entry.get('v');
  if (key === undefined || value === undefined)
    throw new MongoError(40393, "$arrayToObject requires an object with keys 'k' and 'v'. Missing either or both keys");
  if (typeof key !== 'string')
    throw new MongoError(
      40394,
      `$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${typeName(key)}`,
    );
  if (key.includes('\0')) throw new MongoError(4940401, 'Key field cannot contain an embedded null byte');
  result.set(key, value);
};

export const objectOperators: Operators = { $mergeObjects: merge, $objectToArray: toArray, $arrayToObject: fromArray };
