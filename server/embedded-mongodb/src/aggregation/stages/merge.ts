import { fail, MongoError } from '../../errors.js';
import { equalValues } from '../../bson/compare.js';
import { isNullish } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import type { Expression } from '../expressions/expression.js';
import { int } from '../expressions/numbers.js';
import { rootContext } from '../expressions/operator.js';
import { nestedValue } from '../nested-value.js';
import type { PipelineContext } from '../pipeline.js';
import { compilePipelineUpdate } from '../pipeline-update.js';
import type { PipelineUpdate } from '../pipeline-update.js';
import { readMerge } from './merge-specification.js';
import type { MergeSpecification } from './merge-specification.js';
import type { StageCompiler, StageCompilers, Surroundings } from './stage.js';

interface Variable {
  readonly name: string;
  readonly value: Expression;
}

const merge: StageCompiler = (specification, surroundings) => {
  const parts = readMerge(specification, surroundings.options.database);
  const { target } = parts;
  const variables = compileVariables(parts, surroundings);
  const update = Array.isArray(parts.whenMatched)
    ? compilePipelineUpdate(parts.whenMatched, {
        variables: new Set([...(surroundings.options.variables ?? []), ...variables.map(({ name }) => name)]),
        collation: surroundings.options.collation,
      })
    : undefined;
  const readsTarget =
    target.database === surroundings.options.database &&
    (target.collection === surroundings.options.collection || surroundings.collections.has(target.collection));
  return {
    writesTo: target,
    *run(input, context) {
      const fields = parts.on.map((path) => path.join('.'));
      if (!(fields.length === 1 && fields[0] === '_id') && !context.source.hasUniqueIndex(target, fields)) {
        throw new MongoError(51183, 'Cannot find index to verify that join fields will be unique');
      }
      for (const document of readsTarget ? [...input] : input) {
        context.deadline.tick();
        mergeDocument(document, parts, update, variables, context);
      }
    },
  };
};

const compileVariables = (parts: MergeSpecification, surroundings: Surroundings): Variable[] => {
  const definitions: Document = parts.variables ?? new Map([['new', '$$ROOT']]);
  const compilation = surroundings.expressions();
  return [...definitions].map(([name, value]) => ({ name, value: compilation.compile(value) }));
};

const mergeDocument = (
  document: Document,
  parts: MergeSpecification,
  update: PipelineUpdate | undefined,
  variables: readonly Variable[],
  context: PipelineContext,
): void => {
  const { target, whenMatched, whenNotMatched } = parts;
  const filter = joinFilter(document, parts);
  const before = filter && context.source.findInTarget(target, filter);
  if (!before) {
    if (whenNotMatched === 'insert') context.source.insert(target, document);
    if (whenNotMatched === 'fail')
      throw new MongoError(
        13113,
        '$merge could not find a matching document in the target collection for at least one document in the source collection',
      );
    return;
  }
  if (whenMatched === 'keepExisting') return;
  if (whenMatched === 'fail') {
    const key = new Map(parts.on.map((path) => [path.join('.'), nestedValue(document, path) ?? null]));
    throw new MongoError(11000, `E11000 duplicate key error collection: ${target.database}.${target.collection}`, 'DuplicateKey', {
      keyPattern: new Map([...key.keys()].map((name) => [name, int(1)])),
      keyValue: key,
    });
  }
  context.source.replace(target, before, mergedDocument(before, document, parts, update, variables, context));
};

const mergedDocument = (
  before: Document,
  document: Document,
  { whenMatched }: MergeSpecification,
  update: PipelineUpdate | undefined,
  variables: readonly Variable[],
  context: PipelineContext,
): Document => {
  let after: Document;
  if (update) {
    const evaluation = rootContext(document, context);
    const values = new Map(context.variables);
    for (const { name, value } of variables) values.set(name, value.evaluate(evaluation));
    after = update.apply(before, { now: context.now, clusterTime: context.clusterTime, variables: values });
  } else if (whenMatched === 'replace') after = withId(document, before);
  else after = new Map([...before, ...document]);
  if (!equalValues(after.get('_id'), before.get('_id'))) {
    fail('ImmutableField', '$merge failed to update the matching document, did you attempt to modify the _id or the shard key?');
  }
  return after;
};

const withId = (document: Document, before: Document): Document =>
  document.has('_id') ? document : new Map([['_id', before.get('_id') as Value], ...document]);

/** The condition that finds the document to merge with; `undefined` where the document has no `_id` yet to find one by. */
const joinFilter = (document: Document, { on }: MergeSpecification): Document | undefined => {
  const filter: Document = new Map();
  for (const path of on) {
    const value = nestedValue(document, path);
    const name = path.join('.');
    if (name === '_id' && value === undefined) return undefined;
    if (isNullish(value)) throw new MongoError(51132, "$merge write error: 'on' field cannot be missing, null, undefined or an array");
    if (Array.isArray(value)) throw new MongoError(51185, "$merge write error: 'on' field cannot be missing, null, undefined or an array");
    filter.set(name, new Map([['$eq', value]]));
  }
  return filter;
};

export const mergeStages: StageCompilers = { $merge: merge };
