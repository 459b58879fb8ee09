import type { Document } from '../bson/values.js';
import { fail } from '../errors.js';
import type { ArgumentTable } from './arguments.js';
import { checkFields, documentArgument, documentOrEmpty, flagArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf, int } from './fields.js';
import { namespaceOf, refuseSystemCollection } from './namespace.js';
import { batchOf, decoded } from './writing/batch-arguments.js';
import { carryOutStatements } from './writing/carry-out-statements.js';
import { compileUpdateStatement } from './writing/compile-statement.js';
import { updateDocuments, updateOutcome } from './writing/update-documents.js';
import type { UpdateOutcome } from './writing/update-documents.js';
import { Writing } from './writing/Writing.js';

const statementArguments: ArgumentTable = {
  q: 'document',
  u: 'documentOrArray',
  c: 'document',
  multi: 'boolean',
  upsert: 'boolean',
  collation: 'document',
  arrayFilters: 'array',
  hint: 'documentOrString',
  sort: 'document',
};

export const update: Command = {
  name: 'update',
  arguments: { updates: 'array', ordered: 'boolean', bypassDocumentValidation: 'flag', let: 'document' },
  inTransactions: true,
  retryable: true,
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async (request) => {
    const namespace = namespaceOf(request);
    refuseSystemCollection(namespace);
    const statements = batchOf(request, 'updates').map(decoded);
    for (const statement of statements) checkFields('update.updates', statement, statementArguments, ['q', 'u']);
    const writing = new Writing(request);
    const upserted: Document[] = [];
    let matched = 0;
    let modified = 0;
    const { writeErrors, retriedStmtIds } = await carryOutStatements(writing, {
      kind: 'update',
      statements,
      carryOut: (statement) => updateByStatement(writing, namespace, statement),
      count: (outcome, index) => {
        matched += outcome.matched + (outcome.upsertedId === undefined ? 0 : 1);
        modified += outcome.modified;
        if (outcome.upsertedId !== undefined) upserted.push(fieldsOf({ index: int(index), _id: outcome.upsertedId }));
      },
    });
    return reply(
      fieldsOf({
        n: int(matched),
        nModified: int(modified),
        upserted: upserted.length > 0 ? upserted : undefined,
        writeErrors,
        retriedStmtIds,
      }),
    );
  },
};

const updateByStatement = (writing: Writing, namespace: string, statement: Document): UpdateOutcome | Promise<UpdateOutcome> => {
  const multi = flagArgument(statement, 'multi') ?? false;
  if (multi && writing.request.retryable) fail('InvalidOptions', 'Cannot use retryable writes with multi=true');
  const result = updateDocuments(
    writing,
    compileUpdateStatement(writing, {
      namespace,
      filter: documentOrEmpty(statement, 'q'),
      modification: statement.get('u'),
      constants: documentArgument(statement, 'c'),
      options: statement,
      multi,
      upsert: flagArgument(statement, 'upsert') ?? false,
    }),
  );
  return result instanceof Promise ? result.then(updateOutcome) : updateOutcome(result);
};
