import type { Document, Value } from '../../bson/values.js';
import type { EvaluationContext, Expression } from '../expressions/expression.js';
import type { Compilation } from '../expressions/operator.js';

/** Gathers the values of one group. */
export interface Accumulator {
  /** Takes one value and returns by how many bytes the memory in use has grown. `document` is what the value was computed from. */
  add(value: Value | undefined, document: Document): number;
  result(): Value;
}

export interface CompiledAccumulator {
  /** Computes from each document of the group what `add` takes. */
  readonly argument: Expression;
  /** Begins a group; `context` is that of the group's key, for those that take an `n`. */
  start(context: EvaluationContext): Accumulator;
}

/** Compiles one accumulator: `{ [name]: operand }`. */
export type AccumulatorCompiler = (operand: Value, compilation: Compilation, name: string) => CompiledAccumulator;

export type Accumulators = Readonly<Record<string, AccumulatorCompiler>>;
