import type { Document } from '../bson/values.js';
import { isNumeric } from '../bson/values.js';
import { fail } from '../errors.js';
import type { ArgumentTable } from './arguments.js';
import { checkFields, documentOrEmpty, toNumber } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf, int } from './fields.js';
import { namespaceOf, refuseSystemCollection } from './namespace.js';
import { batchOf, decoded } from './writing/batch-arguments.js';
import { carryOutStatements } from './writing/carry-out-statements.js';
import { compileDeleteStatement } from './writing/compile-statement.js';
import { deleteDocuments, deleteOutcome } from './writing/delete-documents.js';
import type { DeleteOutcome } from './writing/delete-documents.js';
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
    const statements = batchOf(request, 'deletes').map(decoded);
    for (const statement of statements) checkFields('delete.deletes', statement, statementArguments, ['q', 'limit']);
    const writing = new Writing(request);
    let deleted = 0;
    const { writeErrors, retriedStmtIds } = await carryOutStatements(writing, {
      kind: 'delete',
      statements,
      carryOut: (statement) => deleteByStatement(writing, namespace, statement),
      count: (outcome) => {
        deleted += outcome.deleted;
      },
    });
    return reply(fieldsOf({ n: int(deleted), writeErrors, retriedStmtIds }));
  },
};

const deleteByStatement = (writing: Writing, namespace: string, statement: Document): DeleteOutcome | Promise<DeleteOutcome> => {
  const limit = statement.get('limit');
  const number = isNumeric(limit) ? toNumber(limit) : NaN;
  if (number !== 0 && number !== 1) fail('FailedToParse', `The limit field in delete objects must be 0 or 1. Got ${number}`);
  if (number === 0 && writing.request.retryable) fail('InvalidOptions', 'Cannot use retryable writes with limit=0');
  const filter = documentOrEmpty(statement, 'q');
  const result = deleteDocuments(writing, compileDeleteStatement(writing, { namespace, filter, options: statement, multi: number === 0 }));
  return result instanceof Promise ? result.then(deleteOutcome) : deleteOutcome(result);
};
