import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { AddContactDetailInput } from '../../generated/graphql.js';
import { authorize, notFound } from '../../platform/errors.js';
import { inTurn } from '../../platform/inTurn.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { recordAct } from '../audit/recordAct.js';
import { checkedValue } from '../contact-details/checkedValue.js';
import type { ContactDetailRecord } from '../contact-details/ContactDetail.js';
import { ContactDetail } from '../contact-details/ContactDetail.js';
import { findOrganisation } from '../organisations.js';
import { canKeepContactDetailsOf } from '../policy.js';
import { TooManyContactDetails } from '../refusals.js';

const most = 20;

export async function addContactDetail(
  context: Context,
  input: AddContactDetailInput,
): Promise<ContactDetailRecord | InvalidInput | TooManyContactDetails> {
  const viewer = signedInViewer(context);
  const { organisationId, kind, visibility } = input;
  if (organisationId != null && findOrganisation(organisationId, viewer, context.language) === null) throw notFound();
  const owner = organisationId == null ? { personId: viewer.personId } : { organisationId };
  authorize(canKeepContactDetailsOf(viewer, owner));
  const check = new InputCheck(context.language);
  const value = checkedValue(check, kind, input.value);
  if (check.refusal) return check.refusal;
  return inTurn(`contact details of ${organisationId ?? viewer.personId}`, async () => {
    if ((await ContactDetail.countDocuments(owner)) >= most) return new TooManyContactDetails(context.language);
    const detail = await ContactDetail.create({ ...owner, kind, value, visibility });
    await recordAct(viewer, context.now(), {
      act: 'addContactDetail',
      subject: { type: 'ContactDetail', id: detail.id },
      ...(organisationId == null ? {} : { onBehalfOf: organisationId }),
      changes: [{ field: 'visibility', before: null, after: visibility }],
    });
    return detail.toObject<ContactDetailRecord>({ virtuals: true });
  });
}
