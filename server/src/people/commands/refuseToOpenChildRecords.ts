import type { Context } from '../../context.js';
import type { RefuseToOpenChildRecordsInput } from '../../generated/graphql.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { checkedReason } from '../reason.js';
import type { NoAnswer } from '../safeguarding/answerOpening.js';
import { answerOpening } from '../safeguarding/answerOpening.js';
import type { ChildRecordsOpeningRecord } from '../safeguarding/ChildRecordsOpening.js';
import { safeguardingLead } from '../safeguarding/openRecord.js';

export async function refuseToOpenChildRecords(
  context: Context,
  input: RefuseToOpenChildRecordsInput,
): Promise<ChildRecordsOpeningRecord | InvalidInput | NoAnswer> {
  safeguardingLead(context);
  const check = new InputCheck(context.language);
  const reason = checkedReason(check, input.reason, true);
  return check.refusal ?? answerOpening(context, input.openingId, reason);
}
