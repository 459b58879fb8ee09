import type { Document, Timestamp } from '../bson/values.js';
import { fail } from '../errors.js';
import type { Change, Commit } from '../storage/ChangeEvent.js';
import type { ResumeToken } from './ResumeToken.js';
import { compareTimes } from './ResumeToken.js';

const defaultMaxBytes = 16 * 1024 * 1024;
const bytesBesideDocuments = 200;

/** A committed change with its place in the order of all changes. */
export interface PastChange {
  readonly change: Change;
  readonly time: Timestamp;
  /** Its number within its commit. */
  readonly index: number;
  readonly committedAt: Date;
  readonly origin: Document | undefined;
}

/** The newest committed changes, in memory and bounded: what change streams read and resume from. */
export class ChangeHistory {
  private changes: PastChange[] = [];
  /** The number of the first held change, counted since the start. */
  private first = 0;
  private bytes = 0;
  /** Everything committed after this time is held. */
  private knownSince: Timestamp;
  private newest: Timestamp;
  private readonly waiting = new Set<() => void>();

  constructor(
    startTime: Timestamp,
    private readonly maxBytes = defaultMaxBytes,
  ) {
    this.knownSince = startTime;
    this.newest = startTime;
  }

  /** The time of the newest commit that was heard of. */
  get newestTime(): Timestamp {
    return this.newest;
  }

  /** The number that the next change will have. */
  get end(): number {
    return this.first + this.changes.length;
  }

  add(commit: Commit): void {
    const committedAt = new Date();
    commit.changes.forEach((change, index) => {
      this.changes.push({ change, time: commit.clusterTime, index, committedAt, origin: commit.origin });
      this.bytes += sizeOf(change);
    });
    this.newest = commit.clusterTime;
    if (this.bytes > this.maxBytes) this.forgetOldest();
    for (const wake of this.waiting) wake();
  }

  /** The change of that number, or undefined where it is yet to come; 286 where it is held no longer. */
  at(position: number): PastChange | undefined {
    if (position < this.first) return historyLost();
    return this.changes[position - this.first];
  }

  /** The number of the first change after `token`'s place, or of the one at it where its invalidation is still to be told. */
  positionOf(token: ResumeToken): number {
    if (compareTimes(token.time, this.knownSince) < 0) return historyLost();
    let low = 0;
    let high = this.changes.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const past = this.changes[middle] as PastChange;
      const order = compareTimes(past.time, token.time) || past.index - token.index;
      if (order < 0 || (order === 0 && token.isInvalidation)) low = middle + 1;
      else high = middle;
    }
    return this.first + low;
  }

  /** Resolves when something was added, after `milliseconds`, or when `interrupted` fires. */
  untilMore(milliseconds: number, interrupted: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer);
        this.waiting.delete(wake);
        interrupted.removeEventListener('abort', wake);
        resolve();
      };
      const timer = setTimeout(wake, milliseconds);
      this.waiting.add(wake);
      interrupted.addEventListener('abort', wake);
    });
  }

  private forgetOldest(): void {
    const enough = this.maxBytes * 0.75;
    let count = 0;
    while (this.bytes > enough && count < this.changes.length) {
      const past = this.changes[count] as PastChange;
      this.bytes -= sizeOf(past.change);
      this.knownSince = past.time;
      count += 1;
    }
    this.changes = this.changes.slice(count);
    this.first += count;
  }
}

const historyLost = (): never =>
  fail(
    'ChangeStreamHistoryLost',
    'Resume of change stream was not possible, as the resume point may no longer be in the history that the server holds.',
  );

const sizeOf = (change: Change): number => {
  const documents = 'after' in change ? (change.before?.length ?? 0) + (change.after?.length ?? 0) : 0;
  return bytesBesideDocuments + documents;
};
