import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { RemoveContactDetailInput } from '../../generated/graphql.js';
import { inTransaction } from '../../platform/transaction.js';
import { recordAct } from '../audit/recordAct.js';
import { ContactDetail } from '../contact-details/ContactDetail.js';
import { ownContactDetail } from '../contact-details/ownContactDetail.js';

interface ContactDetailRemoved {
  readonly __typename: 'ContactDetailRemoved';
  readonly contactDetailId: string;
}

export async function removeContactDetail(context: Context, { contactDetailId }: RemoveContactDetailInput): Promise<ContactDetailRemoved> {
  const viewer = signedInViewer(context);
  const detail = await ownContactDetail(context, contactDetailId);
  await inTransaction(async () => {
    await ContactDetail.deleteOne({ _id: detail._id });
    await recordAct(viewer, context.now(), {
      act: 'removeContactDetail',
      subject: { type: 'ContactDetail', id: detail.id },
      ...(detail.organisationId === null ? {} : { onBehalfOf: String(detail.organisationId) }),
    });
  });
  return { __typename: 'ContactDetailRemoved', contactDetailId };
}
