import { randomBytes } from 'node:crypto';
import { MongoError, errorCodes, fail } from '../errors.js';
import type { Transaction } from '../sessions/Transaction.js';
import type { OpenCursor } from './OpenCursor.js';

export const maxOpenCursors = 10_000;
const idleTimeoutMs = 10 * 60_000;
const sweepEveryMs = 30_000;

interface Entry {
  readonly cursor: OpenCursor;
  lastUsed: number;
  inUse: boolean;
  killed: boolean;
}

/** The cursors that wait for a getMore: bounded in number, and closed when nobody asks for them. */
export class Cursors {
  private readonly entries = new Map<bigint, Entry>();
  private readonly sweeper: NodeJS.Timeout;

  constructor() {
    this.sweeper = setInterval(() => this.sweep(), sweepEveryMs);
    this.sweeper.unref();
  }

  get count(): number {
    return this.entries.size;
  }

  open(cursor: Omit<OpenCursor, 'id'>): OpenCursor {
    if (this.entries.size >= maxOpenCursors) {
      cursor.source.close();
      throw new MongoError(errorCodes.CommandFailed, `embedded server: ${maxOpenCursors} cursors are open already`);
    }
    const opened = { ...cursor, id: this.freeId() };
    this.entries.set(opened.id, { cursor: opened, lastUsed: Date.now(), inUse: false, killed: false });
    return opened;
  }

  /** Takes a cursor for one getMore; `giveBack` must follow. */
  take(id: bigint): OpenCursor {
    const entry = this.entries.get(id);
    if (!entry) return fail('CursorNotFound', `cursor id ${id} not found`);
    if (entry.inUse) throw new MongoError(12051, `cursor id ${id} is already in use`, 'CursorInUse');
    entry.inUse = true;
    return entry.cursor;
  }

  giveBack(cursor: OpenCursor, keep: boolean): void {
    const entry = this.entries.get(cursor.id);
    if (!entry) return;
    entry.inUse = false;
    entry.lastUsed = Date.now();
    if (!keep || entry.killed) this.close(entry);
  }

  find(id: bigint): OpenCursor | undefined {
    return this.entries.get(id)?.cursor;
  }

  /** False when there is no such cursor. One that a getMore is using ends after it. */
  kill(id: bigint): boolean {
    const entry = this.entries.get(id);
    if (!entry) return false;
    if (entry.inUse) {
      entry.killed = true;
      entry.cursor.source.interrupt?.();
    } else this.close(entry);
    return true;
  }

  killWhere(condition: (cursor: OpenCursor) => boolean): void {
    for (const { cursor } of this.entries.values()) if (condition(cursor)) this.kill(cursor.id);
  }

  killOfTransaction(transaction: Transaction): void {
    this.killWhere((cursor) => cursor.transaction === transaction);
  }

  closeAll(): void {
    clearInterval(this.sweeper);
    for (const entry of this.entries.values()) {
      entry.cursor.source.interrupt?.();
      this.close(entry);
    }
  }

  private close(entry: Entry): void {
    this.entries.delete(entry.cursor.id);
    entry.cursor.source.close();
  }

  private sweep(): void {
    const oldest = Date.now() - idleTimeoutMs;
    for (const entry of this.entries.values())
      if (entry.lastUsed < oldest && !entry.inUse && !entry.cursor.neverTimesOut) this.close(entry);
  }

  private freeId(): bigint {
    let id = 0n;
    while (id === 0n || this.entries.has(id)) id = randomBytes(8).readBigInt64LE() & 0x7fff_ffff_ffff_ffffn;
    return id;
  }
}
