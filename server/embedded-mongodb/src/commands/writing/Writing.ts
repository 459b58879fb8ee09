import { setImmediate as nextTurn } from 'node:timers/promises';
import { DocumentLocked } from '../../storage/errors.js';
import type { Session } from '../../sessions/Session.js';
import { encodeSessionRecord } from '../../sessions/session-record.js';
import type { StatementOutcome } from '../../sessions/statement-outcome.js';
import type { Unit } from '../../storage/Unit.js';
import type { Scope } from '../reading/scope.js';
import { scopeOf } from '../reading/scope.js';
import type { Request } from '../Request.js';
import { outwait } from './outwait.js';

const sliceMs = 25;
/** Where a series of items had to wait, and for whom. */
interface Stop {
  readonly index: number;
  readonly obstacle: Promise<void> | undefined;
}

/**
 * The writes of one command. Outside a transaction they are committed at the end, and whenever the command must let others run: while an
 * open transaction holds a document that it wants, and after each time slice of a long batch.
 */
export class Writing {
  private current: Unit;
  private sliceEnd = performance.now() + sliceMs;
  private knownScope: Scope | undefined;
  private readonly uncommitted = new Map<number, StatementOutcome>();

  constructor(readonly request: Request) {
    this.current = request.transaction?.unit ?? this.freshUnit();
  }

  get scope(): Scope {
    this.knownScope ??= scopeOf(this.request);
    return this.knownScope;
  }

  get unit(): Unit {
    return this.current;
  }

  /** Does one thing to one document, again and again while an open transaction stands in its way. */
  attempt<T>(work: (unit: Unit) => T): T | Promise<T> {
    let result: { readonly value: T } | undefined;
    const done = this.each([work], (unit, item) => {
      result = { value: item(unit) };
    });
    const value = (): T => (result as { readonly value: T }).value;
    return done ? done.then(value) : value();
  }

  /**
   * Does one thing to each item, without a pause where it can be. Where the work must wait for others, what was done is committed
   * first, and the rest is committed with its last item: nothing that was read before a wait is relied upon after it.
   */
  each<Item>(items: readonly Item[], work: (unit: Unit, item: Item) => void): Promise<void> | undefined {
    const stopped = this.eachUntilWait(items, 0, work);
    return stopped && this.eachInTurns(items, stopped, work);
  }

  /** The outcome of a statement that this session has carried out before. */
  outcomeOf(statement: number): StatementOutcome | undefined {
    return this.request.retryable ? this.request.session?.outcomes.get(statement) : undefined;
  }

  record(statement: number, outcome: StatementOutcome): void {
    if (this.request.retryable) this.uncommitted.set(statement, outcome);
  }

  /** To be called between statements: gives others a turn when the time slice is used up. */
  pauseIfLong(): Promise<void> | undefined {
    return performance.now() < this.sliceEnd ? undefined : this.pause();
  }

  /** Resolves when everything written so far is durable; in a transaction that is the business of its commit. */
  async finish(): Promise<void> {
    const { session, transaction } = this.request;
    if (transaction) return;
    if (session && this.uncommitted.size > 0 && this.current.hasChanges) this.keepOutcomes(session);
    await this.current.commit();
    for (const [statement, outcome] of this.uncommitted) session?.outcomes.set(statement, outcome);
    this.uncommitted.clear();
  }

  /** A write that is sent again after a restart must not be carried out twice. */
  private keepOutcomes(session: Session): void {
    const { key, outcomes, transactionNumber } = session;
    const all = outcomes.size === 0 ? this.uncommitted : new Map([...outcomes, ...this.uncommitted]);
    this.current.keepSessionRecord(key, encodeSessionRecord({ transactionNumber, isCommit: false, outcomes: all }));
  }

  private async pause(): Promise<void> {
    if (this.request.transaction) await nextTurn();
    else await this.commitAndRenew();
    this.sliceEnd = performance.now() + sliceMs;
  }

  private eachUntilWait<Item>(items: readonly Item[], from: number, work: (unit: Unit, item: Item) => void): Stop | undefined {
    for (let index = from; index < items.length; index += 1) {
      if (index > from && performance.now() > this.sliceEnd) return { index, obstacle: undefined };
      this.request.timeLimit.deadline.tick();
      try {
        work(this.current, items[index] as Item);
      } catch (error) {
        if (this.request.transaction || !(error instanceof DocumentLocked)) throw error;
        return { index, obstacle: error.released };
      }
    }
    return undefined;
  }

  private async eachInTurns<Item>(items: readonly Item[], first: Stop, work: (unit: Unit, item: Item) => void): Promise<void> {
    for (let stopped: Stop | undefined = first; stopped; stopped = this.eachUntilWait(items, stopped.index, work)) {
      await this.pause();
      if (stopped.obstacle) await outwait(stopped.obstacle, this.request.timeLimit);
    }
    if (!this.request.transaction) await this.commitAndRenew();
  }

  private async commitAndRenew(): Promise<void> {
    await this.finish();
    this.current = this.freshUnit();
  }

  private freshUnit(): Unit {
    return this.request.server.store.unit({ snapshot: false });
  }
}
