import { MongoError, notSupported } from '../../errors.js';
import { compareValues } from '../../bson/compare.js';
import { typeName } from '../../bson/types.js';
import { isNumeric } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import type { Accumulator } from '../accumulators/accumulator.js';
import { everything } from '../expressions/expression.js';
import { asInt32 } from '../expressions/numbers.js';
import { rootContext } from '../expressions/operator.js';
import { MemoryUse, memoryOf } from '../memory.js';
import type { PipelineContext } from '../pipeline.js';
import { checkGroupBy, defaultOutput } from './bucket.js';
import { compileFields } from './group.js';
import type { Field } from './group.js';
import type { StageCompiler, StageCompilers } from './stage.js';

interface Entry {
  readonly key: Value;
  readonly document: Document;
}

const bucketAuto: StageCompiler = (specification, surroundings) => {
  if (!(specification instanceof Map)) {
    throw new MongoError(40240, `The argument to $bucketAuto must be an object, but found type: ${typeName(specification)}.`);
  }
  for (const name of specification.keys()) {
    if (!['groupBy', 'buckets', 'output', 'granularity'].includes(name))
      throw new MongoError(40245, `Unrecognized option to $bucketAuto: ${name}.`);
  }
  const reads = new Set<string>();
  const compilation = surroundings.expressions(reads);
  const { collation } = surroundings.options;
  const { groupBy, buckets } = requiredParts(specification);
  const key = compilation.compile(groupBy);
  const fields = compileFields(outputOf(specification.get('output')), compilation);
  if (specification.has('granularity')) notSupported('the granularity of $bucketAuto');
  const compare = (a: Entry, b: Entry): number => compareValues(a.key, b.key, collation);
  return {
    reads: reads.has(everything) ? undefined : reads,
    isExhaustive: true,
    *run(input, context) {
      const memory = new MemoryUse('$bucketAuto', context.memoryLimitBytes);
      const entries: Entry[] = [];
      for (const document of input) {
        context.deadline.tick();
        const value = key.evaluate(rootContext(document, context)) ?? null;
        memory.add(memoryOf(document) + memoryOf(value));
        entries.push({ key: value, document });
      }
      yield* bucketsOf(entries.sort(compare), buckets, compare, fields, context);
    },
  };
};

/** Buckets of about the same size; equal keys never part. The upper bound of each is the lower one of the next, of the last its greatest key. */
function* bucketsOf(
  entries: readonly Entry[],
  buckets: number,
  compare: (a: Entry, b: Entry) => number,
  fields: readonly Field[],
  context: PipelineContext,
): Generator<Document> {
  const size = Math.max(1, Math.round(entries.length / buckets));
  let start = 0;
  for (let number = 1; number <= buckets && start < entries.length; number += 1) {
    let end = number === buckets ? entries.length : Math.min(start + size, entries.length);
    while (end < entries.length && compare(entries[end - 1] as Entry, entries[end] as Entry) === 0) end += 1;
    const last = entries[Math.min(end, entries.length - 1)] as Entry;
    const id: Document = new Map([
      ['min', (entries[start] as Entry).key],
      ['max', last.key],
    ]);
    yield bucketDocument(id, entries.slice(start, end), fields, context);
    start = end;
  }
}

const bucketDocument = (id: Document, entries: readonly Entry[], fields: readonly Field[], context: PipelineContext): Document => {
  const empty: Document = new Map();
  const accumulators = fields.map((field) => field.accumulator.start(rootContext(empty, context)));
  for (const { document } of entries) {
    context.deadline.tick();
    const evaluation = rootContext(document, context);
    fields.forEach(({ accumulator }, index) =>
      (accumulators[index] as Accumulator).add(accumulator.argument.evaluate(evaluation), document),
    );
  }
  const bucket: Document = new Map([['_id', id]]);
  fields.forEach(({ name }, index) => bucket.set(name, (accumulators[index] as Accumulator).result()));
  return bucket;
};

const requiredParts = (specification: Document): { groupBy: Value; buckets: number } => {
  const groupBy = specification.get('groupBy');
  const buckets = specification.get('buckets');
  if (groupBy !== undefined) checkGroupBy(groupBy, '$bucketAuto', 40239);
  if (buckets !== undefined && !isNumeric(buckets)) {
    throw new MongoError(40241, `The $bucketAuto 'buckets' field must be a numeric value, but found type: ${typeName(buckets)}.`);
  }
  const number = asInt32(buckets);
  if (buckets !== undefined && number === undefined) {
    throw new MongoError(40242, `The $bucketAuto 'buckets' field must be representable as a 32-bit integer, but found ${String(buckets)}.`);
  }
  if (number !== undefined && number <= 0)
    throw new MongoError(40243, `The $bucketAuto 'buckets' field must be greater than 0, but found: ${number}.`);
  if (groupBy === undefined || number === undefined)
    throw new MongoError(40246, "$bucketAuto requires 'groupBy' and 'buckets' to be specified.");
  return { groupBy, buckets: number };
};

const outputOf = (output: Value | undefined): Document => {
  if (output === undefined) return defaultOutput();
  if (!(output instanceof Map))
    throw new MongoError(40244, `The $bucketAuto 'output' field must be an object, but found type: ${typeName(output)}.`);
  return output.size === 0 ? defaultOutput() : output;
};

export const bucketAutoStages: StageCompilers = { $bucketAuto: bucketAuto };
