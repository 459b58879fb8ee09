import type { Context } from '../../context.js';
import type { RegisterChildAdvisorInput } from '../../generated/graphql.js';
import { notFound } from '../../platform/errors.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { inTurn } from '../../platform/inTurn.js';
import { words } from '../../platform/words.js';
import { recordAct } from '../audit/recordAct.js';
import { findOrganisation } from '../organisations.js';
import { ChildRecordsClosed } from '../safeguarding/refusals.js';
import { checkRecord } from '../safeguarding/checkedRecord.js';
import type { ChildRecordRecord } from '../safeguarding/ChildRecord.js';
import { ChildRecord } from '../safeguarding/ChildRecord.js';
import { openedStore } from '../safeguarding/openings.js';
import { recordOfPseudonym } from '../safeguarding/openRecord.js';

const pseudonymTaken = words({
  en: 'Another child advisor has this pseudonym. Choose one that nobody has.',
  fr: 'Un autre enfant conseiller porte ce pseudonyme. Choisissez-en un que personne ne porte.',
  es: 'Otro niño consejero tiene este seudónimo. Elija uno que nadie tenga.',
  ar: 'هذا الاسم المستعار لطفل مستشار آخر. اختر اسمًا لا يحمله أحد.',
});

export async function registerChildAdvisor(
  context: Context,
  input: RegisterChildAdvisorInput,
): Promise<ChildRecordRecord | InvalidInput | ChildRecordsClosed> {
  const store = await openedStore(context);
  if (store instanceof ChildRecordsClosed) return store;
  const { viewer, opening } = store;
  if (findOrganisation(input.supportingOrganisationId, viewer, context.language) === null) throw notFound();
  return inTurn('pseudonyms of child advisors', async () => {
    const check = new InputCheck(context.language);
    checkRecord(check, input);
    check.that((await recordOfPseudonym(input.pseudonym)) === null, 'pseudonym', pseudonymTaken);
    if (check.refusal) return check.refusal;
    const record = await ChildRecord.create(input);
    const { reason } = opening;
    await recordAct(viewer, context.now(), { act: 'registerChildAdvisor', subject: { type: 'ChildRecord', id: record.id }, reason });
    return record.toObject<ChildRecordRecord>({ virtuals: true });
  });
}
