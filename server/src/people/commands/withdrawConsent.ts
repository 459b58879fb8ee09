import type { Context } from '../../context.js';
import type { WithdrawConsentInput } from '../../generated/graphql.js';
import { notFound } from '../../platform/errors.js';
import { inTransaction } from '../../platform/transaction.js';
import { recordAct } from '../audit/recordAct.js';
import { ChildRecordsClosed, NoValidConsent } from '../safeguarding/refusals.js';
import type { ChildRecordRecord, ConsentPurpose, ConsentRecord } from '../safeguarding/ChildRecord.js';
import { ChildRecord } from '../safeguarding/ChildRecord.js';
import { isValidAt } from '../safeguarding/consent.js';
import { openedStore } from '../safeguarding/openings.js';
import { recordOfPseudonym, safeguardingLead } from '../safeguarding/openRecord.js';

interface ConsentWithdrawn {
  readonly __typename: 'ConsentWithdrawn';
  readonly pseudonym: string;
  readonly purpose: ConsentPurpose;
  readonly withdrawnAt: Date;
  readonly record: ChildRecordRecord | null;
}

/** What protects a child waits for nobody: one of the two is enough, whether the restricted store is open or not. */
export async function withdrawConsent(
  context: Context,
  { pseudonym, purpose }: WithdrawConsentInput,
): Promise<ConsentWithdrawn | NoValidConsent> {
  const viewer = safeguardingLead(context);
  const store = await openedStore(context);
  const withdrawnAt = context.now();
  return inTransaction(async () => {
    const record = await recordOfPseudonym(pseudonym);
    const isMeant = (consent: ConsentRecord) => consent.purpose === purpose && isValidAt(consent, withdrawnAt);
    if (!record?.consents.some(isMeant)) return new NoValidConsent(context.language);
    const consents = record.consents.map((consent) => (isMeant(consent) ? { ...consent, withdrawnAt } : consent));
    const changed = await ChildRecord.findOneAndUpdate(
      { _id: record._id },
      { consents },
      { returnDocument: 'after' },
    ).lean<ChildRecordRecord>();
    if (changed === null) throw notFound();
    await recordAct(viewer, withdrawnAt, {
      act: 'withdrawConsent',
      subject: { type: 'ChildRecord', id: record.id },
      changes: [{ field: purpose, before: null, after: withdrawnAt.toISOString() }],
    });
    const shown = store instanceof ChildRecordsClosed ? null : changed;
    return { __typename: 'ConsentWithdrawn', pseudonym: record.pseudonym, purpose, withdrawnAt, record: shown };
  });
}
