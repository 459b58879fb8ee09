import type { Document } from '../bson/values.js';
import type { ClientConnection } from '../wire/ClientConnection.js';
import type { Session } from '../sessions/Session.js';
import type { Transaction } from '../sessions/Transaction.js';
import type { Unit } from '../storage/Unit.js';
import type { ServerContext } from './ServerContext.js';
import type { TimeLimit } from './TimeLimit.js';

/** One command as it came, with everything that its session says about it. */
export interface Request {
  readonly server: ServerContext;
  readonly connection: ClientConnection;
  /** The name by which it was called, an alias perhaps. */
  readonly name: string;
  readonly database: string;
  readonly body: Document;
  /** Undecoded documents that came beside the body, by argument name. */
  readonly sequences: ReadonlyMap<string, readonly Buffer[]>;
  readonly timeLimit: TimeLimit;
  readonly session: Session | undefined;
  /** The multi-document transaction that the command belongs to. */
  readonly transaction: Transaction | undefined;
  /** The command is a write that its driver may send again: its outcomes stand in the session. */
  readonly retryable: boolean;
}

/** Where a command reads: its transaction's snapshot, or the newest committed state. */
export const readingUnit = (request: Request): Unit => request.transaction?.unit ?? request.server.store.unit({ snapshot: false });
