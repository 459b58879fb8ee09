import { MongoError } from '../../errors.js';
import { Int32 } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import { compileSort } from '../../query/sort.js';
import { int, intOrLong } from '../expressions/numbers.js';
import { compileFields, groupingStage } from './group.js';
import { sortDocuments } from './sort.js';
import type { StageCompiler, StageCompilers } from './stage.js';

const count: StageCompiler = (specification) => {
  if (typeof specification !== 'string') throw new MongoError(40156, 'the count field must be a non-empty string');
  const name = specification;
  if (name === '') throw new MongoError(40157, 'the count field must be a non-empty string');
  if (name.startsWith('$')) throw new MongoError(40158, 'the count field cannot be a $-prefixed path');
  if (name.includes('\0')) throw new MongoError(40159, 'the count field cannot contain a null byte');
  if (name.includes('.')) throw new MongoError(40160, "the count field cannot contain '.'");
  if (name === '_id') throw new MongoError(9039800, 'the count field cannot be _id');
  return {
    reads: new Set(),
    isExhaustive: true,
    *run(input, context) {
      let total = 0;
      for (const _ of input) {
        context.deadline.tick();
        total += 1;
      }
      if (total > 0) yield new Map<string, Value>([[name, intOrLong(BigInt(total))]]);
    },
  };
};

const sortByCount: StageCompiler = (specification, surroundings) => {
  const isExpression = specification instanceof Map && [...specification.keys()][0]?.startsWith('$');
  const isPath = typeof specification === 'string' && specification.startsWith('$');
  if (specification instanceof Map && !isExpression)
    throw new MongoError(40147, 'the sortByCount field must be defined as a $-prefixed path or an expression inside an object');
  if (typeof specification === 'string' && !isPath)
    throw new MongoError(40148, 'the sortByCount field must be defined as a $-prefixed path or an expression inside an object');
  if (!isExpression && !isPath) throw new MongoError(40149, 'the sortByCount field must be specified as a string or as an object');
  const reads = new Set<string>();
  const compilation = surroundings.expressions(reads);
  const id = compilation.compile(specification);
  const grouping = groupingStage(
    id,
    compileFields(new Map([['count', new Map<string, Value>([['$sum', int(1)]])]]), compilation),
    compilation,
    reads,
  );
  const sort = compileSort(new Map([['count', new Int32(-1)]]));
  return { ...grouping, run: (input, context) => sortDocuments(grouping.run(input, context), sort, surroundings.limitAfter, context) };
};

export const countStages: StageCompilers = { $count: count, $sortByCount: sortByCount };
