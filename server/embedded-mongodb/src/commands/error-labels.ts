import { MongoError, errorCodes } from '../errors.js';

/** After these errors the same write may be sent again. */
const retryableCodes: ReadonlySet<number> = new Set([
  errorCodes.HostUnreachable,
  errorCodes.HostNotFound,
  errorCodes.NetworkTimeout,
  errorCodes.ShutdownInProgress,
  errorCodes.PrimarySteppedDown,
  errorCodes.ExceededTimeLimit,
  errorCodes.SocketException,
  errorCodes.NotWritablePrimary,
  errorCodes.InterruptedAtShutdown,
  errorCodes.InterruptedDueToReplStateChange,
  errorCodes.NotPrimaryNoSecondaryOk,
  errorCodes.NotPrimaryOrSecondary,
]);

/** After these the whole transaction may be run again. */
const transientCodes: ReadonlySet<number> = new Set([
  ...retryableCodes,
  errorCodes.WriteConflict,
  errorCodes.SnapshotUnavailable,
  errorCodes.NoSuchTransaction,
  24, // LockTimeout
  267, // PreparedTransactionInProgress
]);

export interface LabelledSituation {
  readonly commandName: string;
  readonly inTransaction: boolean;
  /** A write with a transaction number outside a transaction. */
  readonly retryable: boolean;
}

/** The labels that MongoDB puts on an error of that code in that situation. */
export const errorLabels = (code: number, situation: LabelledSituation): string[] => {
  if (isRetried(situation) && retryableCodes.has(code)) return ['RetryableWriteError'];
  return situation.inTransaction && transientCodes.has(code) ? ['TransientTransactionError'] : [];
};

/** The same for the error of a write concern, which says nothing against the write itself. */
export const concernErrorLabels = (code: number, situation: LabelledSituation): string[] =>
  isRetried(situation) && retryableCodes.has(code) ? ['RetryableWriteError'] : [];

const isRetried = ({ commandName, retryable }: LabelledSituation): boolean =>
  retryable || commandName === 'commitTransaction' || commandName === 'abortTransaction';

/** After these a change stream may be opened anew where it stopped. */
const resumableCodes: ReadonlySet<number> = new Set([...retryableCodes, 43, 63, 133, 150, 234, 13388]);

/** After these it may not. */
const nonResumableCodes: ReadonlySet<number> = new Set([
  errorCodes.ChangeStreamFatalError,
  errorCodes.ChangeStreamHistoryLost,
  errorCodes.BSONObjectTooLarge,
]);

/** The same error, saying whether the change stream that met it can be resumed. */
export const withChangeStreamLabel = (thrown: unknown): unknown => {
  if (!(thrown instanceof MongoError)) return thrown;
  const label = resumableCodes.has(thrown.code)
    ? 'ResumableChangeStreamError'
    : nonResumableCodes.has(thrown.code)
      ? 'NonResumableChangeStreamError'
      : undefined;
  return label ? new MongoError(thrown.code, thrown.message, thrown.codeName, { ...thrown.details, labels: [label] }) : thrown;
};
