import { MongoError, notSupported } from '../../errors.js';
import type { Document, Value } from '../../bson/values.js';
import { compileFilter } from '../../query/filter.js';
import type { Filter } from '../../query/filter.js';
import type { PipelineContext } from '../pipeline.js';
import type { StageCompiler, StageCompilers, Surroundings } from './stage.js';

/** Whether a filter has an `$expr` anywhere, so that its meaning hangs on variables. */
export const hasExpression = (value: Value): boolean => {
  if (Array.isArray(value)) return value.some(hasExpression);
  if (!(value instanceof Map)) return false;
  return [...value].some(([name, each]) => name === '$expr' || hasExpression(each));
};

/** Throws where a filter cannot be compiled, whatever the variables' values are. */
export const checkFilter = (filter: Value, surroundings: Surroundings): Document => {
  if (!(filter instanceof Map)) throw new MongoError(15959, 'the match filter must be an expression in an object');
  if (filter.has('$text')) notSupported('$text');
  const variables = new Map([...(surroundings.options.variables ?? [])].map((name) => [name, undefined]));
  compileFilter(filter, { collation: surroundings.options.collation, variables });
  return filter;
};

const match: StageCompiler = (specification, surroundings) => {
  const filter = checkFilter(specification, surroundings);
  const { collation } = surroundings.options;
  const constant = hasExpression(filter) ? undefined : compileFilter(filter, { collation });
  const filterIn = ({ variables, now, clusterTime }: PipelineContext): Filter =>
    constant ?? compileFilter(filter, { collation, variables, now, clusterTime });
  return {
    *run(input, context) {
      const compiled = filterIn(context);
      for (const document of input) {
        context.deadline.tick();
        if (compiled.matches(document)) yield document;
      }
    },
  };
};

export const matchStages: StageCompilers = { $match: match };
