import { fail, MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish, isNumeric } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import type { Expression } from '../expression.js';
import { asInt32, int } from '../numbers.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments, ranged, unary, variadic } from '../operator.js';

const concatenate = variadic((operands) => {
  const all: Value[] = [];
  for (const array of operands) {
    if (isNullish(array)) return null;
    if (!Array.isArray(array)) throw new MongoError(28664, `$concatArrays only supports arrays, not ${typeName(array)}`);
    for (const element of array) all.push(element);
  }
  return all;
});

const reverse = unary((array) => {
  if (isNullish(array)) return null;
  if (!Array.isArray(array))
    throw new MongoError(34435, `The argument to $reverseArray must be an array, but was of type: ${typeName(array)}`);
  return array.toReversed();
});

/** More elements than this would pass MongoDB's memory limit of 100 MB for a range. */
const longestRange = 6_500_000;

const range = ranged(2, 3, (operands) => {
  const start = rangeNumber(operands[0], 'starting value', 34443, 34444);
  const end = rangeNumber(operands[1], 'ending value', 34445, 34446);
  const step = operands.length === 3 ? rangeNumber(operands[2], 'step value', 34447, 34448) : 1;
  if (step === 0) throw new MongoError(34449, '$range requires a non-zero step value');
  const length = Math.max(0, Math.ceil((end - start) / step));
  if (length > longestRange) fail('ExceededMemoryLimit', '$range would use too much memory');
  return Array.from({ length }, (_, index) => int(start + index * step));
});

const rangeNumber = (value: Value | undefined, which: string, notNumeric: number, notWhole: number): number => {
  if (!isNumeric(value)) throw new MongoError(notNumeric, `$range requires a numeric ${which}, found value of type: ${typeName(value)}`);
  const number = asInt32(value);
  if (number === undefined) {
    throw new MongoError(notWhole, `$range requires a ${which} that can be represented as a 32-bit integer, found value: ${String(value)}`);
  }
  return number;
};

const zip: Operator = (operand, compilation) => {
  if (!(operand instanceof Map)) throw new MongoError(34460, `$zip only supports an object as an argument, found ${typeName(operand)}`);
  const given = namedArguments(operand, '$zip', ['inputs', 'defaults', 'useLongestLength'], {
    notObject: 34460,
    unknown: 34464,
    missing: { inputs: 34465 },
  });
  const useLongest = given.get('useLongestLength') ?? false;
  if (typeof useLongest !== 'boolean') throw new MongoError(34463, `useLongestLength must be a bool, found ${typeName(useLongest)}`);
  const inputs = expressionList(given.get('inputs') as Value, 'inputs', 34461, compilation.compile);
  const defaults = given.has('defaults') ? expressionList(given.get('defaults') as Value, 'defaults', 34462, compilation.compile) : [];
  if (inputs.length === 0) throw new MongoError(34465, '$zip requires at least one input array');
  if (defaults.length > 0 && !useLongest) throw new MongoError(34466, 'cannot specify defaults unless useLongestLength is true');
  if (defaults.length > 0 && defaults.length !== inputs.length)
    throw new MongoError(34467, 'defaults and inputs must have the same length');
  return folded([...inputs, ...defaults], (context) => {
    const arrays: Value[][] = [];
    for (const input of inputs) {
      const array = input.evaluate(context);
      if (isNullish(array)) return null;
      if (!Array.isArray(array)) throw new MongoError(34468, `$zip found a non-array expression in input: ${typeName(array)}`);
      arrays.push(array);
    }
    const fillers = defaults.map((each) => each.evaluate(context));
    const lengths = arrays.map((array) => array.length);
    const length = useLongest ? Math.max(...lengths) : Math.min(...lengths);
    return Array.from({ length }, (_, index) =>
      arrays.map((array, column) => (index < array.length ? array[index] : fillers[column]) ?? null),
    );
  });
};

const expressionList = (value: Value, name: string, code: number, compile: (value: Value) => Expression): Expression[] => {
  if (!Array.isArray(value)) throw new MongoError(code, `${name} must be an array of expressions, found ${typeName(value)}`);
  return value.map(compile);
};

export const arrayBuildingOperators: Operators = {
  $concatArrays: concatenate,
  $reverseArray: reverse,
  $range: range,
  $zip: zip,
};
