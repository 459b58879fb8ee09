import { typeName } from '../../../bson/types.js';
import { isNumeric } from '../../../bson/values.js';
import type { Operators } from '../operator.js';
import { unary } from '../operator.js';

export const typeOperators: Operators = {
  $type: unary((value) => typeName(value)),
  $isNumber: unary((value) => isNumeric(value)),
};
