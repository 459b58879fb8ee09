import { fail, MongoError, notSupported } from '../errors.js';
import type { Deadline } from '../deadline.js';
import type { Document, Timestamp, Value } from '../bson/values.js';
import type { Collation } from '../query/collation.js';
import type { CollectionSource, WriteTarget } from './collection-source.js';
import { compilationIn } from './expressions/compile.js';
import type { Variables } from './expressions/expression.js';
import { takeLeading } from './leading.js';
import type { LeadingQuery } from './leading.js';
import type { Nesting, Stage, Surroundings } from './stages/stage.js';
import { refusedStages, stageCompilers } from './stages/stages.js';
import { checkFirstStage, checkPositions } from './stage-positions.js';

export type { CollectionSource, SourceQuery, WriteTarget } from './collection-source.js';
export type { LeadingQuery } from './leading.js';

/** What is known when a pipeline is compiled. */
export interface PipelineOptions {
  readonly database: string;
  /** `undefined` for `aggregate: 1`, which allows only stages that make documents themselves. */
  readonly collection?: string | undefined;
  /** Names of the variables of `let`. */
  readonly variables?: ReadonlySet<string> | undefined;
  readonly collation?: Collation | undefined;
  /** Constant parts of expressions are not computed beforehand, and so fail only when documents come. */
  readonly defersConstants?: boolean;
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

export interface Pipeline {
  /** What the caller does itself on reading the collection; `run` leaves it out. */
  readonly leading: LeadingQuery;
  /** Whether `run` gives back its input as it is. */
  readonly isEmpty: boolean;
  /** The first stage makes its documents itself (`$documents`): `run` wants no input. */
  readonly hasOwnInput: boolean;
  /** Top-level fields of the input that `run` reads; `undefined` for all. */
  readonly neededFields: ReadonlySet<string> | undefined;
  /** The target of a closing `$out` or `$merge`. */
  readonly writesTo: WriteTarget | undefined;
  /** Other collections of the same database that stages read. */
  readonly reads: ReadonlySet<string>;
  run(input: Iterable<Document>, context: PipelineContext): Generator<Document>;
}

const mostStages = 1000;
const deepestNesting = 20;

interface Nested {
  readonly nesting: Nesting | undefined;
  readonly keepLeading: boolean;
  readonly depth: number;
  /** Inside a `$facet`, at whatever depth. */
  readonly isInFacet: boolean;
}

/** Compiles a pipeline. Unknown stage: MongoError 40324; known but left out: 115. */
export const compilePipeline = (stages: readonly Value[], options: PipelineOptions): Pipeline =>
  compileStages(stages, options, { nesting: undefined, keepLeading: false, depth: 0, isInFacet: false });

const compileStages = (stages: readonly Value[], options: PipelineOptions, nested: Nested): Pipeline => {
  if (stages.length > mostStages) throw new MongoError(7749501, `Pipeline length must be no longer than ${mostStages} stages`);
  if (nested.depth > deepestNesting)
    throw new MongoError(232, `Maximum number of nested sub-pipelines exceeded. Limit is ${deepestNesting}`, 'MaxSubPipelineDepthExceeded');
  const named = stages.map(namedStage);
  checkPositions(
    named.map(({ name }) => name),
    nested.nesting,
    nested.isInFacet,
  );
  const reads = new Set<string>();
  const { leading, count } = nested.keepLeading ? { leading: {}, count: 0 } : takeLeading(named);
  const compiled = named.map(({ name, specification }, index) =>
    compileStage(name, specification, surroundingsOf(options, nested, reads, limitAfter(named, index + 1))),
  );
  checkFirstStage(named[0]?.name, options.collection, nested.nesting);
  const rest = compiled.slice(count);
  return {
    leading,
    isEmpty: rest.length === 0,
    hasOwnInput: named[0]?.name === '$documents',
    neededFields: neededFields(rest),
    writesTo: compiled.at(-1)?.writesTo,
    reads,
    *run(input, context) {
      let documents = input;
      for (const stage of rest) documents = stage.run(documents, context);
      yield* documents;
    },
  };
};

interface NamedStage {
  readonly name: string;
  readonly specification: Value;
}

const namedStage = (stage: Value): NamedStage => {
  if (!(stage instanceof Map)) return fail('TypeMismatch', "Each element of the 'pipeline' array must be an object");
  if (stage.size !== 1) throw new MongoError(40323, 'A pipeline stage specification object must contain exactly one field.');
  const [[name, specification]] = [...stage] as [[string, Value]];
  return { name, specification };
};

const compileStage = (name: string, specification: Value, surroundings: Surroundings): Stage => {
  const compile = Object.hasOwn(stageCompilers, name) ? stageCompilers[name] : undefined;
  if (compile) return compile(specification, surroundings, name);
  if (refusedStages.has(name)) return notSupported(`the stage ${name}`);
  throw new MongoError(40324, `Unrecognized pipeline stage name: '${name}'`);
};

const surroundingsOf = (options: PipelineOptions, nested: Nested, reads: Set<string>, limit: number | undefined): Surroundings => ({
  options,
  nesting: nested.nesting,
  collections: reads,
  limitAfter: limit,
  expressions(fieldsRead) {
    return compilationIn({
      variables: options.variables,
      collation: options.collation,
      reads: fieldsRead,
      isDeferred: options.defersConstants,
    });
  },
  compileNested(stages, nesting, { collection, variables, keepLeading = false }) {
    if (!Array.isArray(stages)) return fail('TypeMismatch', 'a pipeline must be an array');
    const inner = { ...options, collection, variables: new Set([...(options.variables ?? []), ...(variables ?? [])]) };
    const pipeline = compileStages(stages, inner, {
      nesting,
      keepLeading,
      depth: nested.depth + 1,
      isInFacet: nested.isInFacet || nesting === 'facet',
    });
    for (const name of pipeline.reads) reads.add(name);
    return pipeline;
  },
});

/** How many documents a sort needs to give, if a `$limit` comes next, or after a `$skip`. */
const limitAfter = (stages: readonly NamedStage[], from: number): number | undefined => {
  const { leading } = takeLeading(stages.slice(from));
  if (leading.filter || leading.sort || leading.limit === undefined) return undefined;
  return leading.limit + (leading.skip ?? 0);
};

const neededFields = (stages: readonly Stage[]): ReadonlySet<string> | undefined => {
  const needed = new Set<string>();
  for (const stage of stages) {
    if (!stage.reads) return undefined;
    for (const name of stage.reads) needed.add(name);
    if (stage.isExhaustive) return needed;
  }
  return undefined;
};
