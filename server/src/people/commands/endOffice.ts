import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { EndOfficeInput } from '../../generated/graphql.js';
import { authorize, notFound } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { recordAct } from '../audit/recordAct.js';
import type { OfficeRecord } from '../Office.js';
import { Office } from '../Office.js';
import { officesAt } from '../offices.js';
import { canEndOffice } from '../policy.js';
import { checkedReason } from '../reason.js';
import { LastOperator, OfficeEndedMeanwhile } from '../refusals.js';
import { sessionCache } from '../sessions.js';

export async function endOffice(
  context: Context,
  input: EndOfficeInput,
): Promise<OfficeRecord | InvalidInput | OfficeEndedMeanwhile | LastOperator> {
  const viewer = signedInViewer(context);
  const shown = isValidObjectId(input.officeId) ? await Office.findById(input.officeId).lean<OfficeRecord>() : null;
  if (shown === null) throw notFound();
  const personId = String(shown.personId);
  authorize(canEndOffice(viewer, { kind: shown.kind, personId }));
  const check = new InputCheck(context.language);
  const reason = checkedReason(check, input.reason, viewer.personId !== personId);
  if (check.refusal) return check.refusal;

  const now = context.now();
  const outcome = await inTurn('offices', async () => {
    const offices = await officesAt(now);
    if (!offices.some(({ id }) => id === shown.id)) return new OfficeEndedMeanwhile(context.language);
    const isLastOperator = shown.kind === 'OPERATOR' && offices.filter(({ kind }) => kind === 'OPERATOR').length === 1;
    if (isLastOperator) return new LastOperator(context.language);
    await recordAct(viewer, now, {
      act: 'endOffice',
      subject: { type: 'Office', id: shown.id },
      reason,
      changes: [{ field: 'endedAt', before: null, after: now.toISOString() }],
    });
    const ended = await Office.findOneAndUpdate({ _id: shown._id }, { endedAt: now }, { returnDocument: 'after' }).lean<OfficeRecord>();
    if (ended === null) throw notFound();
    return ended;
  });
  sessionCache.forgetPerson(personId);
  return outcome;
}
