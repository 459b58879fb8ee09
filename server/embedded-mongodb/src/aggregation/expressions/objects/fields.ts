import { MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import type { Expression } from '../expression.js';
import { compileFieldPath } from '../field-path.js';
import type { Compilation, Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';

/** Whether the operand is `{ field, input }` rather than an expression that gives the name of the field. */
const isNamed = (operand: Value): operand is Map<string, Value> =>
  operand instanceof Map && ![...operand.keys()].some((key) => key.startsWith('$'));

const getField: Operator = (operand, compilation) => {
  const { field, input } = getFieldParts(operand, compilation);
  if (field.constant && typeof field.constant.value !== 'string') throw notText(field.constant.value);
  return folded([field, input], (context) => {
    const name = field.evaluate(context);
    if (typeof name !== 'string') throw notText(name);
    const value = input.evaluate(context);
    if (value instanceof Map) return value.get(name);
    return value === undefined || !isNullish(value) ? undefined : null;
  });
};

const notText = (value: Value | undefined): MongoError =>
  new MongoError(3041704, `$getField requires 'field' to evaluate to type String, but got ${typeName(value)}`);

const getFieldParts = (operand: Value, compilation: Compilation): { field: Expression; input: Expression } => {
  if (!isNamed(operand)) return { field: compilation.compile(operand), input: compileFieldPath('$$CURRENT', compilation.scope) };
  const given = namedArguments(operand, '$getField', ['field', 'input'], {
    notObject: 3041700,
    unknown: 3041701,
    missing: { field: 3041702, input: 3041703 },
  });
  return { field: compilation.compile(given.get('field') as Value), input: compilation.compile(given.get('input') as Value) };
};

const settingField =
  (takesValue: boolean): Operator =>
  (operand, compilation, name) => {
    const given = namedArguments(operand, name, takesValue ? ['field', 'input', 'value'] : ['field', 'input'], {
      notObject: 4161100,
      unknown: 4161101,
      missing: takesValue ? { field: 4161102, value: 4161103, input: 4161109 } : { field: 4161102, input: 4161109 },
    });
    const input = compilation.compile(given.get('input') as Value);
    const field = constantFieldName(given.get('field') as Value, name);
    const value = takesValue ? compilation.compile(given.get('value') as Value) : compileFieldPath('$$REMOVE', compilation.scope);
    return folded([input, value], (context) => {
      const object = input.evaluate(context);
      if (isNullish(object)) return null;
      if (!(object instanceof Map)) throw new MongoError(4161105, `${name} requires 'input' to evaluate to type Object`);
      const next = new Map(object);
      const set = value.evaluate(context);
      if (set === undefined) next.delete(field);
      else next.set(field, set);
      return next;
    });
  };

/** The name of the field, which must stand there as it is, or as a `$literal`. */
const constantFieldName = (field: Value, name: string): string => {
  if (typeof field === 'string' && field.startsWith('$')) {
    throw new MongoError(4161108, `A field path reference which is not constant cannot be used as the 'field' argument of ${name}`);
  }
  const literal = field instanceof Map && field.size === 1 ? (field.get('$literal') ?? field.get('$const')) : undefined;
  const text = literal ?? field;
  if (literal === undefined && (Array.isArray(text) || (text instanceof Map && text.size > 0))) {
    throw new MongoError(4161106, `${name} requires 'field' to evaluate to a constant, but got a non-constant argument`);
  }
  if (typeof text !== 'string')
    throw new MongoError(4161107, `${name} requires 'field' to evaluate to type String, but got ${typeName(text)}`);
  if (text.includes('\0')) throw new MongoError(9534700, `${name} requires 'field' not to contain a null byte`);
  return text;
};

export const fieldOperators: Operators = {
  $getField: getField,
  $setField: settingField(true),
  $unsetField: settingField(false),
};
