import type { Document } from '../bson/values.js';
import type { CursorReply, Reply } from '../wire/reply.js';
import type { ArgumentTable } from './arguments.js';
import type { Request } from './Request.js';

/** One command of the protocol. Each stands in a file of its own name and is entered in `command-table.ts`. */
export interface Command {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** Everything that may stand beside the arguments which every command takes; anything else is refused with 40415. */
  readonly arguments: ArgumentTable;
  /** Runs in the admin database alone. */
  readonly adminOnly?: boolean;
  /** May run in a multi-document transaction. */
  readonly inTransactions?: boolean;
  /** May carry a transaction number outside a transaction, so that a driver can send it again. */
  readonly retryable?: boolean;
  /** May be used with `apiStrict`. */
  readonly inApiVersion1?: boolean;
  readonly takesReadConcern?: boolean;
  readonly takesWriteConcern?: boolean;
  run(request: Request): Reply | Promise<Reply>;
}

const noFields: Document = new Map();

export const reply = (fields: Document = noFields): Reply => ({ fields });

export const cursorReply = (cursor: CursorReply, fields: Document = noFields): Reply => ({ fields, cursor });
