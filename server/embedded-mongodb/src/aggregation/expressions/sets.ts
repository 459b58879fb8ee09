import { MongoError } from '../../errors.js';
import { typeName } from '../../bson/types.js';
import { isNullish } from '../../bson/values.js';
import type { Value } from '../../bson/values.js';
import type { Collation } from '../../query/collation.js';
import { valueKey } from '../value-key.js';
import { isTruthy } from './numbers.js';
import type { Operator, Operators } from './operator.js';
import { binary, folded, operandList, unary, variadic } from './operator.js';

type ValueSet = Map<string, Value>;

/** The distinct values in the order in which they first come. */
const setOf = (values: readonly Value[], collation: Collation | undefined): ValueSet => {
  const set: ValueSet = new Map();
  for (const value of values) {
    const key = valueKey(value, collation);
    if (!set.has(key)) set.set(key, value);
  }
  return set;
};

const union = variadic((operands, { collation }) => {
  const all: Value[] = [];
  for (const array of operands) {
    if (isNullish(array)) return null;
    if (!Array.isArray(array))
      throw new MongoError(17043, `All operands of $setUnion must be arrays. One argument is of type: ${typeName(array)}`);
    for (const value of array) all.push(value);
  }
  return [...setOf(all, collation).values()];
});

const intersection = variadic((operands, { collation }) => {
  let common: ValueSet | undefined;
  for (const array of operands) {
    if (isNullish(array)) return null;
    if (!Array.isArray(array))
      throw new MongoError(17047, `All operands of $setIntersection must be arrays. One argument is of type: ${typeName(array)}`);
    const next = setOf(array, collation);
    common = common ? new Map([...common].filter(([key]) => next.has(key))) : next;
    if (common.size === 0) break;
  }
  return common ? [...common.values()] : [];
});

const difference = binary((left, right, { collation }) => {
  if (isNullish(left) || isNullish(right)) return null;
  if (!Array.isArray(left))
    throw new MongoError(17048, `both operands of $setDifference must be arrays. First argument is of type: ${typeName(left)}`);
  if (!Array.isArray(right))
    throw new MongoError(17049, `both operands of $setDifference must be arrays. Second argument is of type: ${typeName(right)}`);
  const excluded = setOf(right, collation);
  return [...setOf(left, collation)].filter(([key]) => !excluded.has(key)).map(([, value]) => value);
});

const isSubset = binary((left, right, { collation }) => {
  if (!Array.isArray(left))
    throw new MongoError(17046, `both operands of $setIsSubset must be arrays. First argument is of type: ${typeName(left)}`);
  if (!Array.isArray(right))
    throw new MongoError(17042, `both operands of $setIsSubset must be arrays. Second argument is of type: ${typeName(right)}`);
  const whole = setOf(right, collation);
  return [...setOf(left, collation).keys()].every((key) => whole.has(key));
});

const equals: Operator = (operand, compilation) => {
  const operands = operandList(operand).map((value) => compilation.compile(value));
  if (operands.length < 2) throw new MongoError(17045, `$setEquals needs at least two arguments had: ${operands.length}`);
  for (const { constant } of operands) {
    if (constant && !Array.isArray(constant.value)) {
      throw new MongoError(5887502, `All operands of $setEquals must be arrays. One argument is of type: ${typeName(constant.value)}`);
    }
  }
  return folded(operands, (context) => {
    const [first, ...others] = operands.map((each) => {
      const array = each.evaluate(context);
      if (!Array.isArray(array))
        throw new MongoError(17044, `All operands of $setEquals must be arrays. One argument is of type: ${typeName(array)}`);
      return setOf(array, compilation.scope.collation);
    }) as [ValueSet, ...ValueSet[]];
    return others.every((other) => other.size === first.size && [...first.keys()].every((key) => other.has(key)));
  });
};

export const setOperators: Operators = {
  $setUnion: union,
  $setIntersection: intersection,
  $setDifference: difference,
  $setIsSubset: isSubset,
  $setEquals: equals,
  $anyElementTrue: unary((array) => {
    if (!Array.isArray(array)) throw new MongoError(17041, `$anyElementTrue's argument must be an array, but is ${typeName(array)}`);
    return array.some(isTruthy);
  }),
  $allElementsTrue: unary((array) => {
    if (!Array.isArray(array)) throw new MongoError(17040, `$allElementsTrue's argument must be an array, but is ${typeName(array)}`);
    return array.every(isTruthy);
  }),
};
