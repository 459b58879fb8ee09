import { isTruthy } from '../aggregation/expressions/numbers.js';
import { displayValue } from '../bson/display.js';
import { fail, MongoError, notSupported } from '../errors.js';
import { readArea, readMeetingGeometry } from '../geo/read-shape.js';
import { BSONRegExp, BsonUndefined, isDocument, isNumeric } from '../bson/values.js';
import { bitsMask } from './bits.js';
import { exactInteger, truncatedInteger } from './integer-arguments.js';
import { compileSchema } from './json-schema/compile-schema.js';
import { checkNear, nearPredicate } from './near.js';
import { literalPrefix } from './regex/literal-prefix.js';
import { translatePattern } from './regex/translate.js';
import { typeArguments } from './type-arguments.js';
import type { Document, Value } from '../bson/values.js';
import type { BitsOperator, ComparisonOperator, Predicate } from './predicates.js';

const badValue = (message: string): never => fail('BadValue', message);

const never: Predicate = { kind: 'always', value: false };

/** Whether filters stand at the top of a query or within `$elemMatch`, where some operators have no place. */
type Level = 'top' | 'element';

/** Parses a filter. Mistakes are a MongoError 2 as in MongoDB; what this server leaves out is a MongoError 115. */
export const parseFilter = (filter: Document): Predicate => {
  const predicate = parseConditions(filter, 'top');
  checkNear(predicate);
  return predicate;
};

const parseConditions = (filter: Document, level: Level): Predicate => {
  const predicates: Predicate[] = [];
  for (const [name, value] of filter) {
    if (name.startsWith('$') && !isReferenceField(name)) addLogical(predicates, name, value, level);
    else predicates.push(...parseField(name, value, level));
  }
  return conjunction(predicates);
};

/** One predicate for all: flattens nested conjunctions. */
const conjunction = (predicates: readonly Predicate[]): Predicate => {
  const flat = predicates.flatMap((predicate) => (predicate.kind === 'and' ? predicate.predicates : [predicate]));
  if (flat.length === 0) return { kind: 'always', value: true };
  return flat.length === 1 && flat[0] !== undefined ? flat[0] : { kind: 'and', predicates: flat };
};

/** Equalities on one path become one list of values, as in MongoDB. */
const disjunction = (predicates: readonly Predicate[]): Predicate => {
  const [first] = predicates;
  if (predicates.length === 1 && first) return first;
  const equalities = predicates.flatMap((one) => (one.kind === 'compare' && one.operator === 'eq' ? [one] : []));
  const path = equalities[0]?.path;
  const isOnePath =
    equalities.length === predicates.length && equalities.every((one) => one.path === path && !(one.value instanceof BSONRegExp));
  return path !== undefined && isOnePath
    ? { kind: 'in', path, values: equalities.map((one) => one.value), patterns: [] }
    : { kind: 'or', predicates };
};

const isReferenceField = (name: string): boolean => name === '$ref' || name === '$id' || name === '$db';

const leftOutAtTop = new Set(['$where', '$text', '$sampleRate']);

const addLogical = (predicates: Predicate[], name: string, value: Value, level: Level): void => {
  switch (name) {
    case '$and':
      predicates.push(conjunction(parseList(name, value, level)));
      return;
    case '$or':
      predicates.push(disjunction(parseList(name, value, level)));
      return;
    case '$nor':
      predicates.push({ kind: 'nor', predicates: parseList(name, value, level) });
      return;
    case '$expr':
      if (level === 'element') badValue('$expr can only be applied to the top-level document');
      predicates.push({ kind: 'expression', expression: value });
      return;
    case '$jsonSchema':
      if (level === 'element') notSupported('$jsonSchema within $elemMatch');
      predicates.push({ kind: 'jsonSchema', accepts: compileSchema(value) });
      return;
    case '$comment':
      return;
    case '$alwaysTrue':
    case '$alwaysFalse':
      if (exactInteger(value) !== 1n) fail('FailedToParse', `${name} must be an integer value of 1`);
      predicates.push({ kind: 'always', value: name === '$alwaysTrue' });
      return;
    default:
      if (leftOutAtTop.has(name)) notSupported(name);
      badValue(
        `unknown top level operator: ${name}. If you have a field name that starts with a '$' symbol, consider using $getField or $setField.`,
      );
  }
};

const parseList = (name: string, value: Value, level: Level): Predicate[] => {
  if (!Array.isArray(value)) return badValue(`${name} must be an array`);
  if (value.length === 0) return badValue('$and/$or/$nor must be a nonempty array');
  return value.map((entry) =>
    isDocument(entry) ? parseConditions(entry, level) : badValue('$or/$and/$nor entries need to be full objects'),
  );
};

/** Whether the document holds operators instead of being a value; a DBRef is a value. */
export const isOperatorDocument = (value: Value): value is Document => {
  if (!isDocument(value)) return false;
  const first = value.keys().next();
  return !first.done && first.value.startsWith('$') && !isReferenceField(first.value);
};

const parseField = (path: string, value: Value, level: Level): Predicate[] => {
  if (isOperatorDocument(value)) return parseOperators(path, value, level);
  if (value instanceof BSONRegExp) return [regexPredicate(path, value)];
  return [comparison(path, 'eq', value)];
};

const parseOperators = (path: string, operators: Document, level: Level): Predicate[] => {
  const near = nearPredicate(path, operators);
  if (near) return [near];
  return [...operators].flatMap(([name, argument]) => parseOperator(path, name, argument, operators, level) ?? []);
};

const comparison = (path: string, operator: ComparisonOperator, value: Value): Predicate => {
  if (value instanceof BsonUndefined) badValue('cannot compare to undefined');
  if (value instanceof BSONRegExp && operator !== 'eq') badValue(`Can't have RegEx as arg to predicate over field '${path}'.`);
  return { kind: 'compare', path, operator, value };
};

const negation = (predicate: Predicate): Predicate => ({ kind: 'not', predicate });

/** `undefined` for an operator that only belongs to another one. */
const parseOperator = (path: string, name: string, argument: Value, siblings: Document, level: Level): Predicate | undefined => {
  switch (name) {
    case '$eq':
      return comparison(path, 'eq', argument);
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      return comparison(path, name.slice(1) as ComparisonOperator, argument);
    case '$ne':
      if (argument instanceof BSONRegExp) return badValue("Can't have regex as arg to $ne.");
      return negation(comparison(path, 'eq', argument));
    case '$in':
      return inPredicate(path, name, argument);
    case '$nin':
      return negation(inPredicate(path, name, argument));
    case '$not':
      return notPredicate(path, argument, level);
    case '$exists':
      return isTruthy(argument) ? { kind: 'exists', path } : negation({ kind: 'exists', path });
    case '$type':
      return { kind: 'type', path, types: typeArguments(path, argument) };
    case '$regex':
      return regexPredicate(path, regexOf(siblings));
    case '$options':
      return siblings.has('$regex') ? undefined : badValue('$options needs a $regex');
    case '$elemMatch':
      return elemMatchPredicate(path, argument);
    case '$all':
      return allPredicate(path, argument);
    case '$size':
      return { kind: 'size', path, size: sizeArgument(argument) };
    case '$mod':
      return modPredicate(path, argument);
    case '$bitsAllSet':
    case '$bitsAllClear':
    case '$bitsAnySet':
    case '$bitsAnyClear':
      return { kind: 'bits', path, operator: name satisfies BitsOperator, mask: bitsMask(name, argument) };
    case '$geoWithin':
    case '$within':
      return { kind: 'geoWithin', path, area: readArea(argument) };
    case '$geoIntersects':
      return { kind: 'geoIntersects', path, geometry: readMeetingGeometry(argument) };
    default:
      return badValue(unknownOperator(name));
  }
};

const unknownOperator = (name: string): string => (name === '$where' ? '$where cannot be applied to a field' : `unknown operator: ${name}`);

const inPredicate = (path: string, name: string, argument: Value): Predicate => {
  if (!Array.isArray(argument)) return badValue(`${name} needs an array`);
  const values: Value[] = [];
  const patterns: BSONRegExp[] = [];
  for (const value of argument) {
    if (isOperatorDocument(value)) badValue('cannot nest $ under $in');
    if (value instanceof BsonUndefined) badValue('InMatchExpression equality cannot be undefined');
    if (value instanceof BSONRegExp) patterns.push(value);
    else values.push(value);
  }
  for (const pattern of patterns) translatePattern(pattern);
  return { kind: 'in', path, values, patterns };
};

const notPredicate = (path: string, argument: Value, level: Level): Predicate => {
  if (argument instanceof BSONRegExp) return negation(regexPredicate(path, argument));
  if (!isDocument(argument)) return badValue('$not needs a regex or a document');
  if (argument.size === 0) return badValue('$not cannot be empty');
  return negation(conjunction(parseOperators(path, argument, level)));
};

const regexPredicate = (path: string, pattern: BSONRegExp): Predicate => {
  translatePattern(pattern);
  return { kind: 'regex', path, pattern, literalPrefix: literalPrefix(pattern) };
};

const regexOf = (operators: Document): BSONRegExp => {
  const pattern = operators.get('$regex');
  const options = operators.get('$options');
  if (options !== undefined && typeof options !== 'string') return badValue('$options has to be a string');
  if (pattern instanceof BSONRegExp) {
    const isRegexFirst = [...operators.keys()].find((name) => name === '$regex' || name === '$options') === '$regex';
    if (options && pattern.options !== '') throw new MongoError(isRegexFirst ? 51075 : 51074, 'options set in both $regex and $options');
    return regexWith(pattern.pattern, options ? options : pattern.options);
  }
  return typeof pattern === 'string' ? regexWith(pattern, options ?? '') : badValue('$regex has to be a string');
};

const regexWith = (pattern: string, options: string): BSONRegExp => {
  const wrong = /[^imsux]/.exec(options);
  if (wrong) throw new MongoError(51108, `invalid flag in regex options: ${options}`);
  if (pattern.includes('\0')) badValue('Regular expression cannot contain an embedded null byte');
  return new BSONRegExp(pattern, options);
};

const logicalOperators = new Set([
  '$and',
  '$or',
  '$nor',
  '$expr',
  '$jsonSchema',
  '$comment',
  '$alwaysTrue',
  '$alwaysFalse',
  ...leftOutAtTop,
]);

/** Whether the document holds operators for one value, rather than conditions on fields joined by the likes of `$or`. */
export const isFieldCondition = (value: Value): value is Document =>
  isOperatorDocument(value) && !logicalOperators.has(value.keys().next().value ?? '');

const elemMatchPredicate = (path: string, argument: Value): Predicate => {
  if (!isDocument(argument)) return badValue('$elemMatch needs an Object');
  if (isFieldCondition(argument)) return { kind: 'elemMatchValue', path, predicates: parseOperators('', argument, 'element') };
  return { kind: 'elemMatchObject', path, predicate: parseConditions(argument, 'element') };
};

const allPredicate = (path: string, argument: Value): Predicate => {
  if (!Array.isArray(argument)) return badValue('$all needs an array');
  if (argument.length === 0) return never;
  const elemMatchOf = (entry: Value | undefined): Value | undefined =>
    entry !== undefined && isOperatorDocument(entry) && entry.keys().next().value === '$elemMatch' ? entry.get('$elemMatch') : undefined;
  const first = elemMatchOf(argument[0]);
  if (first === undefined) return conjunction(argument.map((entry) => allEntry(path, entry)));
  return conjunction(
    argument.map((entry) => {
      const elemMatch = elemMatchOf(entry);
      return elemMatch === undefined ? badValue('$all/$elemMatch has to be consistent') : elemMatchPredicate(path, elemMatch);
    }),
  );
};

const allEntry = (path: string, entry: Value): Predicate => {
  if (entry instanceof BSONRegExp) return regexPredicate(path, entry);
  if (isOperatorDocument(entry)) return badValue('no $ expressions in $all');
  return comparison(path, 'eq', entry);
};

const greatestInt32 = 2n ** 31n - 1n;

const sizeArgument = (argument: Value): number => {
  const failSize = (what: string): never => badValue(`Failed to parse $size. ${what} $size: ${displayValue(argument)}`);
  if (!isNumeric(argument)) return failSize('Expected a number in:');
  const size = exactInteger(argument);
  if (size === undefined) return failSize('Expected an integer:');
  if (size > greatestInt32) return failSize('Cannot represent as a 32-bit integer:');
  return size < 0n ? failSize('Expected a non-negative number in:') : Number(size);
};

const modPredicate = (path: string, argument: Value): Predicate => {
  if (!Array.isArray(argument)) return badValue('malformed mod, needs to be an array');
  if (argument.length < 2) return badValue('malformed mod, not enough elements');
  if (argument.length > 2) return badValue('malformed mod, too many elements');
  const divisor = modArgument(argument[0], 'divisor');
  if (divisor === 0n) return badValue('divisor cannot be 0');
  return { kind: 'mod', path, divisor, remainder: modArgument(argument[1], 'remainder') };
};

const modArgument = (value: Value | undefined, role: string): bigint => {
  if (!isNumeric(value)) return badValue(`malformed mod, ${role} not a number`);
  return (
    truncatedInteger(value) ?? badValue(`malformed mod, ${role} value is invalid :: caused by :: Unable to coerce NaN/Inf to integral type`)
  );
};
