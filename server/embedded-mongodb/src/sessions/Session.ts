import type { SessionRecord } from './session-record.js';
import type { StatementOutcome } from './statement-outcome.js';
import type { Transaction } from './Transaction.js';

/** A logical session: at most one transaction, and the outcomes of its newest retryable write. */
export class Session {
  lastUsed = Date.now();
  /** The newest transaction number seen, shared by transactions and retryable writes; -1 before the first. */
  transactionNumber = -1n;
  transaction: Transaction | undefined;
  /** By statement number, for the newest transaction number. */
  readonly outcomes = new Map<number, StatementOutcome>();
  /** The transaction of this number was committed before the server was started. */
  committedBefore: bigint | undefined;
  private queue: Promise<void> | undefined;

  /** `key` is the session id's 16 bytes as text. */
  constructor(readonly key: string) {}

  get isBusy(): boolean {
    return this.queue !== undefined;
  }

  /** Takes up what was kept of the session when the server was last running. */
  restore({ transactionNumber, isCommit, outcomes }: SessionRecord): void {
    this.transactionNumber = transactionNumber;
    if (isCommit) this.committedBefore = transactionNumber;
    for (const [statement, outcome] of outcomes) this.outcomes.set(statement, outcome);
  }

  /** Moves on to a newer transaction number: what belonged to the former one is given up. */
  moveTo(transactionNumber: bigint): void {
    this.transaction?.abort();
    this.transaction = undefined;
    this.outcomes.clear();
    this.transactionNumber = transactionNumber;
  }

  end(): void {
    this.transaction?.abort();
    this.transaction = undefined;
  }

  /**
   * Runs `work` when nothing else of this session with a transaction number runs: a write that is sent again while its first sending
   * is still at work waits for that outcome.
   */
  async alone<T>(work: () => T | Promise<T>): Promise<T> {
    while (this.queue) await this.queue;
    let release: () => void = () => undefined;
    this.queue = new Promise((resolve) => {
      release = resolve;
    });
    try {
      return await work();
    } finally {
      this.queue = undefined;
      release();
    }
  }
}
