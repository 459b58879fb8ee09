import { BSONRegExp, isNullish } from '../bson/values.js';
import type { Document, Value } from '../bson/values.js';
import type { Collation } from '../query/collation.js';
import { compileExpression } from './expressions/compile.js';
import type { EvaluationContext, Variables } from './expressions/expression.js';
import { parsePath } from './expressions/field-path.js';
import { rootContext } from './expressions/operator.js';
import { hasExpression } from './stages/match.js';

type Surroundings = Omit<EvaluationContext, 'root' | 'current'>;

/**
 * A filter of the same meaning that reads no variables any more: their values stand in it. Equalities of `$expr` between a field and a
 * value are said once more as plain conditions, so that an index can serve them.
 */
export const bindFilter = (filter: Document, context: Surroundings, collation?: Collation): Document => {
  if (!hasExpression(filter)) return filter;
  const bound = context.variables.size > 0 ? (bindValue(filter, context.variables) as Document) : filter;
  const hints = indexHints(filter, context, collation);
  if (hints.length === 0) return bound;
  return new Map([['$and', [...hints, bound]]]);
};

const bindValue = (value: Value, variables: Variables): Value => {
  if (Array.isArray(value)) return value.map((each) => bindValue(each, variables));
  if (!(value instanceof Map)) return value;
  return new Map([...value].map(([name, each]) => [name, name === '$expr' ? letVariables(each, variables) : bindValue(each, variables)]));
};

const letVariables = (expression: Value, variables: Variables): Value => {
  const definitions: Document = new Map();
  for (const [name, value] of variables) definitions.set(name, value === undefined ? '$$REMOVE' : new Map([['$literal', value]]));
  return new Map([
    [
      '$let',
      new Map<string, Value>([
        ['vars', definitions],
        ['in', expression],
      ]),
    ],
  ]);
};

/** Conditions that every match of the filter's top-level `$expr` fulfils. */
const indexHints = (filter: Document, context: Surroundings, collation: Collation | undefined): Document[] => {
  const hints: Document[] = [];
  for (const [name, value] of filter) {
    if (name === '$expr') hints.push(...expressionHints(value, context, collation));
    if (name === '$and' && Array.isArray(value)) {
      for (const each of value) if (each instanceof Map) hints.push(...indexHints(each, context, collation));
    }
  }
  return hints;
};

const expressionHints = (expression: Value, context: Surroundings, collation: Collation | undefined): Document[] => {
  if (!(expression instanceof Map) || expression.size !== 1) return [];
  const [[name, operands]] = [...expression] as [[string, Value]];
  if (!Array.isArray(operands)) return [];
  if (name === '$and') return operands.flatMap((each) => expressionHints(each, context, collation));
  const [left, right] = operands;
  if (operands.length !== 2 || left === undefined || right === undefined) return [];
  if (name === '$eq') return [...equalityHint(left, right, context, collation), ...equalityHint(right, left, context, collation)];
  return name === '$in' ? membershipHint(left, right, context, collation) : [];
};

const equalityHint = (field: Value, other: Value, context: Surroundings, collation: Collation | undefined): Document[] => {
  const path = plainPath(field);
  const value = path === undefined ? undefined : valueWithoutDocument(other, context, collation);
  if (path === undefined || !isHintable(value)) return [];
  return [new Map([[path, new Map([['$eq', value]])]])];
};

const membershipHint = (field: Value, other: Value, context: Surroundings, collation: Collation | undefined): Document[] => {
  const path = plainPath(field);
  const values = path === undefined ? undefined : valueWithoutDocument(other, context, collation);
  if (path === undefined || !Array.isArray(values) || values.length === 0 || !values.every(isHintable)) return [];
  return [new Map([[path, new Map([['$in', values]])]])];
};

/** Arrays at the end of a path of several steps mean other things in expressions than in filters; null has shades of meaning. */
const isHintable = (value: Value | undefined): value is Value =>
  !isNullish(value) && !Array.isArray(value) && !(value instanceof BSONRegExp);

const plainPath = (value: Value): string | undefined => {
  if (typeof value !== 'string' || !value.startsWith('$') || value.startsWith('$$')) return undefined;
  const steps = parsePath(value.slice(1));
  return steps.some((step) => /^\d+$/u.test(step)) ? undefined : steps.join('.');
};

/** The value of an expression that reads no document: a constant, or a variable that is known. */
const valueWithoutDocument = (expression: Value, context: Surroundings, collation: Collation | undefined): Value | undefined => {
  const reads = new Set<string>();
  const compiled = compileExpression(expression, { variables: new Set(context.variables.keys()), collation, reads });
  if (reads.size > 0 || mentionsRandom(expression)) return undefined;
  return compiled.evaluate(rootContext(new Map(), context));
};

const mentionsRandom = (value: Value): boolean => {
  if (Array.isArray(value)) return value.some(mentionsRandom);
  return value instanceof Map && [...value].some(([name, each]) => name === '$rand' || mentionsRandom(each));
};
