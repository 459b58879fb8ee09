import { MongoError } from '../../errors.js';
import { compareValues } from '../../bson/compare.js';
import { canonicalType, typeName } from '../../bson/types.js';
import { Int32 } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import type { Collation } from '../../query/collation.js';
import { compileSort } from '../../query/sort.js';
import type { Expression } from '../expressions/expression.js';
import { int } from '../expressions/numbers.js';
import type { Compilation } from '../expressions/operator.js';
import { compileFields, groupingStage } from './group.js';
import { sortDocuments } from './sort.js';
import type { StageCompiler, StageCompilers } from './stage.js';

interface Buckets {
  readonly groupBy: Expression;
  readonly boundaries: readonly Value[];
  /** Where values outside the boundaries go. */
  readonly other: Value | undefined;
}

const bucket: StageCompiler = (specification, surroundings) => {
  if (!(specification instanceof Map))
    throw new MongoError(40201, `Argument to $bucket stage must be an object, but found type: ${typeName(specification)}.`);
  const reads = new Set<string>();
  const compilation = surroundings.expressions(reads);
  const { collation } = surroundings.options;
  const output = outputOf(specification);
  const buckets = readBuckets(specification, compilation, collation);
  const fields = compileFields(output, compilation);
  const id: Expression = { evaluate: (context) => bucketOf(buckets.groupBy.evaluate(context), buckets, collation) };
  const grouping = groupingStage(id, fields, compilation, reads);
  const sort = compileSort(new Map([['_id', new Int32(1)]]), collation);
  return { ...grouping, run: (input, context) => sortDocuments(grouping.run(input, context), sort, undefined, context) };
};

/** The lower boundary of the bucket of a value. */
const bucketOf = (value: Value | undefined, { boundaries, other }: Buckets, collation: Collation | undefined): Value => {
  let low = 0;
  let high = boundaries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (compareValues(boundaries[middle], value, collation) <= 0) low = middle + 1;
    else high = middle;
  }
  if (low > 0 && low < boundaries.length) return boundaries[low - 1] as Value;
  if (other !== undefined) return other;
  throw new MongoError(40066, '$switch could not find a matching branch for an input, and no default was specified.');
};

const readBuckets = (specification: Document, compilation: Compilation, collation: Collation | undefined): Buckets => {
  let groupBy: Expression | undefined;
  let boundaries: Value[] | undefined;
  let other: Value | undefined;
  for (const [name, value] of specification) {
    switch (name) {
      case 'groupBy':
        groupBy = compilation.compile(checkGroupBy(value, '$bucket', 40202));
        break;
      case 'boundaries':
        boundaries = boundaryValues(value, compilation, collation);
        break;
      case 'default':
        other = constantOf(value, compilation, 40195, "The $bucket 'default' field must be a constant");
        break;
      case 'output':
        break;
      default:
        throw new MongoError(40197, `Unrecognized option to $bucket: ${name}.`);
    }
  }
  if (!groupBy || !boundaries) throw new MongoError(40198, "$bucket requires 'groupBy' and 'boundaries' to be specified.");
  if (other !== undefined && liesWithin(other, boundaries, collation)) {
    throw new MongoError(
      40199,
      "The $bucket 'default' field must be less than the lowest boundary or greater than or equal to the highest boundary.",
    );
  }
  return { groupBy, boundaries, other };
};

export const checkGroupBy = (value: Value, name: string, code: number): Value => {
  const isPath = typeof value === 'string' && value.startsWith('$');
  if (!isPath && !(value instanceof Map))
    throw new MongoError(
      code,
      `The ${name} 'groupBy' field must be defined as a $-prefixed path or an expression, but found: ${typeName(value)}.`,
    );
  return value;
};

const liesWithin = (value: Value, boundaries: readonly Value[], collation: Collation | undefined): boolean =>
  compareValues(value, boundaries[0], collation) >= 0 && compareValues(value, boundaries[boundaries.length - 1], collation) < 0;

const constantOf = (value: Value, compilation: Compilation, code: number, message: string): Value => {
  const expression = compilation.compile(value);
  if (!expression.constant) throw new MongoError(code, message);
  return expression.constant.value ?? null;
};

const boundaryValues = (value: Value, compilation: Compilation, collation: Collation | undefined): Value[] => {
  if (!Array.isArray(value))
    throw new MongoError(40200, `The $bucket 'boundaries' field must be an array, but found type: ${typeName(value)}.`);
  const boundaries = value.map((each) =>
    constantOf(each, compilation, 40191, "The $bucket 'boundaries' field must be an array of constant values"),
  );
  if (boundaries.length < 2)
    throw new MongoError(40192, `The $bucket 'boundaries' field must have at least 2 values, but found ${boundaries.length} value(s).`);
  for (let index = 1; index < boundaries.length; index += 1) {
    const [lower, upper] = [boundaries[index - 1], boundaries[index]];
    if (canonicalType(lower) !== canonicalType(upper)) {
      throw new MongoError(40193, "All values in the the 'boundaries' option to $bucket must have the same type.");
    }
    if (compareValues(lower, upper, collation) >= 0) throw new MongoError(40194, "The 'boundaries' option to $bucket must be sorted");
  }
  return boundaries;
};

/** What a bucket holds where nothing else is asked for: how many documents. */
export const defaultOutput = (): Document => new Map([['count', new Map<string, Value>([['$sum', int(1)]])]]);

const outputOf = (specification: Document): Document => {
  const output = specification.get('output');
  if (output === undefined) return defaultOutput();
  if (!(output instanceof Map))
    throw new MongoError(40196, `The $bucket 'output' field must be an object, but found type: ${typeName(output)}.`);
  if (output.has('_id')) throw new MongoError(15948, "a group's _id may only be specified once");
  return output;
};

export const bucketStages: StageCompilers = { $bucket: bucket };
