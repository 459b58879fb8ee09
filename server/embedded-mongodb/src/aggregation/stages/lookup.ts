import { MongoError } from '../../errors.js';
import type { Document, Value } from '../../bson/values.js';
import { compileFilter } from '../../query/filter.js';
import type { Filter } from '../../query/filter.js';
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
import { readLookup } from './lookup-specification.js';
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
  const names = variables.map(({ name }) => name);
  const search = searchIn(parts, stages, names, surroundings);
  const isSameForAll =
    !parts.localField &&
    !mentions(
      stages,
      names.map((name) => `$$${name}`),
    );
  return {
    reads: reads.has(everything) ? undefined : reads,
    *run(input, context) {
      let remembered: Value[] | undefined;
      for (const document of input) {
        context.deadline.tick();
        const found = remembered ?? collect(search(document, contextWith(variables, document, context)), parts, context);
        if (isSameForAll) remembered = found;
        yield withNestedValue(document, parts.as, found);
      }
    },
  };
};

/** Finds the foreign documents of a local one; the context has the variables of `let`. */
type Search = (document: Document, context: PipelineContext) => Iterable<Document>;

const searchIn = (
  parts: LookupSpecification,
  stages: readonly Value[],
  variables: readonly string[],
  surroundings: Surroundings,
): Search => {
  const { from, localField, foreignField } = parts;
  const { collation } = surroundings.options;
  const conditionFor = (document: Document): Document | undefined =>
    localField && foreignField !== undefined ? equalityFilter(document, localField, foreignField) : undefined;
  if (from !== undefined) {
    const pipeline = surroundings.compileNested([...stages], 'lookup', { collection: from, variables });
    return (document, context) =>
      pipeline.run(context.source.find(from, leadingQuery(pipeline, context, surroundings, conditionFor(document))), context);
  }
  const head = surroundings.compileNested(stages.slice(0, 1), 'lookup', { collection: undefined, variables });
  const rest = surroundings.compileNested(stages.slice(1), 'lookup', { collection: '', variables, keepLeading: true });
  return (document, context) => {
    const condition = conditionFor(document);
    const filter = condition && compileFilter(condition, { collation });
    return rest.run(filtered(head.run([], context), filter), context);
  };
};

function* filtered(documents: Iterable<Document>, filter: Filter | undefined): Generator<Document> {
  for (const document of documents) if (!filter || filter.matches(document)) yield document;
}

/** Whether the stages speak of a variable, or draw by chance, so that their result differs from one local document to another. */
const mentions = (value: readonly Value[] | Value, names: readonly string[]): boolean => {
  if (typeof value === 'string') return names.some((name) => value === name || value.startsWith(`${name}.`));
  if (Array.isArray(value)) return value.some((each: Value) => mentions(each, names));
  return value instanceof Map && [...value].some(([name, each]) => name === '$rand' || name === '$sample' || mentions(each, names));
};

const contextWith = (
  variables: readonly { name: string; value: Expression }[],
  document: Document,
  context: PipelineContext,
): PipelineContext => {
  const evaluation = rootContext(document, context);
  const values = new Map(context.variables);
  for (const { name, value } of variables) values.set(name, value.evaluate(evaluation));
  return { ...context, variables: values };
};

const collect = (documents: Iterable<Document>, parts: LookupSpecification, context: PipelineContext): Value[] => {
  const found: Value[] = [];
  let bytes = 0;
  for (const foreign of documents) {
    context.deadline.tick();
    bytes += memoryOf(foreign);
    // What is counted is about twice what BSON takes.
    if (bytes > 4 * documentSizeLimit) {
      const from = parts.from ?? 'the pipeline';
      throw new MongoError(4568, `Total size of documents in ${from} matching pipeline's $lookup stage exceeds ${documentSizeLimit} bytes`);
    }
    found.push(foreign);
  }
  return found;
};

/** The query that begins a nested pipeline, with the values of its variables. */
export const leadingQuery = (
  pipeline: Pipeline,
  context: PipelineContext,
  surroundings: Surroundings,
  condition?: Document,
): SourceQuery => {
  const { filter, sort, skip, limit, near } = pipeline.leading;
  const bound = filter && bindFilter(filter, context, surroundings.options.collation);
  const both: Document = bound && condition ? new Map([['$and', [condition, bound]]]) : (bound ?? condition ?? new Map());
  return { filter: both, sort, skip, limit, near };
};

export const lookupStages: StageCompilers = { $lookup: lookup };
