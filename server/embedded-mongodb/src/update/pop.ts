import { displayValue } from '../bson/display.js';
import { typeName } from '../bson/types.js';
import { fail } from '../errors.js';
import { isNumeric } from '../bson/values.js';
import { exactInteger } from '../query/integer-arguments.js';
import { refuseObstacle } from './path-not-viable.js';
import type { UpdateOperator } from './field-operation.js';

/** `$pop`: takes away the last element (1) or the first (-1). */
export const pop: UpdateOperator = (argument, path) => {
  if (!isNumeric(argument)) fail('FailedToParse', `Expected a number in: ${path}: ${displayValue(argument)}`);
  const end = exactInteger(argument);
  if (end === undefined) fail('FailedToParse', `Expected an integer: ${path}: ${displayValue(argument)}`);
  if (end !== 1n && end !== -1n) fail('FailedToParse', `$pop expects 1 or -1, found: ${String(end)}`);
  return (value, field) => {
    refuseObstacle(field);
    if (value === undefined) return undefined;
    if (!Array.isArray(value))
      return fail('TypeMismatch', `Path '${field.path}' contains an element of non-array type '${typeName(value)}'`);
    if (value.length === 0) return value;
    return end === 1n ? value.slice(0, -1) : value.slice(1);
  };
};
