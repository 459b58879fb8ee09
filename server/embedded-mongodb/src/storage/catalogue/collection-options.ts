import { typeName } from '../../bson/types.js';
import { isDocument } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { fail, notSupported } from '../../errors.js';
import { compileCollation } from '../../query/collation.js';
import { compileFilter } from '../../query/filter.js';
import { databaseOf } from './Catalogue.js';

const leftOut = new Set([
  'capped',
  'size',
  'max',
  'timeseries',
  'viewOn',
  'pipeline',
  'clusteredIndex',
  'encryptedFields',
  'expireAfterSeconds',
  'storageEngine',
  'indexOptionDefaults',
]);

const validationLevels = ['off', 'strict', 'moderate'];
const validationActions = ['error', 'warn', 'errorAndLog'];
const withoutValidators = new Set(['admin', 'config', 'local']);

/** The options of a collection as they are kept and listed; what is left out is a MongoError 115. */
export const checkedOptions = (namespace: string, options: Document): Document => {
  const kept: Document = new Map();
  for (const [name, value] of options) {
    const checked = checkedOption(namespace, name, value);
    if (checked !== undefined) kept.set(name, checked);
  }
  return kept;
};

const checkedOption = (namespace: string, name: string, value: Value): Value | undefined => {
  if (leftOut.has(name)) {
    if (name === 'capped' && value === false) return undefined;
    notSupported(`a collection with the option '${name}'`);
  }
  switch (name) {
    case 'collation':
      return compileCollation(documentOf(name, value))?.specification;
    case 'validator':
      return checkedValidator(namespace, documentOf(name, value));
    case 'validationLevel':
      return oneOf(name, value, validationLevels);
    case 'validationAction':
      return oneOf(name, value, validationActions);
    case 'changeStreamPreAndPostImages':
      return value;
    default:
      return undefined;
  }
};

const documentOf = (name: string, value: Value): Document =>
  isDocument(value)
    ? value
    : fail('TypeMismatch', `BSON field 'create.${name}' is the wrong type '${typeName(value)}', expected type 'object'`);

const oneOf = (name: string, value: Value, allowed: readonly string[]): Value =>
  typeof value === 'string' && allowed.includes(value)
    ? value
    : fail('BadValue', `Enumeration value '${String(value)}' for field '${name}' is not a valid value.`);

const checkedValidator = (namespace: string, validator: Document): Document => {
  const database = databaseOf(namespace);
  if (withoutValidators.has(database))
    fail('InvalidOptions', `Document validators are not allowed on collection ${namespace} in the ${database} database`);
  compileFilter(validator);
  return validator;
};
