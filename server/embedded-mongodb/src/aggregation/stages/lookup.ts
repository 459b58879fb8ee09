import { MongoError } from '../../errors.js';
import type { Document, Value } from '../../bson/values.js';
import { bindFilter } from '../bind-filter.js';
import type { SourceQuery } from '../collection-source.js';
import { everything } from '../expressions/expression.js';
import type { Expression } from '../expressions/expression.js';
import { checkNewVariable } from '../expressions/field-path.js';
import { rootContext } from '../expressions/operator.js';
import { memoryOf } from '../memory.js';
import { withNestedValue } from '../nested-value.js';
import type { Pipeline, PipelineContext } from '../pipeline.js';
import { documentSizeLimit } from './document-size.js';
import { equalityFilter, lookUpEqual } from './lookup-equality.js';
import { beginsWithDocuments, readLookup } from './lookup-specification.js';
import type { LookupSpecification } from './lookup-specification.js';
import type { Stage, StageCompiler, StageCompilers, Surroundings } from './stage.js';

const lookup: StageCompiler = (specification, surroundings) => {
  const parts = readLookup(specification);
  const { from, localField, foreignField } = parts;
  if (from !== undefined) surroundings.collections.add(from);
  if (!parts.pipeline && from !== undefined && localField && foreignField !== undefined) {
    const { collation } = surroundings.options;
    return {
      reads: new Set([localField[0] as string, parts.as[0] as string]),
      run: (input, context) => lookUpEqual(input, { ...parts, from, localField, foreignField }, collation, context),
    };
  }
  return lookUpByPipeline(parts, parts.pipeline ?? [], surroundings);
};

const lookUpByPipeline = (parts: LookupSpecification, stages: readonly Value[], surroundings: Surroundings): Stage => {
  const reads = new Set([parts.as[0] as string]);
  if (parts.localField) reads.add(parts.localField[0] as string);
  const compilation = surroundings.expressions(reads);
  const variables = [...parts.variables].map(([name, value]) => {
    checkNewVariable(name);
    return { name, value: compilation.compile(value) };
  });
  const pipeline = surroundings.compileNested([...stages], 'lookup', {
    collection: beginsWithDocuments([...stages]) ? undefined : parts.from,
    variables: variables.map(({ name }) => name),
  });
  const isSameForAll = !parts.localField && !mentions(stages, variables.map(({ name }) => `$$${name}`));
  return {
    reads: reads.has(everything) ? undefined : reads,
    *run(input, context) {
      let remembered: Value[] | undefined;
      for (const document of input) {
        context.deadline.tick();
        const found = remembered ?? findForeign(document, parts, variables, pipeline, surroundings, context);
        if (isSameForAll) remembered = found;
        yield withNestedValue(document, parts.as, found);
      }
    },
  };
};

/** Whether the stages speak of a variable, or draw by chance, so that their result differs from one local document to another. */
const mentions = (value: readonly Value[] | Value, names: readonly string[]): boolean => {
  if (typeof value === 'string') return names.some((name) => value === name || value.startsWith(`${name}.`));
  if (Array.isArray(value)) return value.some((each: Value) => mentions(each, names));
  return value instanceof Map && [...value].some(([name, each]) => name === '$rand' || name === '$sample' || mentions(each, names));
};

const findForeign = (
  document: Document,
  parts: LookupSpecification,
  variables: readonly { name: string; value: Expression }[],
  pipeline: Pipeline,
  surroundings: Surroundings,
  context: PipelineContext,
): Value[] => {
  const evaluation = rootContext(document, context);
  const values = new Map(context.variables);
  for (const { name, value } of variables) values.set(name, value.evaluate(evaluation));
  const inner: PipelineContext = { ...context, variables: values };
  const condition = parts.localField && parts.foreignField !== undefined ? equalityFilter(document, parts.localField, parts.foreignField) : undefined;
  const source = parts.from === undefined ? [] : context.source.find(parts.from, leadingQuery(pipeline, inner, surroundings, condition));
  const found: Value[] = [];
  let bytes = 0;
  for (const foreign of pipeline.run(source, inner)) {
    context.deadline.tick();
    bytes += memoryOf(foreign);
    // What is counted is about twice what BSON takes.
    if (bytes > 4 * documentSizeLimit) throw new MongoError(4568, `Total size of documents in ${parts.from ?? 'the pipeline'} matching pipeline's $lookup stage exceeds ${documentSizeLimit} bytes`);
    found.push(foreign);
  }
  return found;
};

/** The query that begins a nested pipeline, with the values of its variables. */
export const leadingQuery = (pipeline: Pipeline, context: PipelineContext, surroundings: Surroundings, condition?: Document): SourceQuery => {
  const { filter, sort, skip, limit } = pipeline.leading;
  const bound = filter && bindFilter(filter, context, surroundings.options.collation);
  const both: Document = bound && condition ? new Map([['$and', [condition, bound]]]) : (bound ?? condition ?? new Map());
  return { filter: both, sort, skip, limit };
};

export const lookupStages: StageCompilers = { $lookup: lookup };
