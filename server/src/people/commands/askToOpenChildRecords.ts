import type { Context } from '../../context.js';
import type { AskToOpenChildRecordsInput } from '../../generated/graphql.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { recordAct } from '../audit/recordAct.js';
import { limits, tooMany } from '../limits.js';
import { postOpeningAsked } from '../mails/openingNotices.js';
import { checkedReason } from '../reason.js';
import type { TooManyAttempts } from '../refusals.js';
import { OpeningUnderWay, SecondLeadMissing } from '../safeguarding/refusals.js';
import type { ChildRecordsOpeningRecord } from '../safeguarding/ChildRecordsOpening.js';
import { ChildRecordsOpening } from '../safeguarding/ChildRecordsOpening.js';
import { waitsFor } from '../safeguarding/opening.js';
import { inOpeningTurn, leadsAt, openingUnderWay } from '../safeguarding/openings.js';
import { safeguardingLead } from '../safeguarding/openRecord.js';

export async function askToOpenChildRecords(
  context: Context,
  input: AskToOpenChildRecordsInput,
): Promise<ChildRecordsOpeningRecord | InvalidInput | OpeningUnderWay | SecondLeadMissing | TooManyAttempts> {
  const viewer = safeguardingLead(context);
  const check = new InputCheck(context.language);
  const reason = checkedReason(check, input.reason, true);
  if (reason === null || check.refusal) return check.refusal as InvalidInput;
  const askedAt = context.now();
  return inOpeningTurn(async () => {
    const others = [...(await leadsAt(askedAt))].filter((personId) => personId !== viewer.personId);
    if (others.length === 0) return new SecondLeadMissing(context.language);
    const underWay = await openingUnderWay(context);
    if (underWay) return new OpeningUnderWay(context.language, underWay);
    // Each opening that is asked for writes to the other one and into the audit trail, taken back or not.
    const refusal = await tooMany(context, [limits.openingsByOnePerson, viewer.personId]);
    if (refusal) return refusal;
    const lapsesAt = new Date(askedAt.getTime() + waitsFor);
    const opening = await ChildRecordsOpening.create({ reason, askedById: viewer.personId, askedAt, lapsesAt });
    await recordAct(viewer, askedAt, { act: 'askToOpenChildRecords', subject: { type: 'ChildRecordsOpening', id: opening.id }, reason });
    for (const other of others) await postOpeningAsked(context, other, viewer.personId);
    return opening.toObject<ChildRecordsOpeningRecord>({ virtuals: true });
  });
}
