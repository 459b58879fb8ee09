import { Binary } from '../bson/values.js';
import type { Document, Value } from '../bson/values.js';
import { MongoError, fail } from '../errors.js';
import type { Unit } from '../storage/Unit.js';
import { Session } from './Session.js';
import type { SessionRecord } from './session-record.js';
import { Transaction } from './Transaction.js';

export const sessionTimeoutMinutes = 30;
export const transactionLifetimeMs = 60_000;
const maxSessions = 1_000_000;
const sweepEveryMs = 60_000;

/** Every logical session that the server knows. */
export class Sessions {
  private readonly byKey = new Map<string, Session>();
  private readonly waitingForEnd = new Set<() => void>();
  private readonly sweeper: NodeJS.Timeout;
  private openTransactions = 0;

  constructor(
    private readonly forgotten: (session: Session) => void,
    private readonly lifetimeMs = transactionLifetimeMs,
    /** What was kept of a session, by its key. */
    private readonly recall: (key: string) => SessionRecord | undefined = () => undefined,
  ) {
    this.sweeper = setInterval(() => this.sweep(), sweepEveryMs);
    this.sweeper.unref();
  }

  get count(): number {
    return this.byKey.size;
  }

  get transactionsOpen(): number {
    return this.openTransactions;
  }

  /** The session of an `lsid`, made when it is new. */
  use(lsid: Document): Session {
    const key = sessionKey(lsid);
    let session = this.byKey.get(key);
    if (!session) {
      if (this.byKey.size >= maxSessions)
        throw new MongoError(
          261,
          'Unable to add session into the cache because the number of active sessions is too high',
          'TooManyLogicalSessions',
        );
      session = new Session(key);
      const record = this.recall(key);
      if (record) session.restore(record);
      this.byKey.set(key, session);
    }
    session.lastUsed = Date.now();
    return session;
  }

  startTransaction(session: Session, number: bigint, unit: Unit): Transaction {
    session.moveTo(number);
    this.openTransactions += 1;
    const transaction = new Transaction(number, unit, this.lifetimeMs, () => this.transactionEnded());
    session.transaction = transaction;
    return transaction;
  }

  /** Resolves when some transaction has ended, or after `patienceMs`, whichever comes first. */
  afterSomeTransaction(patienceMs: number): Promise<void> {
    return new Promise((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        this.waitingForEnd.delete(done);
        resolve();
      };
      const timer = setTimeout(done, patienceMs);
      this.waitingForEnd.add(done);
    });
  }

  end(lsid: Document): void {
    const session = this.byKey.get(sessionKey(lsid));
    if (session) this.forget(session);
  }

  endAll(): void {
    for (const session of this.byKey.values()) this.forget(session);
  }

  /** Aborts the session's transaction and leaves the session itself usable, as `killSessions` does. */
  kill(lsid: Document): void {
    const session = this.byKey.get(sessionKey(lsid));
    if (!session) return;
    session.transaction?.abort();
    this.forgotten(session);
  }

  killAll(): void {
    for (const session of this.byKey.values()) {
      session.transaction?.abort();
      this.forgotten(session);
    }
  }

  /** Each session as `$listLocalSessions` shows it. */
  list(): Document[] {
    return [...this.byKey.values()].map(({ key, lastUsed }) => {
      const id = new Binary(Buffer.from(key, 'latin1'), Binary.SUBTYPE_UUID);
      return new Map<string, Value>([
        ['_id', new Map<string, Value>([['id', id]])],
        ['lastUse', new Date(lastUsed)],
      ]);
    });
  }

  close(): void {
    clearInterval(this.sweeper);
    this.endAll();
  }

  private forget(session: Session): void {
    session.end();
    this.byKey.delete(session.key);
    this.forgotten(session);
  }

  private sweep(): void {
    const oldest = Date.now() - sessionTimeoutMinutes * 60_000;
    for (const session of this.byKey.values()) if (session.lastUsed < oldest && !session.isBusy) this.forget(session);
  }

  private transactionEnded(): void {
    this.openTransactions -= 1;
    for (const done of this.waitingForEnd) done();
  }
}

/** The session id's bytes as text; throws where `lsid` holds no UUID. */
export const sessionKey = (lsid: Document): string => {
  const id = lsid.get('id');
  if (!(id instanceof Binary) || id.sub_type !== Binary.SUBTYPE_UUID || id.length() !== 16)
    return fail('BadValue', "BSON field 'lsid.id' must be a UUID");
  const bytes = Buffer.isBuffer(id.buffer) ? id.buffer : Buffer.from(id.buffer);
  return bytes.toString('latin1', 0, 16);
};
