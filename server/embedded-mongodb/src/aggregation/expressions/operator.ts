import { MongoError } from '../../errors.js';
import { Decimal128, Timestamp } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { notSupported } from '../../errors.js';
import type { Collation } from '../../query/collation.js';
import type { EvaluationContext, Expression, Scope } from './expression.js';

/** What an operator needs to compile its operands. */
export interface Compilation {
  readonly scope: Scope;
  compile(value: Value): Expression;
  /** Compiles what may never be reached: its constant parts are not computed, and so cannot fail, beforehand. */
  compileDeferred(value: Value): Expression;
  /** Compiles with more variables to be read, as `$let` and `$map` define them. */
  compileWith(value: Value, variables: Iterable<string>): Expression;
}

/** Compiles one operator: `{ [name]: operand }`. */
export type Operator = (operand: Value, compilation: Compilation, name: string) => Expression;

/** Operators by their name with the `$`. */
export type Operators = Readonly<Record<string, Operator>>;

/** Facts that a computation may need beside its operands. */
export interface Call {
  readonly name: string;
  readonly collation: Collation | undefined;
}

type Operand = Value | undefined;

/** An operand list: an array is taken apart, anything else stands for itself. */
export const operandList = (operand: Value): readonly Value[] => (Array.isArray(operand) ? operand : [operand]);

const nothing: EvaluationContext = {
  root: new Map(),
  current: new Map(),
  variables: new Map(),
  now: new Date(0),
  clusterTime: Timestamp.fromBits(0, 0),
};

export const constantExpression = (value: Operand, isDeferred = false): Expression => ({
  evaluate: () => value,
  constant: { value, isDeferred },
});

/** An expression that is computed once, at compile time, where all its parts are constant. */
export const folded = (parts: readonly Expression[], evaluate: (context: EvaluationContext) => Operand): Expression =>
  parts.every((part) => part.constant && !part.constant.isDeferred) ? constantExpression(evaluate(nothing)) : { evaluate };

const wrongCount = (name: string, expected: number, given: number): never => {
  throw new MongoError(16020, `Expression ${name} takes exactly ${expected} arguments. ${given} were passed in.`);
};

const compiledOperands = (operand: Value, compilation: Compilation): Expression[] =>
  operandList(operand).map((value) => compilation.compile(value));

export const unary =
  (compute: (value: Operand, call: Call) => Operand): Operator =>
  (operand, compilation, name) => {
    const operands = compiledOperands(operand, compilation);
    const [only] = operands;
    if (only === undefined || operands.length !== 1) return wrongCount(name, 1, operands.length);
    const call = { name, collation: compilation.scope.collation };
    return folded(operands, (context) => compute(only.evaluate(context), call));
  };

export const binary =
  (compute: (left: Operand, right: Operand, call: Call) => Operand): Operator =>
  (operand, compilation, name) => {
    const operands = compiledOperands(operand, compilation);
    const [left, right] = operands;
    if (left === undefined || right === undefined || operands.length !== 2) return wrongCount(name, 2, operands.length);
    const call = { name, collation: compilation.scope.collation };
    return folded(operands, (context) => compute(left.evaluate(context), right.evaluate(context), call));
  };

/** An operator of a fixed number of operands, at least three. */
export const fixed =
  (count: number, compute: (operands: readonly Operand[], call: Call) => Operand): Operator =>
  (operand, compilation, name) => {
    const operands = compiledOperands(operand, compilation);
    if (operands.length !== count) return wrongCount(name, count, operands.length);
    const call = { name, collation: compilation.scope.collation };
    return folded(operands, (context) =>
      compute(
        operands.map((each) => each.evaluate(context)),
        call,
      ),
    );
  };

export const ranged =
  (least: number, most: number, compute: (operands: readonly Operand[], call: Call) => Operand): Operator =>
  (operand, compilation, name) => {
    const operands = compiledOperands(operand, compilation);
    if (operands.length < least || operands.length > most) {
      throw new MongoError(
        28667,
        `Expression ${name} takes at least ${least} arguments, and at most ${most}, but ${operands.length} were passed in.`,
      );
    }
    const call = { name, collation: compilation.scope.collation };
    return folded(operands, (context) =>
      compute(
        operands.map((each) => each.evaluate(context)),
        call,
      ),
    );
  };

/** An operator of any number of operands; `each` gives them one by one, so that the computation may stop early. */
export const variadic =
  (compute: (each: Iterable<Operand>, call: Call) => Operand): Operator =>
  (operand, compilation, name) => {
    const operands = compiledOperands(operand, compilation);
    const call = { name, collation: compilation.scope.collation };
    return folded(operands, (context) => compute(evaluateEach(operands, context), call));
  };

function* evaluateEach(operands: readonly Expression[], context: EvaluationContext): Generator<Operand> {
  for (const operand of operands) yield operand.evaluate(context);
}

/** The codes of what can be wrong with the named arguments of an operator. */
export interface ArgumentErrors {
  readonly notObject: number;
  readonly unknown: number;
  readonly missing: Readonly<Record<string, number>>;
}

/** The arguments of an operator that takes an object, each still to be compiled. */
export const namedArguments = (
  operand: Value,
  name: string,
  known: readonly string[],
  errors: ArgumentErrors,
): ReadonlyMap<string, Value> => {
  if (!(operand instanceof Map)) throw new MongoError(errors.notObject, `${name} only supports an object as its argument`);
  for (const key of operand.keys()) {
    if (!known.includes(key)) throw new MongoError(errors.unknown, `Unrecognized argument to ${name}: ${key}`);
  }
  for (const [key, code] of Object.entries(errors.missing)) {
    if (!operand.has(key)) throw new MongoError(code, `Missing '${key}' parameter to ${name}`);
  }
  return operand;
};

/** Refuses Decimal128 where exact decimal arithmetic would be needed. */
export const refuseDecimal = (value: Operand, name: string): void => {
  if (value instanceof Decimal128) notSupported(`${name} with Decimal128`);
};

/** A context with other variables; the map may be changed between evaluations, since nothing keeps it. */
export const withVariables = (context: EvaluationContext, variables: ReadonlyMap<string, Operand>): EvaluationContext => ({
  root: context.root,
  current: context.current,
  variables,
  now: context.now,
  clusterTime: context.clusterTime,
});

export const rootContext = (document: Document, context: Omit<EvaluationContext, 'root' | 'current'>): EvaluationContext => ({
  root: document,
  current: document,
  variables: context.variables,
  now: context.now,
  clusterTime: context.clusterTime,
});
