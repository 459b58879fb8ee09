import type { Document } from '../bson/values.js';
import { fail } from '../errors.js';
import type { ArgumentTable } from './arguments.js';
import { checkFields, documentArgument, documentOrEmpty, flagArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf, int } from './fields.js';
import { namespaceOf, refuseSystemCollection } from './namespace.js';
import { batchOf, decoded } from './writing/batch-arguments.js';
import { compileUpdateStatement } from './writing/compile-statement.js';
import { retriedStatements } from './writing/retried-statements.js';
import { updateDocuments } from './writing/update-documents.js';
import { WriteErrors } from './writing/WriteErrors.js';
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
    const ordered = flagArgument(request.body, 'ordered') ?? true;
    const statements = batchOf(request, 'updates').map(decoded);
    for (const statement of statements) checkFields('update.updates', statement, statementArguments, ['q', 'u']);
    const writing = new Writing(request);
    const errors = new WriteErrors();
    const retried: number[] = [];
    const upserted: Document[] = [];
    let matched = 0;
    let modified = 0;
    for (const [index, statement] of statements.entries()) {
      const known = writing.outcomeOf(index);
      if (known) retried.push(index);
      try {
        const attempted = known?.kind === 'update' ? known : updateByStatement(writing, namespace, statement);
        const result = attempted instanceof Promise ? await attempted : attempted;
        if (!known)
          writing.record(index, { kind: 'update', matched: result.matched, modified: result.modified, upsertedId: result.upsertedId });
        matched += result.matched + (result.upsertedId === undefined ? 0 : 1);
        modified += result.modified;
        if (result.upsertedId !== undefined) upserted.push(fieldsOf({ index: int(index), _id: result.upsertedId }));
      } catch (error) {
        errors.add(index, error);
        if (ordered) break;
      }
      const paused = writing.pauseIfLong();
      if (paused) await paused;
    }
    await writing.finish();
    return reply(
      fieldsOf({
        n: int(matched),
        nModified: int(modified),
        upserted: upserted.length > 0 ? upserted : undefined,
        writeErrors: errors.any ? errors.list : undefined,
        retriedStmtIds: retriedStatements(retried),
      }),
    );
  },
};

const updateByStatement = (writing: Writing, namespace: string, statement: Document) => {
  const multi = flagArgument(statement, 'multi') ?? false;
  if (multi && writing.request.retryable) fail('InvalidOptions', 'Cannot use retryable writes with multi=true');
  return updateDocuments(
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
};
