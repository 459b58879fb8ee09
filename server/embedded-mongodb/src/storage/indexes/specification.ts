import { equalValues } from '../../bson/compare.js';
import { Int32, isDocument, isNumeric } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { MongoError, errorCodes, fail, notSupported } from '../../errors.js';
import { boundsOf2d, isGeoKind } from '../../geo/index-values.js';
import { compileCollation } from '../../query/collation.js';
import type { Collation } from '../../query/collation.js';
import { compileFilter } from '../../query/filter.js';
import type { Filter } from '../../query/filter.js';
import type { Predicate } from '../../query/predicates.js';
import { displayDocument, displayValue } from '../../bson/display.js';
import { typeName } from '../../bson/types.js';
import type { IndexInfo } from '../CollectionInfo.js';

const maxFields = 32;
const longestExpiry = 2_147_483_647;

/** The specification of the index that every collection has. */
export const idIndexSpecification = (collation?: Document): Document =>
  new Map<string, Value>([
    ['v', new Int32(2)],
    ['key', new Map([['_id', new Int32(1)]])],
    ['name', '_id_'],
    ...(collation ? [['collation', collation] as const] : []),
  ]);

/**
 * Checks one element of `createIndexes` and returns it as `listIndexes` shows it. Kinds of index that are left out are a 67. An index
 * without a collation of its own has that of its collection.
 */
export const indexSpecification = (given: Document, collectionOptions: Document): Document => {
  const inherited = collectionOptions.get('collation');
  const key = given.get('key');
  if (!isDocument(key)) return fail('FailedToParse', "The 'key' field is a required property of an index specification");
  checkKeyPattern(key);
  if (isIdPattern(key)) return checkedIdIndex(given, isDocument(inherited) ? inherited : undefined);
  const specification: Document = new Map<string, Value>([['v', new Int32(2)]]);
  for (const [name, value] of given) addOption(specification, name, value, key);
  if (!given.has('collation') && inherited !== undefined) specification.set('collation', inherited);
  checkCollation(specification, key);
  if (!specification.has('name')) return fail('FailedToParse', "The 'name' field is a required property of an index specification");
  if (specification.has('sparse') && specification.get('sparse') === true && specification.has('partialFilterExpression'))
    return fail('CannotCreateIndex', 'cannot mix "partialFilterExpression" and "sparse" options');
  checkGeoOptions(specification, key);
  if (specification.has('expireAfterSeconds') && key.size > 1)
    return fail('CannotCreateIndex', 'TTL indexes are single-field indexes, compound indexes do not support TTL');
  return specification;
};

const addOption = (specification: Document, name: string, value: Value, key: Document): void => {
  switch (name) {
    case 'v':
      if (!isNumeric(value) || Number(value) !== 2)
        fail('CannotCreateIndex', `Invalid index specification { v: ${displayValue(value)} }; only v: 2 is supported`);
      return;
    case 'ns':
      return;
    case 'key':
      specification.set('key', key);
      return;
    case 'name':
      if (typeof value !== 'string')
        throw new MongoError(errorCodes.TypeMismatch, `The field 'name' must be a string, but got ${typeName(value)}`);
      if (value === '' || value === '*') fail('BadValue', `The index name '${value}' is not valid`);
      specification.set('name', value);
      return;
    case 'unique':
    case 'sparse':
      if (asBoolean(name, value)) specification.set(name, true);
      return;
    case 'background':
      specification.set(name, asBoolean(name, value));
      return;
    case 'hidden':
      if (asBoolean(name, value)) specification.set(name, true);
      return;
    case 'expireAfterSeconds':
      specification.set(name, checkedExpiry(value));
      return;
    case 'partialFilterExpression':
      if (!isDocument(value)) fail('TypeMismatch', `The field 'partialFilterExpression' must be an object, but got ${typeName(value)}`);
      partialFilterOf(value as Document);
      specification.set(name, value);
      return;
    case 'collation':
      if (!isDocument(value)) fail('TypeMismatch', `The field 'collation' must be an object, but got ${typeName(value)}`);
      keepCollation(specification, compileCollation(value as Document));
      return;
    case '2dsphereIndexVersion':
    case 'bits':
    case 'min':
    case 'max':
      if (!isNumeric(value)) fail('TypeMismatch', `The field '${name}' must be a number, but got ${typeName(value)}`);
      specification.set(name, value);
      return;
    default:
      refuseOption(name);
  }
};

const keepCollation = (specification: Document, collation: Collation | undefined): void => {
  if (collation) specification.set('collation', collation.specification);
};

/**
 * The keys of an index are in the order of bytes, whatever its collation: it serves the same queries as any other. That two texts are
 * alike under a collation cannot be seen from keys.
 */
const checkCollation = (specification: Document, key: Document): void => {
  if (!specification.has('collation')) return;
  if (specification.has('unique')) notSupported('a unique index with a collation');
  if ([...key.values()].includes('2d')) fail('CannotCreateIndex', "Index type '2d' does not support collation");
};

const knownElsewhere = new Set([
  'clustered',
  'default_language',
  'language_override',
  'prepareUnique',
  'storageEngine',
  'textIndexVersion',
  'weights',
  'wildcardProjection',
]);

const refuseOption = (name: string): void => {
  if (knownElsewhere.has(name)) notSupported(`the index option '${name}'`);
  throw new MongoError(197, `The field '${name}' is not valid for an index specification`, 'InvalidIndexSpecificationOption');
};

const asBoolean = (name: string, value: Value): boolean => {
  if (typeof value === 'boolean') return value;
  if (isNumeric(value)) return Number(value) !== 0;
  return fail('TypeMismatch', `The field '${name}' has value ${name}: ${displayValue(value)}, which is not convertible to bool`);
};

export const checkedExpiry = (value: Value): Value => {
  if (!isNumeric(value))
    return fail('CannotCreateIndex', `TTL index 'expireAfterSeconds' option must be numeric, but received a type of '${typeName(value)}'`);
  const seconds = Number(value);
  if (!(seconds >= 0)) return fail('CannotCreateIndex', "TTL index 'expireAfterSeconds' option cannot be less than 0");
  if (seconds > longestExpiry)
    return fail('CannotCreateIndex', `TTL index 'expireAfterSeconds' option must be within an acceptable range, try a lower number`);
  return new Int32(Math.trunc(seconds));
};

const checkKeyPattern = (key: Document): void => {
  if (key.size === 0) fail('CannotCreateIndex', 'Index keys cannot be an empty document.');
  if (key.size > maxFields) fail('CannotCreateIndex', `Index key pattern ${displayDocument(key)} has more than ${maxFields} fields`);
  for (const [path, direction] of key) {
    if (typeof direction === 'string') checkKind(direction);
    else if (!isNumeric(direction))
      fail(
        'CannotCreateIndex',
        `Values in v:2 index key pattern cannot be of type ${typeName(direction)}. Only numbers > 0, numbers < 0, and strings are allowed.`,
      );
    else if (Number.isNaN(Number(direction)) || Number(direction) === 0)
      fail('CannotCreateIndex', 'Values in the index key pattern cannot be 0.');
    if (path === '' || path.split('.').includes('')) fail('CannotCreateIndex', 'Index keys cannot be an empty field.');
    if (path.includes('$**')) fail('CannotCreateIndex', 'embedded server: wildcard indexes are not supported; use MongoDB (MONGODB_URI)');
    if (path.split('.').some((part) => part.startsWith('$')))
      fail('CannotCreateIndex', `Index key contains an illegal field name: field name starts with '$'.`);
  }
};

const kindsElsewhere = new Set(['text', 'hashed', 'geoHaystack', 'columnstore', 'wildcard']);

const checkKind = (kind: string): void => {
  if (isGeoKind(kind)) return;
  if (kindsElsewhere.has(kind)) fail('CannotCreateIndex', `embedded server: ${kind} indexes are not supported; use MongoDB (MONGODB_URI)`);
  fail('CannotCreateIndex', `Unknown index plugin '${kind}'`);
};

const newest2dsphere = 3;

/** An index of places has options of its own, and takes none of those that hang on its keys. */
const checkGeoOptions = (specification: Document, key: Document): void => {
  const kinds = [...key.values()];
  if (!kinds.some(isGeoKind)) return;
  for (const name of ['unique', 'expireAfterSeconds']) if (specification.has(name)) notSupported(`a geo index with the option '${name}'`);
  if (kinds.includes('2d') && kinds.indexOf('2d') > 0) fail('CannotCreateIndex', '2d has to be first in index');
  if (kinds.includes('2d') && kinds.filter(isGeoKind).length > 1) fail('CannotCreateIndex', "can't have 2 geo fields");
  const { min, max } = boundsOf2d(specification);
  if (!(max > min)) fail('InvalidOptions', `region for hash must be valid and have positive area, but [${min}, ${max}] was specified`);
  if (!kinds.includes('2dsphere')) return;
  const version = specification.get('2dsphereIndexVersion');
  if (version !== undefined && Number(version) !== newest2dsphere) notSupported(`a 2dsphere index of version ${Number(version)}`);
  specification.set('2dsphereIndexVersion', new Int32(newest2dsphere));
};

const isIdPattern = (key: Document): boolean => key.size === 1 && key.has('_id') && Number(key.get('_id')) > 0;

const checkedIdIndex = (given: Document, inherited: Document | undefined): Document => {
  for (const [name, value] of given) {
    if (['v', 'key', 'ns', 'background'].includes(name)) continue;
    // MongoDB takes any name here and keeps its own.
    if (name === 'name') continue;
    if (name === 'unique' && value === true) continue;
    if (name === 'collation' && isDocument(value) && equalValues(compileCollation(value)?.specification, inherited)) continue;
    throw new MongoError(
      197,
      `The field '${name}' is not valid for an _id index specification. Specification: ${displayDocument(given)}`,
      'InvalidIndexSpecificationOption',
    );
  }
  return idIndexSpecification(inherited);
};

/** Compiles a partialFilterExpression; operators that MongoDB does not take there are a 67. */
export const partialFilterOf = (expression: Document): Filter => {
  const filter = compileFilter(expression);
  checkPartial(filter.predicate, expression, 0);
  return filter;
};

const checkPartial = (predicate: Predicate, expression: Document, depth: number): void => {
  const refuse = (): never => fail('CannotCreateIndex', `Expression not supported in partial index: ${displayDocument(expression)}`);
  switch (predicate.kind) {
    case 'and':
    case 'or':
      if (depth > 4) fail('CannotCreateIndex', 'partialFilterExpression depth may not exceed 4');
      predicate.predicates.forEach((part) => checkPartial(part, expression, depth + 1));
      return;
    case 'in':
      if (predicate.patterns.length > 0) refuse();
      return;
    case 'always':
    case 'compare':
    case 'exists':
    case 'type':
      return;
    default:
      refuse();
  }
};

const optionOf = (specification: Document, name: string): Value | undefined => specification.get(name);

/** Whether two specifications describe the same index, whatever its name and further options. */
const sameSignature = (a: Document, b: Document): boolean =>
  samePattern(a.get('key') as Document, b.get('key') as Document) &&
  ['unique', 'sparse', 'partialFilterExpression', 'collation'].every((name) => equalValues(optionOf(a, name), optionOf(b, name)));

export const samePattern = (a: Document, b: Document): boolean => {
  if (a.size !== b.size) return false;
  const others = [...b];
  return [...a].every(([path, direction], place) => {
    const other = others[place];
    return other !== undefined && other[0] === path && sameDirection(direction, other[1]);
  });
};

const sameDirection = (a: Value, b: Value): boolean =>
  typeof a === 'string' || typeof b === 'string' ? a === b : Math.sign(Number(a)) === Math.sign(Number(b));

/** The index that already is what `specification` asks for; a clash with an existing one is an 85 or 86. */
export const existingIndex = (indexes: readonly IndexInfo[], specification: Document): IndexInfo | undefined => {
  const name = specification.get('name');
  const both = (existing: IndexInfo): string =>
    `Requested index: ${displayDocument(specification)}, existing index: ${displayDocument(existing.specification)}`;
  const namesake = indexes.find((index) => index.name === name);
  if (namesake) {
    if (!sameSignature(namesake.specification, specification))
      return fail(
        'IndexKeySpecsConflict',
        `An existing index has the same name as the requested index. When index names are not specified, they are auto generated and can cause conflicts. Please refer to our documentation. ${both(namesake)}`,
      );
    if (!sameFurtherOptions(namesake, specification))
      return fail('IndexOptionsConflict', `An equivalent index already exists with the same name but different options. ${both(namesake)}`);
    return namesake;
  }
  const equivalent = indexes.find((index) => sameSignature(index.specification, specification));
  if (!equivalent) return undefined;
  if (!sameFurtherOptions(equivalent, specification))
    return fail('IndexOptionsConflict', `An equivalent index already exists with a different name and options. ${both(equivalent)}`);
  return fail('IndexOptionsConflict', `Index already exists with a different name: ${equivalent.name}`);
};

const sameFurtherOptions = (index: IndexInfo, specification: Document): boolean =>
  ['expireAfterSeconds', 'hidden', 'bits', 'min', 'max'].every((name) =>
    equalValues(optionOf(index.specification, name), optionOf(specification, name)),
  );
