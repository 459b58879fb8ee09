import { fail, notSupported } from '../../errors.js';
import { isDocument } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import { arrayKeywords } from './array-keywords.js';
import { objectKeywords } from './object-keywords.js';
import { invalidKeyword, listOf, wrongKeywordType } from './schema-test.js';
import type { KeywordCompiler, KeywordCompilers, SchemaTest } from './schema-test.js';
import { typeKeywords } from './type-keywords.js';
import { valueKeywords } from './value-keywords.js';

const text =
  (keyword: string): KeywordCompiler =>
  (argument) =>
    typeof argument === 'string' ? undefined : wrongKeywordType(keyword, 'a string', argument);

const several = (keyword: string, holds: (results: readonly SchemaTest[], value: Value) => boolean): KeywordCompiler => {
  return (argument, _schema, compile) => {
    const tests = listOf(keyword, argument).map((schema, place) => compile(schema, `${keyword}.${place}`));
    return (value) => holds(tests, value);
  };
};

const keywords: KeywordCompilers = {
  ...typeKeywords,
  ...valueKeywords,
  ...objectKeywords,
  ...arrayKeywords,
  allOf: several('allOf', (tests, value) => tests.every((test) => test(value))),
  anyOf: several('anyOf', (tests, value) => tests.some((test) => test(value))),
  oneOf: several('oneOf', (tests, value) => tests.filter((test) => test(value)).length === 1),
  not: (argument, _schema, compile) => {
    const test = compile(argument, 'not');
    return (value) => !test(value);
  },
  title: text('title'),
  description: text('description'),
};

/** Keywords of JSON Schema that MongoDB does not take either. */
const unknownToMongoDB = new Set(['$ref', '$schema', 'default', 'definitions', 'format', 'id']);
const leftOut = new Set(['encrypt', 'encryptMetadata']);

/** Compiles the argument of `$jsonSchema`. */
export const compileSchema = (schema: Value): SchemaTest => {
  if (!isDocument(schema)) return fail('TypeMismatch', '$jsonSchema must be an object');
  return compile(schema, '$jsonSchema');
};

const compile = (schema: Value, place: string): SchemaTest => {
  if (!isDocument(schema)) return wrongKeywordType(place, 'an object', schema);
  const tests: SchemaTest[] = [];
  for (const [keyword, argument] of schema) {
    if (leftOut.has(keyword)) notSupported(`$jsonSchema with '${keyword}'`);
    if (unknownToMongoDB.has(keyword)) invalidKeyword(keyword, 'is not currently supported');
    const compileKeyword = Object.hasOwn(keywords, keyword) ? keywords[keyword] : undefined;
    if (!compileKeyword) return fail('FailedToParse', `Unknown $jsonSchema keyword: ${keyword}`);
    const test = compileKeyword(argument, schema, compile);
    if (test) tests.push(test);
  }
  return (value) => tests.every((test) => test(value));
};
