import { defaultFirstBatch } from '../../cursors/BatchSource.js';
import type { CursorBatch, CursorSource } from '../../cursors/OpenCursor.js';
import type { Reply } from '../../wire/reply.js';
import { cursorReply } from '../Command.js';
import type { Request } from '../Request.js';

export interface CursorRequest {
  readonly namespace: string;
  readonly source: CursorSource;
  readonly batchSize: number | undefined;
  readonly singleBatch?: boolean | undefined;
  readonly neverTimesOut?: boolean | undefined;
  readonly awaitsData?: boolean | undefined;
}

/** Answers with the first batch, and keeps the cursor open where more may come. */
export const answerWithCursor = (request: Request, opening: CursorRequest): Reply | Promise<Reply> => {
  const filled = opening.source.next(opening.batchSize ?? defaultFirstBatch, 0);
  return filled instanceof Promise ? filled.then((batch) => answerWith(batch, request, opening)) : answerWith(filled, request, opening);
};

const answerWith = (batch: CursorBatch, request: Request, opening: CursorRequest): Reply => {
  const { namespace, source } = opening;
  let id = 0n;
  if (batch.exhausted || opening.singleBatch) source.close();
  else {
    request.timeLimit.pause();
    ({ id } = request.server.cursors.open({
      namespace,
      source,
      sessionKey: request.session?.key,
      transaction: request.transaction,
      timeLimit: request.timeLimit,
      neverTimesOut: opening.neverTimesOut ?? false,
      awaitsData: opening.awaitsData ?? false,
    }));
  }
  return cursorReply({
    id,
    namespace,
    batchField: 'firstBatch',
    batch: batch.documents,
    postBatchResumeToken: batch.postBatchResumeToken,
  });
};
