import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf, int } from './fields.js';
import { namespaceOf, refuseSystemCollection } from './namespace.js';
import { batchOf } from './writing/batch-arguments.js';
import { carryOutStatements } from './writing/carry-out-statements.js';
import { insertDocument, insertOutcome } from './writing/insert-document.js';
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
    const writing = new Writing(request);
    let inserted = 0;
    const { writeErrors, retriedStmtIds } = await carryOutStatements(writing, {
      kind: 'insert',
      statements: batchOf(request, 'documents'),
      carryOut: (document) => {
        const pending = insertDocument(writing, namespace, document);
        return pending ? pending.then(() => insertOutcome) : insertOutcome;
      },
      count: () => {
        inserted += 1;
      },
    });
    return reply(fieldsOf({ n: int(inserted), writeErrors, retriedStmtIds }));
  },
};
