import { fail, MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import type { EvaluationContext } from '../expression.js';
import { checkNewVariable } from '../field-path.js';
import { asInt32, isTruthy } from '../numbers.js';
import type { Operator, Operators } from '../operator.js';
import { namedArguments, withVariables } from '../operator.js';

/** The name that `as` gives, else `this`. */
const elementName = (given: ReadonlyMap<string, Value>): string => {
  if (!given.has('as')) return 'this';
  const name = given.get('as');
  if (typeof name !== 'string') return fail('FailedToParse', `'as' must be a string, found ${typeName(name)}`);
  checkNewVariable(name);
  return name;
};

/** Evaluates a body for one element after the other; the variable `CURRENT` changes what field paths start from. */
const eachElement = (context: EvaluationContext, name: string) => {
  const variables = new Map(context.variables);
  const inner = withVariables(context, variables);
  return (element: Value): EvaluationContext => {
    if (name === 'CURRENT') return { ...context, current: element };
    variables.set(name, element);
    return inner;
  };
};

const map: Operator = (operand, compilation) => {
  const given = namedArguments(operand, '$map', ['input', 'as', 'in'], {
    notObject: 16878,
    unknown: 16879,
    missing: { input: 16880, in: 16882 },
  });
  const name = elementName(given);
  const input = compilation.compile(given.get('input') as Value);
  const body = compilation.compileWith(given.get('in') as Value, [name]);
  return {
    evaluate(context) {
      const array = input.evaluate(context);
      if (isNullish(array)) return null;
      if (!Array.isArray(array)) throw new MongoError(16883, `input to $map must be an array not ${typeName(array)}`);
      const enter = eachElement(context, name);
      return array.map((element) => body.evaluate(enter(element)) ?? null);
    },
  };
};

const filter: Operator = (operand, compilation) => {
  const given = namedArguments(operand, '$filter', ['input', 'as', 'cond', 'limit'], {
    notObject: 28646,
    unknown: 28647,
    missing: { input: 28648, cond: 28650 },
  });
  const name = elementName(given);
  const input = compilation.compile(given.get('input') as Value);
  const condition = compilation.compileWith(given.get('cond') as Value, [name]);
  const limit = given.has('limit') ? compilation.compile(given.get('limit') as Value) : undefined;
  return {
    evaluate(context) {
      const array = input.evaluate(context);
      if (isNullish(array)) return null;
      if (!Array.isArray(array)) throw new MongoError(28651, `input to $filter must be an array not ${typeName(array)}`);
      const most = limit ? limitOf(limit.evaluate(context)) : Infinity;
      const enter = eachElement(context, name);
      const kept: Value[] = [];
      for (const element of array) {
        if (kept.length >= most) break;
        if (isTruthy(condition.evaluate(enter(element)))) kept.push(element);
      }
      return kept;
    },
  };
};

const limitOf = (value: Value | undefined): number => {
  if (isNullish(value)) return Infinity;
  const limit = asInt32(value);
  if (limit === undefined) throw new MongoError(327391, `$filter: limit must be represented as a 32-bit integral value: ${String(value)}`);
  if (limit < 1) throw new MongoError(327392, `$filter: limit must be greater than 0: ${limit}`);
  return limit;
};

const reduce: Operator = (operand, compilation) => {
  if (!(operand instanceof Map)) throw new MongoError(40075, `$reduce requires an object as an argument, found: ${typeName(operand)}`);
  const given = namedArguments(operand, '$reduce', ['input', 'initialValue', 'in'], {
    notObject: 40075,
    unknown: 40076,
    missing: { input: 40077, initialValue: 40078, in: 40079 },
  });
  const input = compilation.compile(given.get('input') as Value);
  const initial = compilation.compile(given.get('initialValue') as Value);
  const body = compilation.compileWith(given.get('in') as Value, ['this', 'value']);
  return {
    evaluate(context) {
      const array = input.evaluate(context);
      if (isNullish(array)) return null;
      if (!Array.isArray(array)) throw new MongoError(40080, `$reduce requires that 'input' be an array, found: ${typeName(array)}`);
      const variables = new Map(context.variables);
      const inner = withVariables(context, variables);
      let result = initial.evaluate(context);
      for (const element of array) {
        variables.set('this', element);
        variables.set('value', result);
        result = body.evaluate(inner);
      }
      return result;
    },
  };
};

export const iterationOperators: Operators = { $map: map, $filter: filter, $reduce: reduce };
