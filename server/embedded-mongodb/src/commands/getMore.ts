import type { CursorBatch, OpenCursor } from '../cursors/OpenCursor.js';
import { MongoError, errorCodes, fail } from '../errors.js';
import { withChangeStreamLabel } from './error-labels.js';
import { stringArgument, wholeNumberArgument } from './arguments.js';
import type { Command } from './Command.js';
import { cursorReply } from './Command.js';
import { collectionNamespace } from './namespace.js';
import type { Request } from './Request.js';

const usualAwaitMs = 1_000;

export const getMore: Command = {
  name: 'getMore',
  arguments: { collection: 'string', batchSize: 'number', term: 'number', lastKnownCommittedOpTime: 'document' },
  inTransactions: true,
  inApiVersion1: true,
  run: async (request) => {
    const id = request.body.get('getMore');
    if (typeof id !== 'bigint') return fail('TypeMismatch', "BSON field 'getMore.getMore' is the wrong type, expected type 'long'");
    const { cursors } = request.server;
    const cursor = cursors.take(id);
    let keep = true;
    try {
      check(cursor, request);
      request.server.failPoints?.interceptGetMore(request.connection);
      const batch = await nextBatch(cursor, request);
      keep = !batch.exhausted;
      return cursorReply({
        id: keep ? cursor.id : 0n,
        namespace: cursor.namespace,
        batchField: 'nextBatch',
        batch: batch.documents,
        postBatchResumeToken: batch.postBatchResumeToken,
      });
    } catch (error) {
      keep = error instanceof MongoError && keptAfter.has(error.code);
      throw cursor.awaitsData ? withChangeStreamLabel(error) : error;
    } finally {
      cursors.giveBack(cursor, keep);
    }
  },
};

/** A getMore that was put wrongly leaves the cursor for one that is put rightly. */
const keptAfter: ReadonlySet<number> = new Set([errorCodes.BadValue, errorCodes.Unauthorized, 50736, 50737, 50738, 50740, 50741]);

const nextBatch = async (cursor: OpenCursor, request: Request): Promise<CursorBatch> => {
  const batchSize = wholeNumberArgument(request.body, 'batchSize') || Infinity;
  const awaitMs = cursor.awaitsData ? awaitTime(request) : 0;
  cursor.timeLimit.resume();
  try {
    return await cursor.source.next(batchSize, awaitMs);
  } finally {
    cursor.timeLimit.pause();
  }
};

const awaitTime = (request: Request): number =>
  request.body.has('maxTimeMS') ? Math.min(request.timeLimit.remainingMs, 2 ** 31 - 1) : usualAwaitMs;

const check = (cursor: OpenCursor, request: Request): void => {
  const namespace = collectionNamespaceOf(request, cursor);
  if (namespace !== cursor.namespace)
    fail('Unauthorized', `Requested getMore on namespace '${namespace}', but cursor belongs to a different namespace ${cursor.namespace}`);
  if (!cursor.awaitsData && request.body.has('maxTimeMS'))
    fail('BadValue', 'cannot set maxTimeMS on getMore command for a non-awaitData cursor');
  const { session, transaction } = request;
  if (cursor.sessionKey !== undefined && !session)
    throw new MongoError(50736, `Cannot run getMore on cursor ${cursor.id}, which was created in a session, without an lsid`);
  if (cursor.sessionKey === undefined && session)
    throw new MongoError(50737, `Cannot run getMore on cursor ${cursor.id}, which was not created in a session, in a session`);
  if (cursor.sessionKey !== session?.key)
    throw new MongoError(50738, `Cannot run getMore on cursor ${cursor.id}, which was created in another session`);
  if (cursor.transaction && !transaction)
    throw new MongoError(50740, `Cannot run getMore on cursor ${cursor.id}, which was created in a transaction, without a txnNumber`);
  if (cursor.transaction !== transaction)
    throw new MongoError(50741, `Cannot run getMore on cursor ${cursor.id}, which was not created in this transaction`);
};

/** Cursors of commands without a collection have names such as `$cmd.aggregate`, which no collection has. */
const collectionNamespaceOf = (request: Request, cursor: OpenCursor): string => {
  const collection = stringArgument(request.body, 'collection') ?? '';
  const namespace = `${request.database}.${collection}`;
  return namespace === cursor.namespace ? namespace : collectionNamespace(request.database, collection);
};
