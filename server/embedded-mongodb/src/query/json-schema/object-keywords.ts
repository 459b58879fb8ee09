import { BSONRegExp, isDocument } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { translatePattern } from '../regex/translate.js';
import { accepts, documentOf, namesOf, wrongKeywordType } from './schema-test.js';
import type { KeywordCompilers, SchemaTest } from './schema-test.js';

const ofObjects =
  (test: (object: Document) => boolean): SchemaTest =>
  (value) =>
    !isDocument(value) || test(value);

const patternsIn = (schema: Document): ReturnType<typeof translatePattern>[] => {
  const patterns = schema.get('patternProperties');
  return isDocument(patterns) ? [...patterns.keys()].map((pattern) => translatePattern(new BSONRegExp(pattern))) : [];
};

const dependency = (name: string, argument: Value, compile: (schema: Value, keyword: string) => SchemaTest): SchemaTest => {
  if (Array.isArray(argument)) {
    const names = namesOf(`dependencies.${name}`, argument);
    return ofObjects((object) => !object.has(name) || names.every((other) => object.has(other)));
  }
  const test = compile(argument, `dependencies.${name}`);
  return ofObjects((object) => !object.has(name) || test(object));
};

/** The fields of objects. Values of other types pass. */
export const objectKeywords: KeywordCompilers = {
  required: (argument) => {
    const names = namesOf('required', argument);
    return ofObjects((object) => names.every((name) => object.has(name)));
  },
  properties: (argument, _schema, compile) => {
    const tests = [...documentOf('properties', argument)].map(([name, schema]) => ({ name, test: compile(schema, `properties.${name}`) }));
    return ofObjects((object) =>
      tests.every(({ name, test }) => {
        const value = object.get(name);
        return value === undefined || test(value);
      }),
    );
  },
  patternProperties: (argument, _schema, compile) => {
    const tests = [...documentOf('patternProperties', argument)].map(([pattern, schema]) => ({
      matches: translatePattern(new BSONRegExp(pattern)),
      test: compile(schema, `patternProperties.${pattern}`),
    }));
    return ofObjects((object) => [...object].every(([name, value]) => tests.every(({ matches, test }) => !matches(name) || test(value))));
  },
  additionalProperties: (argument, schema, compile) => {
    const properties = schema.get('properties');
    const named = new Set(isDocument(properties) ? properties.keys() : []);
    const patterns = patternsIn(schema);
    const isAdditional = (name: string): boolean => !named.has(name) && !patterns.some((matches) => matches(name));
    if (argument === true) return accepts;
    if (argument !== false && !isDocument(argument)) return wrongKeywordType('additionalProperties', 'an object or a boolean', argument);
    const test = argument === false ? () => false : compile(argument, 'additionalProperties');
    return ofObjects((object) => [...object].every(([name, value]) => !isAdditional(name) || test(value)));
  },
  dependencies: (argument, _schema, compile) => {
    const tests = [...documentOf('dependencies', argument)].map(([name, one]) => dependency(name, one, compile));
    return (value) => tests.every((test) => test(value));
  },
};
