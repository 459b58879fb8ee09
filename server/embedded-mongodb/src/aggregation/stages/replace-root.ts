import { MongoError } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import type { Value } from '../../bson/values.js';
import { everything } from '../expressions/expression.js';
import { rootContext } from '../expressions/operator.js';
import type { Stage, StageCompiler, StageCompilers, Surroundings } from './stage.js';

const replacing = (newRoot: Value, surroundings: Surroundings, name: string): Stage => {
  const reads = new Set<string>();
  const expression = surroundings.expressions(reads).compile(newRoot);
  return {
    reads: reads.has(everything) ? undefined : reads,
    isExhaustive: true,
    *run(input, context) {
      for (const document of input) {
        context.deadline.tick();
        const value = expression.evaluate(rootContext(document, context));
        if (!(value instanceof Map)) {
          throw new MongoError(
            40228,
            `'${name}' expression must evaluate to an object, but the resulting value was of type ${typeName(value)}`,
          );
        }
        yield value;
      }
    },
  };
};

const replaceRoot: StageCompiler = (specification, surroundings) => {
  if (!(specification instanceof Map))
    throw new MongoError(40229, `expected an object as specification for $replaceRoot stage, got ${typeName(specification)}`);
  for (const key of specification.keys())
    if (key !== 'newRoot') throw new MongoError(40415, `BSON field '$replaceRoot.${key}' is an unknown field.`);
  const newRoot = specification.get('newRoot');
  if (newRoot === undefined) throw new MongoError(40414, "BSON field '$replaceRoot.newRoot' is missing but a required field");
  return replacing(newRoot, surroundings, 'newRoot');
};

export const replaceRootStages: StageCompilers = {
  $replaceRoot: replaceRoot,
  $replaceWith: (specification, surroundings) => replacing(specification, surroundings, 'replacement document'),
};
