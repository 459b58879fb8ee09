import type { Expression } from './expression.js';
import { isTruthy } from './numbers.js';
import type { Operator, Operators } from './operator.js';
import { constantExpression, folded, operandList, unary } from './operator.js';

const isAlways = ({ constant }: Expression, truth: boolean): boolean =>
  constant !== undefined && !constant.isDeferred && isTruthy(constant.value) === truth;

/** Is `decisive` as soon as one operand is; a constant that decides keeps the others from being evaluated, wherever it stands. */
const deciding =
  (decisive: boolean): Operator =>
  (operand, compilation) => {
    const operands = operandList(operand).map((value) => compilation.compile(value));
    if (operands.some((each) => isAlways(each, decisive))) return constantExpression(decisive);
    return folded(operands, (context) => {
      for (const each of operands) if (isTruthy(each.evaluate(context)) === decisive) return decisive;
      return !decisive;
    });
  };

export const booleanOperators: Operators = {
  $and: deciding(false),
  $or: deciding(true),
  $not: unary((value) => !isTruthy(value)),
};
