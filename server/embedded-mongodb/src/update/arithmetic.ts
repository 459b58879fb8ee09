import { addNumbers, multiplyNumbers } from '../bson/arithmetic.js';
import { displayValue } from '../bson/display.js';
import { compareNumbers } from '../bson/compare-numbers.js';
import { typeName } from '../bson/types.js';
import { fail } from '../errors.js';
import { Decimal128, Int32, isNumeric } from '../bson/values.js';
import { displayId } from './display-id.js';
import type { Numeric, Value } from '../bson/values.js';
import type { Field, UpdateOperator } from './field-operation.js';

/** `$inc` */
export const inc: UpdateOperator = (argument, path) => {
  const amount = numericArgument(argument, path, 'increment');
  return (value, field) => (value === undefined ? amount : calculate('$inc', value, amount, field));
};

/** `$mul`: a missing field counts as zero of the operand's type. */
export const mul: UpdateOperator = (argument, path) => {
  const factor = numericArgument(argument, path, 'multiply');
  return (value, field) => (value === undefined ? zeroLike(factor) : calculate('$mul', value, factor, field));
};

const zeroLike = (factor: Numeric): Numeric => multiplyNumbers(factor, new Int32(0)) ?? factor;

const numericArgument = (argument: Value, path: string, verb: string): Numeric =>
  isNumeric(argument) ? argument : fail('TypeMismatch', `Cannot ${verb} with non-numeric argument: {${path}: ${displayValue(argument)}}`);

const calculate = (operator: '$inc' | '$mul', value: Value, operand: Numeric, field: Field): Value => {
  if (!isNumeric(value)) {
    const name = field.path.split('.').at(-1);
    const found = `${displayId(field.document)} has the field '${name}' of non-numeric type ${typeName(value)}`;
    return fail('TypeMismatch', `Cannot apply ${operator} to a value of non-numeric type. ${found}`);
  }
  const result = operator === '$inc' ? addNumbers(value, operand) : multiplyNumbers(value, operand);
  if (result !== undefined) return typeName(result) === typeName(value) && compareNumbers(result, value) === 0 ? value : result;
  return fail(
    'BadValue',
    `Failed to apply ${operator} operations to current value (${shown(value)}) for document ${displayId(field.document)}`,
  );
};

const shown = (value: Numeric): string => {
  const type =
    value instanceof Int32
      ? 'NumberInt'
      : typeof value === 'bigint'
        ? 'NumberLong'
        : value instanceof Decimal128
          ? 'NumberDecimal'
          : 'NumberDouble';
  return `(${type})${value.toString()}`;
};
