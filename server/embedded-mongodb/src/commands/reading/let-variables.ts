import type { Document, Timestamp, Value } from '../../bson/values.js';
import { compileExpression } from '../../aggregation/expressions/compile.js';
import { checkNewVariable } from '../../aggregation/expressions/field-path.js';
import { MongoError, notSupported } from '../../errors.js';
import type { Request } from '../Request.js';
import { documentArgument } from '../arguments.js';

export type LetVariables = ReadonlyMap<string, Value | undefined>;

const none: LetVariables = new Map();

/** The values of a command's `let`: each is an expression without any document, which may read the variables before it, reckoned once. */
export const letVariables = (body: Document, request: Request, name = 'let'): LetVariables => {
  const specification = documentArgument(body, name);
  if (!specification || specification.size === 0) return none;
  const variables = new Map<string, Value | undefined>();
  const root: Document = new Map();
  const context = { root, current: root, variables, now: new Date(), clusterTime: clusterTimeOf(request) };
  for (const [variable, value] of specification) {
    checkNewVariable(variable);
    if (variable === 'CURRENT') notSupported("CURRENT in a command's let");
    if (mentionsTime(value)) throw new MongoError(51144, `'${variable}' of let may not read $$NOW or $$CLUSTER_TIME`);
    const reads = new Set<string>();
    const expression = compileExpression(value, { variables: new Set(variables.keys()), reads });
    if (reads.size > 0) throw new MongoError(4890500, `'${variable}' of let may not read a field: it runs before any document is there`);
    variables.set(variable, expression.evaluate(context));
  }
  return variables;
};

const mentionsTime = (value: Value): boolean => {
  if (value === '$$NOW' || value === '$$CLUSTER_TIME') return true;
  if (Array.isArray(value)) return value.some(mentionsTime);
  return value instanceof Map && [...value].some(([operator, each]) => operator !== '$literal' && mentionsTime(each));
};

export const clusterTimeOf = (request: Request): Timestamp => request.server.store.lastCommit;
