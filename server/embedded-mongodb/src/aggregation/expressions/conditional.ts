import { MongoError } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import { isNullish } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import type { Expression } from './expression.js';
import { isTruthy } from './numbers.js';
import type { Compilation, Operator, Operators } from './operator.js';
import { folded, namedArguments, operandList } from './operator.js';

const condition: Operator = (operand, compilation, name) => {
  const parts = operand instanceof Map ? conditionParts(operand) : operandList(operand);
  if (parts.length !== 3) throw new MongoError(16020, `Expression ${name} takes exactly 3 arguments. ${parts.length} were passed in.`);
  const [test, then, otherwise] = parts.map((part) => compilation.compile(part)) as [Expression, Expression, Expression];
  return folded([test, then, otherwise], (context) => (isTruthy(test.evaluate(context)) ? then : otherwise).evaluate(context));
};

const conditionParts = (operand: ReadonlyMap<string, Value>): Value[] => {
  for (const key of operand.keys()) {
    if (!['if', 'then', 'else'].includes(key)) throw new MongoError(17083, `Unrecognized parameter to $cond: ${key}`);
  }
  return (['if', 'then', 'else'] as const).map((key, index) => {
    const part = operand.get(key);
    if (part === undefined) throw new MongoError(17080 + index, `Missing '${key}' parameter to $cond`);
    return part;
  });
};

const ifNull: Operator = (operand, compilation) => {
  const operands = operandList(operand).map((value) => compilation.compile(value));
  if (operands.length < 2) throw new MongoError(1257300, `$ifNull needs at least two arguments, had: ${operands.length}`);
  const last = operands[operands.length - 1] as Expression;
  const others = operands.slice(0, -1);
  return folded(operands, (context) => {
    for (const other of others) {
      const value = other.evaluate(context);
      if (!isNullish(value)) return value;
    }
    return last.evaluate(context);
  });
};

const choose: Operator = (operand, compilation) => {
  if (!(operand instanceof Map)) throw new MongoError(40060, `$switch requires an object as an argument, found: ${typeName(operand)}`);
  const parts = namedArguments(operand, '$switch', ['branches', 'default'], { notObject: 40060, unknown: 40067, missing: {} });
  const given = parts.has('branches') ? (parts.get('branches') as Value) : [];
  if (!Array.isArray(given)) throw new MongoError(40061, `$switch expected an array for 'branches', found: ${typeName(given)}`);
  if (given.length === 0) throw new MongoError(40068, '$switch requires at least one branch.');
  const branches = compileBranches(given, compilation);
  const fallback = parts.has('default') ? compilation.compile(parts.get('default') as Value) : undefined;
  if (!fallback && branches.every(({ test }) => isAlways(test, false))) {
    throw new MongoError(40069, 'Cannot execute a switch statement where all the cases evaluate to false without a default.');
  }
  const all = [...branches.flatMap((branch) => [branch.test, branch.then]), ...(fallback ? [fallback] : [])];
  return folded(all, (context) => {
    for (const { test, then } of branches) if (isTruthy(test.evaluate(context))) return then.evaluate(context);
    if (fallback) return fallback.evaluate(context);
    throw new MongoError(40066, '$switch could not find a matching branch for an input, and no default was specified.');
  });
};

const isAlways = (test: Expression, truth: boolean): boolean => test.constant !== undefined && isTruthy(test.constant.value) === truth;

const compileIf = (isReached: boolean, value: Value, compilation: Compilation): Expression =>
  isReached ? compilation.compile(value) : compilation.compileDeferred(value);

interface Branch {
  readonly test: Expression;
  readonly then: Expression;
}

/** What stands behind a case that always holds, or in one that never does, is not computed beforehand. */
const compileBranches = (given: readonly Value[], compilation: Compilation): Branch[] => {
  const branches: Branch[] = [];
  let isReached = true;
  for (const branch of given) {
    const parts = branchParts(branch);
    const test = compileIf(isReached, parts.test, compilation);
    branches.push({ test, then: compileIf(isReached && !isAlways(test, false), parts.then, compilation) });
    isReached &&= !isAlways(test, true);
  }
  return branches;
};

const branchParts = (branch: Value): { test: Value; then: Value } => {
  if (!(branch instanceof Map)) throw new MongoError(40062, `$switch expected each branch to be an object, found: ${typeName(branch)}`);
  for (const key of branch.keys()) {
    if (key !== 'case' && key !== 'then') throw new MongoError(40063, `$switch found an unknown argument to a branch: ${key}`);
  }
  const test = branch.get('case');
  const then = branch.get('then');
  if (test === undefined) throw new MongoError(40064, "$switch requires each branch have a 'case' expression");
  if (then === undefined) throw new MongoError(40065, "$switch requires each branch have a 'then' expression.");
  return { test, then };
};

export const conditionalOperators: Operators = { $cond: condition, $ifNull: ifNull, $switch: choose };
