import type { Context } from '../../context.js';
import type { WithdrawConsentInput } from '../../generated/graphql.js';
import { notFound } from '../../platform/errors.js';
import { inTransaction } from '../../platform/transaction.js';
import { recordAct } from '../audit/recordAct.js';
import { NoValidConsent } from '../refusals.js';
import type { ChildRecordRecord } from '../safeguarding/ChildRecord.js';
import { ChildRecord } from '../safeguarding/ChildRecord.js';
import { isValidAt } from '../safeguarding/consent.js';
import { recordById, safeguardingLead } from '../safeguarding/openRecord.js';

export async function withdrawConsent(context: Context, input: WithdrawConsentInput): Promise<ChildRecordRecord | NoValidConsent> {
  const viewer = safeguardingLead(context);
  const now = context.now();
  return inTransaction(async () => {
    const record = await recordById(input.childRecordId);
    const isMeant = (consent: ChildRecordRecord['consents'][number]) => consent.purpose === input.purpose && isValidAt(consent, now);
    if (!record.consents.some(isMeant)) return new NoValidConsent(context.language);
    const consents = record.consents.map((consent) => (isMeant(consent) ? { ...consent, withdrawnAt: now } : consent));
    const changed = await ChildRecord.findOneAndUpdate(
      { _id: record._id },
      { consents },
      { returnDocument: 'after' },
    ).lean<ChildRecordRecord>();
    if (changed === null) throw notFound();
    await recordAct(viewer, now, {
      act: 'withdrawConsent',
      subject: { type: 'ChildRecord', id: record.id },
      changes: [{ field: input.purpose, before: null, after: now.toISOString() }],
    });
    return changed;
  });
}
