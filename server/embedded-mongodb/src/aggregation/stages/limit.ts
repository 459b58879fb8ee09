import { MongoError } from '../../errors.js';
import { isNumeric } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import { asSafeInteger } from '../expressions/numbers.js';
import type { StageCompiler, StageCompilers } from './stage.js';

export const limitOf = (specification: Value): number => {
  const limit = isNumeric(specification) ? asSafeInteger(specification) : undefined;
  if (limit === undefined || limit < 0) throw new MongoError(5107201, 'invalid argument to $limit stage: Expected a non-negative number in: $limit');
  if (limit === 0) throw new MongoError(15958, 'the limit must be positive');
  return limit;
};

export const skipOf = (specification: Value): number => {
  const skip = isNumeric(specification) ? asSafeInteger(specification) : undefined;
  if (skip === undefined || skip < 0) throw new MongoError(5107200, 'invalid argument to $skip stage: Expected a non-negative number in: $skip');
  return skip;
};

const limit: StageCompiler = (specification) => {
  const most = limitOf(specification);
  return {
    reads: new Set(),
    *run(input) {
      let count = 0;
      for (const document of input) {
        yield document;
        count += 1;
        if (count >= most) return;
      }
    },
  };
};

const skip: StageCompiler = (specification) => {
  const count = skipOf(specification);
  return {
    reads: new Set(),
    *run(input, context) {
      let left = count;
      for (const document of input) {
        context.deadline.tick();
        if (left > 0) left -= 1;
        else yield document;
      }
    },
  };
};

export const limitStages: StageCompilers = { $limit: limit, $skip: skip };
