import { defaultFirstBatch } from '../../cursors/BatchSource.js';
import type { CursorSource } from '../../cursors/OpenCursor.js';
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
export const answerWithCursor = async (request: Request, opening: CursorRequest): Promise<Reply> => {
  const { namespace, source, batchSize } = opening;
  const filled = source.next(batchSize ?? defaultFirstBatch, 0);
  const batch = filled instanceof Promise ? await filled : filled;
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
    ...(batch.postBatchResumeToken && { postBatchResumeToken: batch.postBatchResumeToken }),
  });
};
