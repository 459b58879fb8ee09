import type { Document, Value } from '../../bson/values.js';
import type { WriteTarget } from '../collection-source.js';
import type { Compilation } from '../expressions/operator.js';
import type { Pipeline, PipelineContext, PipelineOptions } from '../pipeline.js';

/** One step of a pipeline. */
export interface Stage {
  run(input: Iterable<Document>, context: PipelineContext): Iterable<Document>;
  /** The top-level fields of its input that it reads; `undefined` for all of them. */
  readonly reads?: ReadonlySet<string> | undefined;
  /** Later stages see nothing of the input but what this one reads. */
  readonly isExhaustive?: boolean;
  readonly writesTo?: WriteTarget;
}

/** Where a pipeline stands inside another one. */
export type Nesting = 'lookup' | 'facet' | 'unionWith';

/** What a stage needs to compile. */
export interface Surroundings {
  readonly options: PipelineOptions;
  readonly nesting: Nesting | undefined;
  /** Collects the names of other collections that are read. */
  readonly collections: Set<string>;
  /** How many documents a following `$limit` lets through at most, counted with those that a `$skip` between them takes. */
  readonly limitAfter: number | undefined;
  /** A compilation of expressions that takes down in `reads` what they read. */
  expressions(reads?: Set<string>): Compilation;
  /** Compiles a pipeline inside this one. */
  compileNested(stages: Value, nesting: Nesting, options: NestedOptions): Pipeline;
}

export interface NestedOptions {
  /** The collection that it starts from; `undefined` where it must make its documents itself. */
  readonly collection: string | undefined;
  /** Variables to be read beside those of the outer pipeline. */
  readonly variables?: Iterable<string>;
  /** Leaves no part of it to the planner, because its input is not a collection. */
  readonly keepLeading?: boolean;
}

export type StageCompiler = (specification: Value, surroundings: Surroundings, name: string) => Stage;

export type StageCompilers = Readonly<Record<string, StageCompiler>>;
