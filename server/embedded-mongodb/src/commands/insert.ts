import type { Command } from './Command.js';
import { reply } from './Command.js';
import { flagArgument } from './arguments.js';
import { fieldsOf, int } from './fields.js';
import { namespaceOf, refuseSystemCollection } from './namespace.js';
import { batchOf } from './writing/batch-arguments.js';
import { insertDocument } from './writing/insert-document.js';
import { retriedStatements } from './writing/retried-statements.js';
import { WriteErrors } from './writing/WriteErrors.js';
import { Writing } from './writing/Writing.js';

export const insert: Command = {
  name: 'insert',
  arguments: { documents: 'array', ordered: 'boolean', bypassDocumentValidation: 'flag' },
  inTransactions: true,
  retryable: true,
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async (request) => {
    const namespace = namespaceOf(request);
    refuseSystemCollection(namespace);
    const ordered = flagArgument(request.body, 'ordered') ?? true;
    const documents = batchOf(request, 'documents');
    const writing = new Writing(request);
    const errors = new WriteErrors();
    const retried: number[] = [];
    let inserted = 0;
    for (let index = 0; index < documents.length; index += 1) {
      if (writing.outcomeOf(index)) {
        retried.push(index);
        inserted += 1;
        continue;
      }
      try {
        const attempted = insertDocument(writing, namespace, documents[index] as Buffer);
        if (attempted) await attempted;
        writing.record(index, { kind: 'insert' });
        inserted += 1;
      } catch (error) {
        errors.add(index, error);
        if (ordered) break;
      }
      const paused = writing.pauseIfLong();
      if (paused) await paused;
    }
    await writing.finish();
    return reply(
      fieldsOf({ n: int(inserted), writeErrors: errors.any ? errors.list : undefined, retriedStmtIds: retriedStatements(retried) }),
    );
  },
};
