import { BSONRegExp, isDocument, isNumeric } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { exactInteger } from '../integer-arguments.js';
import { translatePattern } from '../regex/translate.js';
import { comparisonTest } from '../value-tests.js';
import { isMultiple, isPositive } from './remainder.js';
import { invalidKeyword, wrongKeywordType } from './schema-test.js';
import type { KeywordCompiler, KeywordCompilers, SchemaTest } from './schema-test.js';

const ofNumbers =
  (test: SchemaTest): SchemaTest =>
  (value) =>
    !isNumeric(value) || test(value);

const ofTexts =
  (test: (text: string) => boolean): SchemaTest =>
  (value) =>
    typeof value !== 'string' || test(value);

const bound =
  (keyword: 'minimum' | 'maximum', exclusive: string, operators: readonly ['gte' | 'lte', 'gt' | 'lt']): KeywordCompiler =>
  (argument, schema) => {
    if (!isNumeric(argument)) return wrongKeywordType(keyword, 'a number', argument);
    return ofNumbers(comparisonTest(operators[isExclusive(schema, exclusive) ? 1 : 0], argument, undefined));
  };

const isExclusive = (schema: Document, keyword: string): boolean => {
  const exclusive = schema.get(keyword);
  if (exclusive === undefined) return false;
  return typeof exclusive === 'boolean' ? exclusive : wrongKeywordType(keyword, 'a boolean', exclusive);
};

/** The other keyword of the pair does the work. */
const companion =
  (keyword: string, other: string): KeywordCompiler =>
  (argument, schema) => {
    if (typeof argument !== 'boolean') return wrongKeywordType(keyword, 'a boolean', argument);
    return schema.has(other) ? undefined : invalidKeyword(keyword, `needs the keyword '${other}' beside it`);
  };

/** A whole number from 0 up. */
export const countOf = (keyword: string, argument: Value): bigint => {
  if (!isNumeric(argument)) return wrongKeywordType(keyword, 'a number', argument);
  const count = exactInteger(argument);
  if (count === undefined) return invalidKeyword(keyword, 'must be representable as a 64-bit integer');
  return count >= 0n ? count : invalidKeyword(keyword, 'must be a non-negative number');
};

const lengthOf = (text: string): number => {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
};

/** Numbers and texts. Values of other types pass. */
export const valueKeywords: KeywordCompilers = {
  minimum: bound('minimum', 'exclusiveMinimum', ['gte', 'gt']),
  maximum: bound('maximum', 'exclusiveMaximum', ['lte', 'lt']),
  exclusiveMinimum: companion('exclusiveMinimum', 'minimum'),
  exclusiveMaximum: companion('exclusiveMaximum', 'maximum'),
  multipleOf: (argument) => {
    if (!isNumeric(argument)) return wrongKeywordType('multipleOf', 'a number', argument);
    if (!isPositive(argument)) return invalidKeyword('multipleOf', 'must have a positive value');
    return ofNumbers((value) => isNumeric(value) && isMultiple(value, argument));
  },
  minLength: (argument) => {
    const least = countOf('minLength', argument);
    return ofTexts((text) => lengthOf(text) >= least);
  },
  maxLength: (argument) => {
    const most = countOf('maxLength', argument);
    return ofTexts((text) => lengthOf(text) <= most);
  },
  pattern: (argument) => {
    if (typeof argument !== 'string') return wrongKeywordType('pattern', 'a string', argument);
    return ofTexts(translatePattern(new BSONRegExp(argument)));
  },
  minProperties: (argument) => {
    const least = countOf('minProperties', argument);
    return (value) => !isDocument(value) || value.size >= least;
  },
  maxProperties: (argument) => {
    const most = countOf('maxProperties', argument);
    return (value) => !isDocument(value) || value.size <= most;
  },
};
