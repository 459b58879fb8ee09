import { fail, MongoError } from '../errors.js';
import { runningDeadline } from '../deadline.js';
import type { Document, Timestamp, Value } from '../bson/values.js';
import type { Collation } from '../query/collation.js';
import type { CollectionSource } from './collection-source.js';
import type { Variables } from './expressions/expression.js';
import { compilePipeline } from './pipeline.js';

export interface PipelineUpdateContext {
  readonly now: Date;
  readonly clusterTime: Timestamp;
  readonly variables: Variables;
}

export interface PipelineUpdate {
  /** A new document; the given one stays as it is. */
  apply(document: Document, context: PipelineUpdateContext): Document;
}

const allowedStages = new Set(['$set', '$addFields', '$unset', '$project', '$replaceRoot', '$replaceWith']);

const noSource: CollectionSource = {
  find: () => [],
  hasUniqueIndex: () => false,
  findInTarget: () => undefined,
  insert: () => undefined,
  replace: () => undefined,
  replaceAll: () => undefined,
};

/**
 * Compiles the pipeline form of an update: only $set, $addFields, $unset, $project, $replaceRoot and $replaceWith.
 * A constant part that cannot be computed fails only when a document is updated.
 */
export const compilePipelineUpdate = (
  stages: readonly Value[],
  options: { variables?: ReadonlySet<string> | undefined; collation?: Collation | undefined } = {},
): PipelineUpdate => {
  for (const stage of stages) {
    const name = stage instanceof Map ? [...stage.keys()][0] : undefined;
    if (stage instanceof Map && name !== undefined && allowedStages.has(name)) continue;
    if (!(stage instanceof Map)) return fail('TypeMismatch', "Each element of the 'pipeline' array must be an object");
    if (name !== undefined && !name.startsWith('$')) throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
    return fail('InvalidOptions', `${name} is not allowed to be used within an update`);
  }
  const pipeline = compilePipeline(stages, { database: '', collection: '', ...options, defersConstants: true });
  return {
    apply(document, context) {
      const [result] = pipeline.run([document], { ...context, deadline: runningDeadline(), memoryLimitBytes: Infinity, source: noSource });
      return result as Document;
    },
  };
};
