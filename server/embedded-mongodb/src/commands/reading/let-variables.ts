import type { Document, Timestamp, Value } from '../../bson/values.js';
import { compileExpression } from '../../aggregation/expressions/compile.js';
import { fail } from '../../errors.js';
import type { Request } from '../Request.js';
import { documentArgument } from '../arguments.js';

export type LetVariables = ReadonlyMap<string, Value | undefined>;

const none: LetVariables = new Map();

/** The values of a command's `let`: each is an expression without any document, reckoned once. */
export const letVariables = (body: Document, request: Request, name = 'let'): LetVariables => {
  const specification = documentArgument(body, name);
  if (!specification || specification.size === 0) return none;
  const variables = new Map<string, Value | undefined>();
  const root: Document = new Map();
  for (const [variable, value] of specification) {
    if (!/^[a-z\u0080-\uffff][\w\u0080-\uffff]*$/.test(variable))
      fail('FailedToParse', `'${variable}' starts with an invalid character for a user variable name`);
    const expression = compileExpression(value);
    variables.set(
      variable,
      expression.evaluate({ root, current: root, variables: none, now: new Date(), clusterTime: clusterTimeOf(request) }) ?? null,
    );
  }
  return variables;
};

export const clusterTimeOf = (request: Request): Timestamp => request.server.store.lastCommit;
