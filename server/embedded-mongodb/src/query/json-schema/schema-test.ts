import { typeName } from '../../bson/types.js';
import { displayValue } from '../../bson/display.js';
import { fail, MongoError } from '../../errors.js';
import { isDocument } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';

/** Whether a value is as a schema (or one keyword of it) asks. */
export type SchemaTest = (value: Value) => boolean;

/** Compiles one keyword with its argument; the whole schema is there for keywords that go together, and `compile` for schemas within. */
export type KeywordCompiler = (
  argument: Value,
  schema: Document,
  compile: (schema: Value, keyword: string) => SchemaTest,
) => SchemaTest | undefined;

export type KeywordCompilers = Readonly<Record<string, KeywordCompiler>>;

export const accepts: SchemaTest = () => true;

export const wrongKeywordType = (keyword: string, expected: string, value: Value): never =>
  fail('TypeMismatch', `$jsonSchema keyword '${keyword}' must be ${expected}, but found ${typeName(value)}`);

export const invalidKeyword = (keyword: string, problem: string): never => {
  throw new MongoError(9, `$jsonSchema keyword '${keyword}' ${problem}`, 'FailedToParse');
};

export const documentOf = (keyword: string, value: Value): Document =>
  isDocument(value) ? value : wrongKeywordType(keyword, 'an object', value);

/** A list that is not empty. */
export const listOf = (keyword: string, value: Value): readonly Value[] => {
  if (!Array.isArray(value)) return wrongKeywordType(keyword, 'an array', value);
  return value.length === 0 ? invalidKeyword(keyword, 'cannot be an empty array') : value;
};

/** A list of different texts. */
export const namesOf = (keyword: string, value: Value): readonly string[] => {
  const names = listOf(keyword, value).map((name) =>
    typeof name === 'string'
      ? name
      : fail('TypeMismatch', `$jsonSchema keyword '${keyword}' must be an array of strings, but found ${displayValue(name)}`),
  );
  return new Set(names).size === names.length ? names : invalidKeyword(keyword, 'array cannot contain duplicate values');
};
