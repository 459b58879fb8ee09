import type { Document } from '../bson/values.js';
import { isNumeric } from '../bson/values.js';
import { fail } from '../errors.js';
import type { ArgumentTable } from './arguments.js';
import { checkFields, documentOrEmpty, flagArgument, toNumber } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf, int } from './fields.js';
import { namespaceOf, refuseSystemCollection } from './namespace.js';
import { batchOf, decoded } from './writing/batch-arguments.js';
import { compileDeleteStatement } from './writing/compile-statement.js';
import { deleteDocuments } from './writing/delete-documents.js';
import { retriedStatements } from './writing/retried-statements.js';
import { WriteErrors } from './writing/WriteErrors.js';
import { Writing } from './writing/Writing.js';

const statementArguments: ArgumentTable = { q: 'document', limit: 'number', collation: 'document', hint: 'documentOrString' };

export const deleteCommand: Command = {
  name: 'delete',
  arguments: { deletes: 'array', ordered: 'boolean', let: 'document' },
  inTransactions: true,
  retryable: true,
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async (request) => {
    const namespace = namespaceOf(request);
    refuseSystemCollection(namespace);
    const ordered = flagArgument(request.body, 'ordered') ?? true;
    const statements = batchOf(request, 'deletes').map(decoded);
    for (const statement of statements) checkFields('delete.deletes', statement, statementArguments, ['q', 'limit']);
    const writing = new Writing(request);
    const errors = new WriteErrors();
    const retried: number[] = [];
    let deleted = 0;
    for (const [index, statement] of statements.entries()) {
      const known = writing.outcomeOf(index);
      if (known) retried.push(index);
      try {
        const attempted = known?.kind === 'delete' ? known : deleteByStatement(writing, namespace, statement);
        const result = attempted instanceof Promise ? await attempted : attempted;
        if (!known) writing.record(index, { kind: 'delete', deleted: result.deleted });
        deleted += result.deleted;
      } catch (error) {
        errors.add(index, error);
        if (ordered) break;
      }
      const paused = writing.pauseIfLong();
      if (paused) await paused;
    }
    await writing.finish();
    return reply(
      fieldsOf({ n: int(deleted), writeErrors: errors.any ? errors.list : undefined, retriedStmtIds: retriedStatements(retried) }),
    );
  },
};

const deleteByStatement = (writing: Writing, namespace: string, statement: Document) => {
  const limit = statement.get('limit');
  const number = isNumeric(limit) ? toNumber(limit) : NaN;
  if (number !== 0 && number !== 1) fail('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${number}`);
  if (number === 0 && writing.request.retryable) fail('InvalidOptions', 'Cannot use retryable writes with limit=0');
  return deleteDocuments(
    writing,
    compileDeleteStatement(writing, { namespace, filter: documentOrEmpty(statement, 'q'), options: statement, multi: number === 0 }),
  );
};
