import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { ChangeContactDetailInput } from '../../generated/graphql.js';
import { notFound } from '../../platform/errors.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { inTransaction } from '../../platform/transaction.js';
import { recordAct } from '../audit/recordAct.js';
import { checkedValue } from '../contact-details/checkedValue.js';
import type { ContactDetailRecord } from '../contact-details/ContactDetail.js';
import { ContactDetail } from '../contact-details/ContactDetail.js';
import { ownContactDetail } from '../contact-details/ownContactDetail.js';

export async function changeContactDetail(context: Context, input: ChangeContactDetailInput): Promise<ContactDetailRecord | InvalidInput> {
  const viewer = signedInViewer(context);
  const detail = await ownContactDetail(context, input.contactDetailId);
  const check = new InputCheck(context.language);
  const value = input.value == null ? detail.value : checkedValue(check, detail.kind, input.value);
  if (check.refusal) return check.refusal;
  const visibility = input.visibility ?? detail.visibility;
  return inTransaction(async () => {
    const changed = await ContactDetail.findOneAndUpdate(
      { _id: detail._id },
      { value, visibility },
      { returnDocument: 'after' },
    ).lean<ContactDetailRecord>();
    if (changed === null) throw notFound();
    await recordAct(viewer, context.now(), {
      act: 'changeContactDetail',
      subject: { type: 'ContactDetail', id: detail.id },
      ...(detail.organisationId === null ? {} : { onBehalfOf: String(detail.organisationId) }),
      changes: [{ field: 'visibility', before: detail.visibility, after: visibility }],
    });
    return changed;
  });
}
