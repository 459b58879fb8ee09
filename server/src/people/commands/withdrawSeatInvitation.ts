import { isValidObjectId } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { WithdrawSeatInvitationInput } from '../../generated/graphql.js';
import { notFound } from '../../platform/errors.js';
import { recordAct } from '../audit/recordAct.js';
import { canInviteToSeat } from '../policy.js';
import { InvitationAnswered } from '../refusals.js';
import type { SeatInvitationRecord } from '../SeatInvitation.js';
import { SeatInvitation } from '../SeatInvitation.js';
import { inSeatTurn } from '../seatHoldings.js';

export async function withdrawSeatInvitation(
  context: Context,
  { invitationId }: WithdrawSeatInvitationInput,
): Promise<SeatInvitationRecord | InvitationAnswered> {
  const viewer = signedInViewer(context);
  const invitation = isValidObjectId(invitationId) ? await SeatInvitation.findById(invitationId).lean<SeatInvitationRecord>() : null;
  // Only those who may invite ever see an invitation, so for others there is none.
  if (invitation === null || !canInviteToSeat(viewer, String(invitation.organisationId))) throw notFound();
  const now = context.now();
  return inSeatTurn(invitation.organisationId, async () => {
    const withdrawn = await SeatInvitation.findOneAndUpdate(
      { _id: invitation._id, state: 'OPEN' },
      { state: 'WITHDRAWN', answeredAt: now },
      { returnDocument: 'after' },
    ).lean<SeatInvitationRecord>();
    if (withdrawn === null) return new InvitationAnswered(context.language);
    await recordAct(viewer, now, {
      act: 'withdrawSeatInvitation',
      subject: { type: 'SeatInvitation', id: invitation.id },
      onBehalfOf: String(invitation.organisationId),
    });
    return withdrawn;
  });
}
