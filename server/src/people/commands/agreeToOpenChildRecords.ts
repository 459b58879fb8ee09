import type { Context } from '../../context.js';
import type { AgreeToOpenChildRecordsInput } from '../../generated/graphql.js';
import type { NoAnswer } from '../safeguarding/answerOpening.js';
import { answerOpening } from '../safeguarding/answerOpening.js';
import type { ChildRecordsOpeningRecord } from '../safeguarding/ChildRecordsOpening.js';

export async function agreeToOpenChildRecords(
  context: Context,
  { openingId }: AgreeToOpenChildRecordsInput,
): Promise<ChildRecordsOpeningRecord | NoAnswer> {
  return answerOpening(context, openingId, null);
}
