import { MongoError } from '../../errors.js';
import type { Document, Value } from '../../bson/values.js';
import type { EvaluationContext, Expression } from '../expressions/expression.js';
import { rootContext } from '../expressions/operator.js';
import type { StageCompiler, StageCompilers } from './stage.js';

/** The decisions, as values of the variables `$$DESCEND`, `$$PRUNE` and `$$KEEP`. */
const decisions = new Map<string, Value>([
  ['DESCEND', 'descend'],
  ['PRUNE', 'prune'],
  ['KEEP', 'keep'],
]);

const redact: StageCompiler = (specification, surroundings) => {
  const expression = surroundings.expressions().compileWith(specification, decisions.keys());
  return {
    *run(input, context) {
      const variables = new Map([...context.variables, ...decisions]);
      for (const document of input) {
        context.deadline.tick();
        const kept = redactDocument(expression, { ...rootContext(document, context), variables }, document);
        if (kept) yield kept;
      }
    },
  };
};

/** What is left of a document, or `undefined` where it is pruned. */
const redactDocument = (expression: Expression, context: EvaluationContext, document: Document): Document | undefined => {
  const decision = expression.evaluate({ ...context, current: document });
  if (decision === 'keep') return document;
  if (decision === 'prune') return undefined;
  if (decision !== 'descend')
    throw new MongoError(17053, "$redact's expression should not return anything aside from the variables $$KEEP, $$DESCEND, and $$PRUNE");
  const kept: Document = new Map();
  for (const [name, value] of document) {
    const inner = redactValue(expression, context, value);
    if (inner !== undefined) kept.set(name, inner);
  }
  return kept;
};

const redactValue = (expression: Expression, context: EvaluationContext, value: Value): Value | undefined => {
  if (value instanceof Map) return redactDocument(expression, context, value);
  if (!Array.isArray(value)) return value;
  return value.map((element) => redactValue(expression, context, element)).filter((element) => element !== undefined);
};

export const redactStages: StageCompilers = { $redact: redact };
