import { fail, MongoError } from '../../errors.js';
import type { Value } from '../../bson/values.js';
import { checkNewVariable } from './field-path.js';
import type { Operator, Operators } from './operator.js';
import { constantExpression, namedArguments } from './operator.js';

const defineVariables: Operator = (operand, compilation) => {
  const given = namedArguments(operand, '$let', ['vars', 'in'], { notObject: 16874, unknown: 16875, missing: { vars: 16876, in: 16877 } });
  const definitions = given.get('vars');
  if (Array.isArray(definitions)) return fail('FailedToParse', "'0' starts with an invalid character for a user variable name");
  if (!(definitions instanceof Map)) throw new MongoError(10065, 'invalid parameter: expected an object (vars)');
  const compiled = [...definitions].map(([name, value]) => {
    checkNewVariable(name);
    return { name, value: compilation.compile(value) };
  });
  const body = compilation.compileWith(
    given.get('in') as Value,
    compiled.map(({ name }) => name),
  );
  return {
    evaluate(context) {
      const variables = new Map(context.variables);
      let { current } = context;
      for (const { name, value } of compiled) {
        const result = value.evaluate(context);
        if (name === 'CURRENT') current = result;
        else variables.set(name, result);
      }
      return body.evaluate({ ...context, current, variables });
    },
  };
};

const literal: Operator = (operand, { scope }) => constantExpression(operand, scope.isDeferred);

const random: Operator = (operand) => {
  const isEmpty = operand instanceof Map ? operand.size === 0 : Array.isArray(operand) && operand.length === 0;
  if (!(operand instanceof Map) && !Array.isArray(operand)) throw new MongoError(10065, 'invalid parameter: expected an object ($rand)');
  if (!isEmpty) throw new MongoError(3040501, '$rand does not currently accept arguments');
  return { evaluate: () => Math.random() };
};

export const variableOperators: Operators = { $let: defineVariables, $literal: literal, $const: literal, $rand: random };
