import { MongoError } from '../../errors.js';
import type { Value } from '../../bson/values.js';
import { asInt64 } from '../expressions/numbers.js';
import type { StageCompiler, StageCompilers } from './stage.js';

export const limitOf = (specification: Value): number => {
  const limit = asInt64(specification);
  if (limit === undefined || limit < 0n)
    throw new MongoError(5107201, 'invalid argument to $limit stage: Expected a non-negative number in: $limit');
  if (limit === 0n) throw new MongoError(15958, 'the limit must be positive');
  return Number(limit);
};

export const skipOf = (specification: Value): number => {
  const skip = asInt64(specification);
  if (skip === undefined || skip < 0n)
    throw new MongoError(5107200, 'invalid argument to $skip stage: Expected a non-negative number in: $skip');
  return Number(skip);
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
