import { fail, MongoError } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import type { Value } from '../../bson/values.js';
import { leadingQuery } from './lookup.js';
import { beginsWithDocuments } from './lookup-specification.js';
import type { StageCompiler, StageCompilers } from './stage.js';

const unionWith: StageCompiler = (specification, surroundings) => {
  const { collection, stages } = readParts(specification);
  if (collection !== undefined) surroundings.collections.add(collection);
  const pipeline = surroundings.compileNested(stages, 'unionWith', { collection });
  return {
    *run(input, context) {
      yield* input;
      const source = collection === undefined ? [] : context.source.find(collection, leadingQuery(pipeline, context, surroundings));
      yield* pipeline.run(source, context);
    },
  };
};

const readParts = (specification: Value): { collection: string | undefined; stages: Value[] } => {
  if (typeof specification === 'string') return { collection: checkName(specification), stages: [] };
  if (!(specification instanceof Map)) {
    return fail('FailedToParse', `the $unionWith stage specification must be an object or string, but found ${typeName(specification)}`);
  }
  for (const key of specification.keys()) {
    if (key !== 'coll' && key !== 'pipeline') throw new MongoError(40415, `BSON field '$unionWith.${key}' is an unknown field.`);
  }
  const collection = specification.get('coll');
  const stages = specification.get('pipeline') ?? [];
  if (!Array.isArray(stages))
    return fail('TypeMismatch', `BSON field '$unionWith.pipeline' is the wrong type '${typeName(stages)}', expected type 'array'`);
  if (collection === undefined) {
    if (!beginsWithDocuments(stages))
      return fail('FailedToParse', '$unionWith stage without explicit collection must have a pipeline with $documents as first stage');
    return { collection: undefined, stages };
  }
  if (typeof collection !== 'string')
    return fail('TypeMismatch', `BSON field '$unionWith.coll' is the wrong type '${typeName(collection)}', expected type 'string'`);
  return { collection: checkName(collection), stages };
};

const checkName = (name: string): string => (name === '' ? fail('InvalidNamespace', 'a collection needs a name') : name);

export const unionWithStages: StageCompilers = { $unionWith: unionWith };
