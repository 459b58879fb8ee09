import type { Document } from '../../bson/values.js';
import { errorCodes } from '../../errors.js';
import { asMongoError } from '../error-reply.js';
import { fieldsOf, int } from '../fields.js';

/** These end the whole command instead of being listed beside the statement that met them. */
const endTheCommand: ReadonlySet<number> = new Set([
  errorCodes.WriteConflict,
  errorCodes.MaxTimeMSExpired,
  errorCodes.Interrupted,
  errorCodes.InternalError,
  errorCodes.InterruptedAtShutdown,
]);

/** The statements of a batch that failed. */
export class WriteErrors {
  readonly list: Document[] = [];

  /** Notes the error of the statement at `index`; throws it on where it ends the whole command. */
  add(index: number, thrown: unknown): void {
    const error = asMongoError(thrown);
    if (endTheCommand.has(error.code)) throw error;
    const { keyPattern, keyValue, errInfo } = error.details;
    this.list.push(fieldsOf({ index: int(index), code: int(error.code), keyPattern, keyValue, errInfo, errmsg: error.message }));
  }

  get any(): boolean {
    return this.list.length > 0;
  }
}
