import { fail } from '../errors.js';
import { matchingTransaction, openTransaction, readSessionUse } from '../sessions/session-arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';

export const commitTransaction: Command = {
  name: 'commitTransaction',
  arguments: { recoveryToken: 'document' },
  adminOnly: true,
  inTransactions: true,
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async ({ body, session }) => {
    const use = readSessionUse(body);
    if (!session || use?.transactionNumber === undefined || !use.inTransaction)
      return fail('CommandFailed', 'commitTransaction must be run within a transaction');
    const transaction = matchingTransaction(session, use.transactionNumber);
    if (transaction.state !== 'committed') await openTransaction(session, use.transactionNumber).commit();
    return reply();
  },
};
