import { MongoError } from '../../../errors.js';
import { compareValues } from '../../../bson/compare.js';
import { typeName } from '../../../bson/types.js';
import { isNullish, isNumeric } from '../../../bson/values.js';
import type { Document, Value } from '../../../bson/values.js';
import type { Collation } from '../../../query/collation.js';
import { asSafeInteger } from '../numbers.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';

type Compare = (a: Value, b: Value) => number;

const sortArray: Operator = (operand, compilation) => {
  const given = namedArguments(operand, '$sortArray', ['input', 'sortBy'], {
    notObject: 2942500,
    unknown: 2942501,
    missing: { input: 2942502, sortBy: 2942503 },
  });
  const input = compilation.compile(given.get('input') as Value);
  const compare = comparing(given.get('sortBy') as Value, compilation.scope.collation);
  return folded([input], (context) => {
    const array = input.evaluate(context);
    if (isNullish(array)) return null;
    if (!Array.isArray(array))
      throw new MongoError(2942504, `The input argument to $sortArray must be an array, but was of type: ${typeName(array)}`);
    return array.toSorted(compare);
  });
};

const comparing = (sortBy: Value, collation: Collation | undefined): Compare => {
  if (sortBy instanceof Map) return comparingFields(sortBy, collation);
  if (!isNumeric(sortBy))
    throw new MongoError(2942507, `$sort requires sortBy to be a number or object, but was of type: ${typeName(sortBy)}`);
  const direction = directionOf(sortBy);
  if (direction === undefined) throw new MongoError(2942506, `$sort element value must be either 1 or -1, found: ${String(sortBy)}`);
  return (a, b) => direction * compareValues(a, b, collation);
};

const directionOf = (value: Value): 1 | -1 | undefined => {
  const number = isNumeric(value) ? asSafeInteger(value) : undefined;
  return number === 1 || number === -1 ? number : undefined;
};

const comparingFields = (sortBy: Document, collation: Collation | undefined): Compare => {
  if (sortBy.size === 0) throw new MongoError(2942505, 'The $sort pattern is empty when it should be a set of fields.');
  const fields = [...sortBy].map(([path, value]) => {
    const direction = directionOf(value);
    if (direction === undefined)
      throw new MongoError(2942505, `$sort key ordering must be 1 (for ascending) or -1 (for descending): ${path}`);
    return { steps: path.split('.'), direction };
  });
  return (a, b) => {
    for (const { steps, direction } of fields) {
      const order = compareValues(plainValueAt(a, steps), plainValueAt(b, steps), collation);
      if (order !== 0) return order * direction;
    }
    return 0;
  };
};

/** The value at a path without a look into arrays, but by number; nothing there is null. */
const plainValueAt = (value: Value, steps: readonly string[]): Value => {
  let current: Value | undefined = value instanceof Map ? value : undefined;
  for (const step of steps) {
    if (current instanceof Map) current = current.get(step);
    else if (Array.isArray(current) && /^\d+$/u.test(step)) current = current[Number(step)];
    else return null;
  }
  return current ?? null;
};

export const sortArrayOperators: Operators = { $sortArray: sortArray };
