import type { Deadline } from '../deadline.js';
import type { Document, Timestamp, Value } from '../bson/values.js';
import type { Collation } from '../query/collation.js';
import type { CollectionSource, WriteTarget } from './collection-source.js';
import type { Variables } from './expressions/expression.js';

export type { CollectionSource, WriteTarget } from './collection-source.js';

/** What is known when a pipeline is compiled. */
export interface PipelineOptions {
  readonly database: string;
  /** `undefined` for `aggregate: 1`, which allows only stages that make documents themselves. */
  readonly collection?: string | undefined;
  /** Names of the variables of `let`. */
  readonly variables?: ReadonlySet<string> | undefined;
  readonly collation?: Collation | undefined;
}

export interface PipelineContext {
  readonly now: Date;
  readonly clusterTime: Timestamp;
  readonly variables: Variables;
  readonly deadline: Deadline;
  /** What one blocking stage may hold; more is a MongoError 292. 100 MB in MongoDB. */
  readonly memoryLimitBytes: number;
  readonly source: CollectionSource;
}

/** The first steps of a pipeline as a query: filtered, sorted, skipped, limited, in that order. */
export interface LeadingQuery {
  readonly filter?: Document;
  readonly sort?: Document;
  readonly skip?: number;
  readonly limit?: number;
}

export interface Pipeline {
  /** What the caller does itself on reading the collection; `run` leaves it out. */
  readonly leading: LeadingQuery;
  /** Whether `run` gives back its input as it is. */
  readonly isEmpty: boolean;
  /** The first stage makes its documents itself (`$documents`): `run` wants no input. */
  readonly hasOwnInput: boolean;
  /** Top-level fields that `run` reads; `undefined` for all. */
  readonly neededFields: ReadonlySet<string> | undefined;
  /** The target of a closing `$out` or `$merge`. */
  readonly writesTo: WriteTarget | undefined;
  /** Other collections of the same database that stages read. */
  readonly reads: ReadonlySet<string>;
  run(input: Iterable<Document>, context: PipelineContext): Generator<Document>;
}

/** Compiles a pipeline. Unknown stage: MongoError 40324; known but left out: 115. */
export const compilePipeline = (_stages: readonly Value[], _options: PipelineOptions): Pipeline => ({
  leading: {},
  isEmpty: true,
  hasOwnInput: false,
  neededFields: undefined,
  writesTo: undefined,
  reads: new Set(),
  *run(input) {
    yield* input;
  },
});
