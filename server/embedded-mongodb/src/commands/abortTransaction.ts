import { fail } from '../errors.js';
import { openTransaction, readSessionUse } from '../sessions/session-arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';

export const abortTransaction: Command = {
  name: 'abortTransaction',
  arguments: { recoveryToken: 'document' },
  adminOnly: true,
  inTransactions: true,
  takesWriteConcern: true,
  inApiVersion1: true,
  run: ({ body, session }) => {
    const use = readSessionUse(body);
    if (!session || use?.transactionNumber === undefined || !use.inTransaction)
      return fail('CommandFailed', 'abortTransaction must be run within a transaction');
    openTransaction(session, use.transactionNumber).abort();
    return reply();
  },
};
