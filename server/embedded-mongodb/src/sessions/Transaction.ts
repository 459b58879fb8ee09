import type { Unit } from '../storage/Unit.js';

export type TransactionState = 'inProgress' | 'committed' | 'aborted';

/** One multi-document transaction: a unit of work that outlives its commands. */
export class Transaction {
  private current: TransactionState = 'inProgress';
  private timer: NodeJS.Timeout | undefined;

  constructor(
    readonly number: bigint,
    readonly unit: Unit,
    lifetimeMs: number,
    private readonly ended: () => void,
  ) {
    this.timer = setTimeout(() => this.abort(), lifetimeMs);
    this.timer.unref();
  }

  get state(): TransactionState {
    return this.current;
  }

  /** Resolves when the transaction's writes are durable. A commit that fails leaves the transaction aborted. */
  async commit(): Promise<void> {
    this.stopTimer();
    try {
      await this.unit.commit();
      this.current = 'committed';
    } catch (error) {
      this.current = 'aborted';
      throw error;
    } finally {
      this.ended();
    }
  }

  abort(): void {
    if (this.current !== 'inProgress') return;
    this.stopTimer();
    this.current = 'aborted';
    this.unit.abort();
    this.ended();
  }

  private stopTimer(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
