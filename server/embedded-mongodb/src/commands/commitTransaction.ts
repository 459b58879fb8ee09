import { fail } from '../errors.js';
import { matchingTransaction, openTransaction, readSessionUse } from '../sessions/session-arguments.js';
import { encodeSessionRecord } from '../sessions/session-record.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';

const noOutcomes = new Map<number, never>();

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
    const { transactionNumber } = use;
    if (session.committedBefore === transactionNumber && session.transactionNumber === transactionNumber) return reply();
    if (matchingTransaction(session, transactionNumber).state === 'committed') return reply();
    const transaction = openTransaction(session, transactionNumber);
    if (transaction.unit.hasChanges)
      transaction.unit.keepSessionRecord(session.key, encodeSessionRecord({ transactionNumber, isCommit: true, outcomes: noOutcomes }));
    await transaction.commit();
    return reply();
  },
};
