import { fail, MongoError } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import type { Document, Value } from '../../bson/values.js';
import type { WriteTarget } from '../collection-source.js';
import { checkNewVariable, parsePath } from '../expressions/field-path.js';

export type WhenMatched = 'replace' | 'keepExisting' | 'merge' | 'fail' | Value[];
export type WhenNotMatched = 'insert' | 'discard' | 'fail';

export interface MergeSpecification {
  readonly target: WriteTarget;
  readonly on: readonly (readonly string[])[];
  readonly variables: Document | undefined;
  readonly whenMatched: WhenMatched;
  readonly whenNotMatched: WhenNotMatched;
}

export const readMerge = (specification: Value, database: string): MergeSpecification => {
  if (typeof specification === 'string') return readMerge(new Map([['into', specification]]), database);
  if (!(specification instanceof Map))
    throw new MongoError(51182, `$merge only supports a string or object argument, not ${typeName(specification)}`);
  for (const key of specification.keys()) {
    if (!['into', 'on', 'let', 'whenMatched', 'whenNotMatched'].includes(key))
      throw new MongoError(40415, `BSON field '$merge.${key}' is an unknown field.`);
  }
  const into = specification.get('into');
  if (into === undefined) throw new MongoError(40414, "BSON field '$merge.into' is missing but a required field");
  const whenMatched = whenMatchedOf(specification.get('whenMatched'));
  const whenNotMatched = whenNotMatchedOf(specification.get('whenNotMatched'));
  if ((whenMatched === 'keepExisting' || whenMatched === 'fail') && whenNotMatched !== 'insert') {
    throw new MongoError(
      51181,
      `Combination of {whenMatched: '${whenMatched}', whenNotMatched: '${whenNotMatched}'} modes is not supported`,
    );
  }
  return {
    target: targetOf(into, database),
    on: joinFields(specification.get('on')),
    variables: variablesOf(specification.get('let'), whenMatched),
    whenMatched,
    whenNotMatched,
  };
};

const targetOf = (into: Value, database: string): WriteTarget => {
  if (typeof into === 'string') {
    if (into === '') throw new MongoError(5786800, "Invalid $merge target namespace: 'into' cannot be empty");
    return checkTarget({ database, collection: into });
  }
  if (!(into instanceof Map))
    throw new MongoError(51178, `$merge 'into' field  must be either a string or an object, but found ${typeName(into)}`);
  for (const key of into.keys())
    if (key !== 'db' && key !== 'coll') throw new MongoError(40415, `BSON field 'into.${key}' is an unknown field.`);
  const db = into.get('db') || database;
  const coll = into.get('coll');
  if (coll === undefined || coll === null) throw new MongoError(5786801, "Invalid $merge target namespace: 'coll' is missing");
  if (typeof db !== 'string' || typeof coll !== 'string') return fail('TypeMismatch', "'db' and 'coll' of $merge must be strings");
  if (coll === '') return fail('InvalidNamespace', 'Invalid $merge target namespace');
  return checkTarget({ database: db, collection: coll });
};

const checkTarget = (target: WriteTarget): WriteTarget => {
  if (target.collection.startsWith('system.')) throw new MongoError(31319, `Cannot $merge to special collection: ${target.collection}`);
  if (['admin', 'config', 'local'].includes(target.database))
    throw new MongoError(31320, `Cannot $merge to internal database: ${target.database}`);
  return target;
};

const joinFields = (on: Value | undefined): string[][] => {
  if (on === undefined || on === null) return [['_id']];
  if (typeof on === 'string') return [parsePath(on)];
  if (!Array.isArray(on))
    throw new MongoError(51186, `$merge 'on' field  must be either a string or an array of strings, but found ${typeName(on)}`);
  if (on.length === 0) throw new MongoError(51187, "If explicitly specifying $merge 'on', must include at least one field");
  const paths = on.map((path) => {
    if (typeof path !== 'string') throw new MongoError(51134, `$merge 'on' array elements must be strings, but found ${typeName(path)}`);
    return path;
  });
  if (new Set(paths).size !== paths.length) throw new MongoError(31465, "Found a duplicate field in the $merge 'on' array");
  return paths.map(parsePath);
};

const whenMatchedOf = (value: Value | undefined): WhenMatched => {
  if (value === undefined || value === null) return 'merge';
  if (Array.isArray(value)) return value;
  if (typeof value !== 'string')
    throw new MongoError(51191, `$merge 'whenMatched' field  must be either a string or an array, but found ${typeName(value)}`);
  if (value === 'replace' || value === 'keepExisting' || value === 'merge' || value === 'fail') return value;
  return fail('BadValue', `Enumeration value '${value}' for field 'whenMatched' is not a valid value.`);
};

const whenNotMatchedOf = (value: Value | undefined): WhenNotMatched => {
  if (value === undefined || value === null) return 'insert';
  if (typeof value !== 'string')
    return fail('TypeMismatch', `BSON field '$merge.whenNotMatched' is the wrong type '${typeName(value)}', expected type 'string'`);
  if (value === 'insert' || value === 'discard' || value === 'fail') return value;
  return fail('BadValue', `Enumeration value '${value}' for field '$merge.whenNotMatched' is not a valid value.`);
};

const variablesOf = (value: Value | undefined, whenMatched: WhenMatched): Document | undefined => {
  if (value === undefined || value === null) return undefined;
  if (!(value instanceof Map))
    return fail('TypeMismatch', `BSON field '$merge.let' is the wrong type '${typeName(value)}', expected type 'object'`);
  if (!Array.isArray(whenMatched)) throw new MongoError(51199, "Cannot use 'let' variables with 'whenMatched: ' mode");
  for (const name of value.keys()) checkNewVariable(name);
  const fresh = value.get('new');
  if (fresh !== undefined && fresh !== '$$ROOT')
    throw new MongoError(51273, "'let' may not define a value for the reserved 'new' variable other than '$$ROOT'");
  return fresh === undefined ? new Map([...value, ['new', '$$ROOT']]) : value;
};
