import { equalValues } from '../bson/compare.js';
import { typeName } from '../bson/types.js';
import { fail } from '../errors.js';
import { BSONRegExp, isDocument } from '../bson/values.js';
import { compileFilter } from '../query/filter.js';
import { isFieldCondition } from '../query/parse-filter.js';
import type { Value } from '../bson/values.js';
import type { Collation } from '../query/collation.js';
import type { FieldOperation, UpdateOperator } from './field-operation.js';

type ElementTest = (element: Value) => boolean;

/** `$pull`: takes away the elements that equal a value or match a condition. */
export const pull: UpdateOperator = (argument, _path, { collation }) => without(elementTest(argument, collation));

/** `$pullAll`: takes away the elements that equal any of the values. */
export const pullAll: UpdateOperator = (argument, _path, { collation }) => {
  if (!Array.isArray(argument)) return fail('BadValue', `$pullAll requires an array argument but was given a ${typeName(argument)}`);
  return without((element) => argument.some((value) => equalValues(element, value, collation)));
};

const without =
  (isPulled: ElementTest): FieldOperation =>
  (value) => {
    if (value === undefined) return undefined;
    if (!Array.isArray(value)) return fail('BadValue', 'Cannot apply $pull to a non-array value');
    const kept = value.filter((element) => !isPulled(element));
    return kept.length === value.length ? value : kept;
  };

const elementTest = (argument: Value, collation: Collation | undefined): ElementTest => {
  if (isFieldCondition(argument) || argument instanceof BSONRegExp) {
    const filter = compileFilter(new Map([['element', argument]]), { collation });
    return (element) => filter.matches(new Map([['element', element]]));
  }
  if (isDocument(argument)) {
    const filter = compileFilter(argument, { collation });
    return (element) => isDocument(element) && filter.matches(element);
  }
  return (element) => equalValues(element, argument, collation);
};
