import type { Document } from '../bson/values.js';
import type { TimeLimit } from '../commands/TimeLimit.js';
import type { Transaction } from '../sessions/Transaction.js';
import type { Batch } from './BatchSource.js';

export interface CursorBatch extends Batch {
  readonly postBatchResumeToken?: Document | undefined;
}

/** Where a cursor's documents come from. */
export interface CursorSource {
  /** At most `count` documents; a source that waits for news returns within `awaitMs`. */
  next(count: number, awaitMs: number): CursorBatch | Promise<CursorBatch>;
  /** Ends a wait for news early. */
  interrupt?(): void;
  close(): void;
}

/** A cursor that outlives the command which opened it. */
export interface OpenCursor {
  readonly id: bigint;
  readonly namespace: string;
  readonly source: CursorSource;
  readonly sessionKey: string | undefined;
  readonly transaction: Transaction | undefined;
  readonly timeLimit: TimeLimit;
  readonly neverTimesOut: boolean;
  /** A getMore may say how long it waits for news. */
  readonly awaitsData: boolean;
}
