import { equalValues } from '../bson/compare.js';
import { displayDocument } from '../bson/display.js';
import { groupKey } from '../bson/group-key.js';
import { typeName } from '../bson/types.js';
import { fail } from '../errors.js';
import { isDocument } from '../bson/values.js';
import type { Value } from '../bson/values.js';
import type { Collation } from '../query/collation.js';
import type { UpdateOperator } from './field-operation.js';

/** `$addToSet`, with `$each`: adds what is not equal to an element already there. */
export const addToSet: UpdateOperator = (argument, path, { collation }) => {
  const additions = additionsOf(argument);
  return (value) => {
    if (value !== undefined && !Array.isArray(value)) {
      const name = path.split('.').at(-1);
      return fail('BadValue', `Cannot apply $addToSet to non-array field. Field named '${name}' has non-array type ${typeName(value)}`);
    }
    const result = collation ? unionUnderCollation(value ?? [], additions, collation) : union(value ?? [], additions);
    return value?.length === result.length ? value : result;
  };
};

const additionsOf = (argument: Value): readonly Value[] => {
  if (!isDocument(argument) || argument.keys().next().value !== '$each') return [argument];
  const each = argument.get('$each');
  if (!Array.isArray(each))
    return fail('TypeMismatch', `The argument to $each in $addToSet must be an array but it was of type ${typeName(each)}`);
  if (argument.size > 1) return fail('BadValue', `Found unexpected fields after $each in $addToSet: ${displayDocument(argument)}`);
  return each;
};

const union = (array: readonly Value[], additions: readonly Value[]): Value[] => {
  const known = new Set(array.map(groupKey));
  const result = [...array];
  for (const addition of additions) {
    const key = groupKey(addition);
    if (known.has(key)) continue;
    known.add(key);
    result.push(addition);
  }
  return result;
};

const unionUnderCollation = (array: readonly Value[], additions: readonly Value[], collation: Collation): Value[] => {
  const result = [...array];
  for (const addition of additions) if (!result.some((element) => equalValues(element, addition, collation))) result.push(addition);
  return result;
};
