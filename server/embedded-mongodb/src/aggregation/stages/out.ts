import { fail, MongoError, notSupported } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import type { Value } from '../../bson/values.js';
import type { WriteTarget } from '../collection-source.js';
import type { StageCompiler, StageCompilers } from './stage.js';

const out: StageCompiler = (specification, surroundings) => {
  const target = targetOf(specification, surroundings.options.database);
  const readsTarget =
    target.database === surroundings.options.database &&
    (target.collection === surroundings.options.collection || surroundings.collections.has(target.collection));
  return {
    writesTo: target,
    *run(input, context) {
      context.source.replaceAll(target, readsTarget ? [...input] : input);
    },
  };
};

const targetOf = (specification: Value, database: string): WriteTarget => {
  if (typeof specification === 'string') return checkTarget({ database, collection: specification });
  if (!(specification instanceof Map))
    throw new MongoError(16990, `$out only supports a string or object argument, but found ${typeName(specification)}`);
  if (specification.has('timeseries')) return notSupported('a time series as the target of $out');
  for (const key of specification.keys())
    if (key !== 'db' && key !== 'coll') throw new MongoError(40415, `BSON field '$out.${key}' is an unknown field.`);
  const [db, coll] = [specification.get('db'), specification.get('coll')];
  if (db === undefined || coll === undefined)
    throw new MongoError(40414, `BSON field '$out.${db === undefined ? 'db' : 'coll'}' is missing but a required field`);
  if (typeof db !== 'string' || typeof coll !== 'string') return fail('TypeMismatch', "'db' and 'coll' of $out must be strings");
  return checkTarget({ database: db, collection: coll });
};

const checkTarget = (target: WriteTarget): WriteTarget => {
  if (target.collection === '' || target.database === '') return fail('InvalidNamespace', 'Invalid $out target namespace');
  if (target.collection.startsWith('system.')) throw new MongoError(17385, "Can't $out to special collection: " + target.collection);
  if (['admin', 'config', 'local'].includes(target.database))
    throw new MongoError(31321, `Can't $out to internal database: ${target.database}`);
  return target;
};

export const outStages: StageCompilers = { $out: out };
