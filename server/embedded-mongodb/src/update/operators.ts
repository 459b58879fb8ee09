import { displayValue } from '../bson/display.js';
import { typeName } from '../bson/types.js';
import { fail, notSupported } from '../errors.js';
import { isDocument } from '../bson/values.js';
import { addToSet } from './add-to-set.js';
import { inc, mul } from './arithmetic.js';
import { currentDate } from './current-date.js';
import { max, min } from './min-max.js';
import { pop } from './pop.js';
import { pull, pullAll } from './pull.js';
import { push } from './push.js';
import { addRename } from './rename.js';
import { set, setOnInsert } from './set.js';
import { unset } from './unset.js';
import { arrayFilterIdentifier, updatePath } from './update-path.js';
import { addOperation, emptyTree } from './update-tree.js';
import type { Document, Value } from '../bson/values.js';
import type { ArrayFilters } from './array-filters.js';
import type { OperatorOptions, UpdateOperator } from './field-operation.js';
import type { FieldsNode } from './update-tree.js';

const operators: Readonly<Record<string, UpdateOperator>> = {
  $addToSet: addToSet,
  $currentDate: currentDate,
  $inc: inc,
  $max: max,
  $min: min,
  $mul: mul,
  $pop: pop,
  $pull: pull,
  $pullAll: pullAll,
  $push: push,
  $set: set,
  $setOnInsert: setOnInsert,
  $unset: unset,
};

/** Reads an update made of operators into one tree. */
export const parseOperators = (update: Document, arrayFilters: ArrayFilters, options: OperatorOptions): FieldsNode => {
  const root = emptyTree();
  for (const [name, argument] of update) addOperator(root, name, argument, arrayFilters, options);
  arrayFilters.refuseUnused(update);
  return root;
};

const addOperator = (root: FieldsNode, name: string, argument: Value, arrayFilters: ArrayFilters, options: OperatorOptions): void => {
  if (name === '$bit') notSupported('the update operator $bit');
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (!operator && name !== '$rename') {
    fail('FailedToParse', `Unknown modifier: ${name}. Expected a valid update modifier or pipeline-style update specified as an array`);
  }
  if (!isDocument(argument)) {
    const example = `{$mod: {<field>: ...}} not {${name}: ${displayValue(argument)}}`;
    return fail('FailedToParse', `Modifiers operate on fields but we found type ${typeName(argument)} instead. For example: ${example}`);
  }
  for (const [path, value] of argument) {
    if (!operator) {
      addRename(root, path, value);
      continue;
    }
    const parts = updatePath(path);
    for (const part of parts) arrayFilters.use(arrayFilterIdentifier(part) ?? '', path);
    addOperation(root, parts, operator(value, path, options));
  }
};
