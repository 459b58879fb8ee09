import type { Document } from '../bson/values.js';
import { MongoError, errorCodes } from '../errors.js';
import { fieldsOf, int } from './fields.js';

/** `{ ok: 0, errmsg, code, codeName }` for anything thrown. A fault of this server is an InternalError with the fault's own words. */
export const errorReply = (thrown: unknown, labels: readonly string[] = []): Document => {
  const error = asMongoError(thrown);
  const allLabels = [...new Set([...(error.details.labels ?? []), ...labels])];
  return fieldsOf({
    ok: 0,
    errmsg: error.message,
    code: int(error.code),
    codeName: error.codeName,
    keyPattern: error.details.keyPattern,
    keyValue: error.details.keyValue,
    errInfo: error.details.errInfo,
    errorLabels: allLabels.length > 0 ? allLabels : undefined,
  });
};

export const asMongoError = (thrown: unknown): MongoError => {
  if (thrown instanceof MongoError) return thrown;
  if (thrown instanceof RangeError && thrown.message.includes('call stack'))
    return new MongoError(15, 'the command is nested too deeply', 'Overflow');
  const message = thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown);
  return new MongoError(errorCodes.InternalError, `embedded server: ${message}`);
};
