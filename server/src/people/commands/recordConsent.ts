import type { Context } from '../../context.js';
import type { RecordConsentInput } from '../../generated/graphql.js';
import { notFound } from '../../platform/errors.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { inTransaction } from '../../platform/transaction.js';
import { words } from '../../platform/words.js';
import { recordAct } from '../audit/recordAct.js';
import { ChildRecordsClosed } from '../safeguarding/refusals.js';
import { twoYearsAfter } from '../safeguarding/checkedRecord.js';
import type { ChildRecordRecord } from '../safeguarding/ChildRecord.js';
import { ChildRecord } from '../safeguarding/ChildRecord.js';
import { dayOf } from '../safeguarding/consent.js';
import { openedStore } from '../safeguarding/openings.js';
import { recordById } from '../safeguarding/openRecord.js';

const notSignedYet = words({
  en: 'A consent is recorded once it is signed, not before.',
  fr: 'Un consentement est enregistré une fois signé, pas avant.',
  es: 'Un consentimiento se registra una vez firmado, no antes.',
  ar: 'تُسجَّل الموافقة بعد توقيعها لا قبله.',
});
const holdsTooLong = words({
  en: 'A consent holds for two years at most after both have signed.',
  fr: 'Un consentement vaut deux ans au plus après les deux signatures.',
  es: 'Un consentimiento vale dos años como máximo desde que ambos firman.',
  ar: 'تسري الموافقة سنتين على الأكثر بعد توقيع الطرفين.',
});

export async function recordConsent(
  context: Context,
  input: RecordConsentInput,
): Promise<ChildRecordRecord | InvalidInput | ChildRecordsClosed> {
  const store = await openedStore(context);
  if (store instanceof ChildRecordsClosed) return store;
  const { viewer, opening } = store;
  const record = await recordById(input.childRecordId);
  const { purpose, childSignedOn, guardianSignedOn, expiresOn } = input;
  const today = dayOf(context.now());
  const bothSignedOn = childSignedOn > guardianSignedOn ? childSignedOn : guardianSignedOn;
  const check = new InputCheck(context.language);
  check.that(childSignedOn <= today, 'childSignedOn', notSignedYet);
  check.that(guardianSignedOn <= today, 'guardianSignedOn', notSignedYet);
  check.that(bothSignedOn <= expiresOn && expiresOn <= twoYearsAfter(bothSignedOn), 'expiresOn', holdsTooLong);
  if (check.refusal) return check.refusal;
  const consent = { purpose, childSignedOn, guardianSignedOn, expiresOn, withdrawnAt: null };
  return inTransaction(async () => {
    const changed = await ChildRecord.findOneAndUpdate(
      { _id: record._id },
      { $push: { consents: { $each: [consent], $position: 0 } } },
      { returnDocument: 'after' },
    ).lean<ChildRecordRecord>();
    if (changed === null) throw notFound();
    await recordAct(viewer, context.now(), {
      act: 'recordConsent',
      subject: { type: 'ChildRecord', id: record.id },
      reason: opening.reason,
      changes: [{ field: purpose, before: null, after: expiresOn }],
    });
    return changed;
  });
}
