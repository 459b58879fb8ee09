import type { Context } from '../../context.js';
import type { DeclineSeatInvitationInput } from '../../generated/graphql.js';
import { recordAct } from '../audit/recordAct.js';
import { limits, placeOf, tooMany } from '../limits.js';
import type { TooManyAttempts } from '../refusals.js';
import { InvitationAnswered, InvitationNotValid } from '../refusals.js';
import { SeatInvitation } from '../SeatInvitation.js';
import { invitationByToken } from '../seatInvitations.js';
import { inSeatTurn } from '../seatHoldings.js';

interface SeatInvitationDeclined {
  readonly __typename: 'SeatInvitationDeclined';
  readonly declinedAt: Date;
}

export async function declineSeatInvitation(
  context: Context,
  { token }: DeclineSeatInvitationInput,
): Promise<SeatInvitationDeclined | InvitationNotValid | InvitationAnswered | TooManyAttempts> {
  const refusal = await tooMany(context, [limits.signInsFromOnePlace, placeOf(context)]);
  if (refusal) return refusal;
  const now = context.now();
  const invitation = await invitationByToken(token, now);
  if (invitation === null) return new InvitationNotValid(context.language);
  return inSeatTurn(invitation.organisationId, async () => {
    const { modifiedCount } = await SeatInvitation.updateOne(
      { _id: invitation._id, state: 'OPEN' },
      { state: 'DECLINED', answeredAt: now },
    );
    if (modifiedCount === 0) return new InvitationAnswered(context.language);
    await recordAct(null, now, {
      act: 'declineSeatInvitation',
      subject: { type: 'SeatInvitation', id: invitation.id },
      onBehalfOf: String(invitation.organisationId),
    });
    return { __typename: 'SeatInvitationDeclined' as const, declinedAt: now };
  });
}
