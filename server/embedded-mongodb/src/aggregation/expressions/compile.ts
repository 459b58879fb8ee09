import { fail, MongoError, notSupported } from '../../errors.js';
import type { Document, Value } from '../../bson/values.js';
import type { Expression, Scope } from './expression.js';
import { checkFieldName, compileFieldPath } from './field-path.js';
import { constantExpression, folded } from './operator.js';
import type { Compilation } from './operator.js';
import { operators, refusedOperators } from './operators.js';
import { checkLength } from './strings/text.js';

export type { EvaluationContext, Expression, Scope, Variables } from './expression.js';

/**
 * Compiles an aggregation expression: a literal, a field path, a variable, an operator, an object or an array of such.
 * Unknown operator: MongoError 168; known but left out: 115. Parts that are constant are computed at once, and throw at once.
 */
export const compileExpression = (value: Value, scope: Scope = {}): Expression => {
  if (typeof value === 'string')
    return value.startsWith('$') ? compileFieldPath(value, scope) : constantExpression(checkLength(value), scope.isDeferred);
  if (value instanceof Map) return compileObject(value, scope);
  if (Array.isArray(value)) return compileArray(value, scope);
  return constantExpression(value, scope.isDeferred);
};

/** Whether an operator of this name is known, so that `{ $name: ... }` is an expression. */
export const isExpressionOperator = (name: string): boolean => Object.hasOwn(operators, name) || refusedOperators.has(name);

const compileArray = (values: readonly Value[], scope: Scope): Expression => {
  const elements = values.map((value) => compileExpression(value, scope));
  return folded(elements, (context) => elements.map((element) => element.evaluate(context) ?? null));
};

const compileObject = (object: Document, scope: Scope): Expression => {
  const [first] = object;
  if (first?.[0].startsWith('$')) {
    const [name, operand] = first;
    if (object.size !== 1) {
      throw new MongoError(15983, `An object representing an expression must have exactly one field, but '${name}' has others beside it`);
    }
    return compileOperator(name, operand, scope);
  }
  const fields = [...object].map(([name, value]) => {
    checkFieldName(name);
    return { name, expression: compileExpression(value, scope) };
  });
  return folded(
    fields.map((field) => field.expression),
    (context) => {
      const result: Document = new Map();
      for (const { name, expression } of fields) {
        const value = expression.evaluate(context);
        if (value !== undefined) result.set(name, value);
      }
      return result;
    },
  );
};

const compileOperator = (name: string, operand: Value, scope: Scope): Expression => {
  const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
  if (operator) return operator(operand, compilationIn(scope), name);
  if (refusedOperators.has(name)) return notSupported(`the expression ${name}`);
  return fail('InvalidPipelineOperator', `Unrecognized expression '${name}'`);
};

/** What operators compile their operands with. */
export const compilationIn = (scope: Scope): Compilation => ({
  scope,
  compile: (value) => compileExpression(value, scope),
  compileDeferred: (value) => compileExpression(value, { ...scope, isDeferred: true }),
  compileWith: (value, variables) => compileExpression(value, { ...scope, variables: new Set([...(scope.variables ?? []), ...variables]) }),
});
