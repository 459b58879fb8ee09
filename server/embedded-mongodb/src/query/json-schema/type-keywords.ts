import { typeNumbers } from '../../bson/types.js';
import { typeTest } from '../value-tests.js';
import { typeArguments } from '../type-arguments.js';
import type { Value } from '../../bson/values.js';
import { sameValueKey } from './same-value.js';
import { invalidKeyword, listOf, wrongKeywordType } from './schema-test.js';
import type { KeywordCompilers, SchemaTest } from './schema-test.js';

const jsonTypes: Readonly<Record<string, readonly number[]>> = {
  array: [typeNumbers.array],
  boolean: [typeNumbers.bool],
  null: [typeNumbers.null],
  number: [typeNumbers.double, typeNumbers.int, typeNumbers.long, typeNumbers.decimal],
  object: [typeNumbers.object],
  string: [typeNumbers.string],
};

const namedTypes = (keyword: string, argument: Value, typesOf: (name: string) => readonly number[]): SchemaTest => {
  const names = typeof argument === 'string' ? [argument] : Array.isArray(argument) ? listOf(keyword, argument) : undefined;
  if (!names) return wrongKeywordType(keyword, 'either a string or an array of strings', argument);
  const types = names.map((name) =>
    typeof name === 'string' ? name : wrongKeywordType(keyword, 'either a string or an array of strings', name),
  );
  if (new Set(types).size < types.length) return invalidKeyword(keyword, `has duplicate values: ${types.join(', ')}`);
  return typeTest(types.flatMap(typesOf));
};

/** What kind of value it is, or which. */
export const typeKeywords: KeywordCompilers = {
  type: (argument, schema) => {
    if (schema.has('bsonType')) return invalidKeyword('type', "cannot be specified together with 'bsonType'");
    return namedTypes('type', argument, (name) => {
      if (name === 'integer') return invalidKeyword('type', "'integer' is not currently supported.");
      return Object.hasOwn(jsonTypes, name)
        ? (jsonTypes[name] as readonly number[])
        : invalidKeyword('type', `has an unknown type: ${name}`);
    });
  },
  bsonType: (argument) => namedTypes('bsonType', argument, (name) => typeArguments('bsonType', name)),
  enum: (argument) => {
    const values = listOf('enum', argument).map(sameValueKey);
    const listed = new Set(values);
    return listed.size < values.length
      ? invalidKeyword('enum', 'array cannot contain duplicate values')
      : (value) => listed.has(sameValueKey(value));
  },
};
