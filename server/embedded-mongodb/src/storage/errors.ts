import { MongoError, errorCodes } from '../errors.js';
import type { Document } from '../bson/values.js';
import { displayDocument } from '../bson/display.js';
import type { IndexInfo } from './CollectionInfo.js';

const conflictMessage =
  'Caused by :: Write conflict during plan execution and yielding is disabled. :: Please retry your operation or multi-document transaction.';

/** Another transaction was first. A transaction is over with it; a single operation can be tried again from its start. */
export const writeConflict = (inTransaction: boolean): MongoError =>
  new MongoError(
    errorCodes.WriteConflict,
    conflictMessage,
    'WriteConflict',
    inTransaction ? { labels: ['TransientTransactionError'] } : {},
  );

/**
 * An operation outside of transactions met a document that an open transaction has written. MongoDB waits: give up the unit,
 * wait for `released` (or the caller's time limit), and run the operation again in a new unit.
 */
export class DocumentLocked extends MongoError {
  constructor(readonly released: Promise<void>) {
    super(errorCodes.WriteConflict, conflictMessage, 'WriteConflict');
  }
}

export const duplicateKey = (namespace: string, index: IndexInfo, keyValue: Document): MongoError =>
  new MongoError(
    errorCodes.DuplicateKey,
    `E11000 duplicate key error collection: ${namespace} index: ${index.name} dup key: ${displayDocument(keyValue)}`,
    'DuplicateKey',
    { keyPattern: index.key, keyValue },
  );
