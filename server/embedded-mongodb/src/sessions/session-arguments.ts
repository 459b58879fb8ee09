import type { Document } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { MongoError, errorCodes, fail } from '../errors.js';
import type { Session } from './Session.js';
import type { Transaction } from './Transaction.js';

/** How a command takes part in its session. */
export interface SessionUse {
  readonly lsid: Document;
  readonly transactionNumber: bigint | undefined;
  readonly inTransaction: boolean;
  readonly startsTransaction: boolean;
}

/** Reads and checks lsid, txnNumber, autocommit and startTransaction; undefined for a command outside any session. */
export const readSessionUse = (body: Document): SessionUse | undefined => {
  const lsid = body.get('lsid');
  const number = body.get('txnNumber');
  const autocommit = body.get('autocommit');
  const start = body.get('startTransaction');
  if (!isDocument(lsid)) {
    if (number !== undefined) fail('InvalidOptions', 'Transaction number requires a session ID to also be specified');
    return undefined;
  }
  if (number !== undefined && typeof number !== 'bigint')
    fail('TypeMismatch', "BSON field 'txnNumber' is the wrong type, expected type 'long'");
  const transactionNumber = typeof number === 'bigint' ? number : undefined;
  if (transactionNumber !== undefined && transactionNumber < 0n) fail('InvalidOptions', 'Transaction number cannot be negative');
  if (autocommit !== undefined) {
    if (transactionNumber === undefined) fail('InvalidOptions', "'autocommit' field requires a transaction number to also be specified");
    if (autocommit !== false) fail('InvalidOptions', 'Specifying autocommit=true is not allowed.');
  }
  if (start !== undefined) {
    if (autocommit === undefined) fail('InvalidOptions', "'startTransaction' field requires 'autocommit' field to also be specified");
    if (start !== true) fail('InvalidOptions', 'Specifying startTransaction=false is not allowed.');
  }
  return { lsid, transactionNumber, inTransaction: autocommit === false, startsTransaction: start === true };
};

/** The session's open transaction of that number, or the error that MongoDB gives for its absence. */
export const openTransaction = (session: Session, number: bigint): Transaction => {
  const transaction = matchingTransaction(session, number);
  if (transaction.state === 'inProgress') return transaction;
  if (transaction.state === 'committed')
    throw new MongoError(errorCodes.TransactionCommitted, `Transaction with { txnNumber: ${number} } has been committed.`);
  return noSuchTransaction(`Transaction with { txnNumber: ${number} } has been aborted.`);
};

/** The session's transaction of that number in whatever state it is. */
export const matchingTransaction = (session: Session, number: bigint): Transaction => {
  refuseOld(session, number);
  const { transaction } = session;
  if (!transaction || transaction.number !== number)
    return noSuchTransaction(
      `Given transaction number ${number} does not match any in-progress transactions. The active transaction number is ${session.transactionNumber}`,
    );
  return transaction;
};

export const refuseOld = (session: Session, number: bigint): void => {
  if (number < session.transactionNumber)
    fail(
      'TransactionTooOld',
      `Cannot start transaction with { txnNumber: ${number} } on session because a newer transaction with txnNumber ${session.transactionNumber} has already started.`,
    );
};

const noSuchTransaction = (message: string): never => fail('NoSuchTransaction', message);
