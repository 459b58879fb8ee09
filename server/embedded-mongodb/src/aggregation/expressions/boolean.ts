import { isTruthy } from './numbers.js';
import type { Operators } from './operator.js';
import { unary, variadic } from './operator.js';

export const booleanOperators: Operators = {
  $and: variadic((operands) => {
    for (const operand of operands) if (!isTruthy(operand)) return false;
    return true;
  }),
  $or: variadic((operands) => {
    for (const operand of operands) if (isTruthy(operand)) return true;
    return false;
  }),
  $not: unary((value) => !isTruthy(value)),
};
