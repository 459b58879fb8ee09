import type { Context } from '../../context.js';
import type { AcceptSeatInvitationInput } from '../../generated/graphql.js';
import type { AccountRecord } from '../Account.js';
import { Account } from '../Account.js';
import { recordAct } from '../audit/recordAct.js';
import { defaultsOf } from '../countryDefaults.js';
import { limits, placeOf, tooMany } from '../limits.js';
import { organisationFromWithin } from '../organisations.js';
import { Person } from '../Person.js';
import type { SeatChangedMeanwhile, TooManyAttempts } from '../refusals.js';
import { InvitationAnswered, InvitationNotValid, LastAdministrator, SignInFirst } from '../refusals.js';
import { Seat } from '../Seat.js';
import type { SeatRecord } from '../Seat.js';
import type { SeatHoldingRecord } from '../SeatHolding.js';
import { beginHolding, changedMeanwhile, endHolding, holdingsAt, inSeatTurn, leavesAnAdministrator, openSeat } from '../seatHoldings.js';
import type { SeatInvitationRecord } from '../SeatInvitation.js';
import { SeatInvitation } from '../SeatInvitation.js';
import { invitationByToken } from '../seatInvitations.js';
import { sessionCache, startSession } from '../sessions.js';

type Refused = InvitationNotValid | InvitationAnswered | SignInFirst | SeatChangedMeanwhile | LastAdministrator | TooManyAttempts;

export async function acceptSeatInvitation(context: Context, { token }: AcceptSeatInvitationInput): Promise<SeatHoldingRecord | Refused> {
  const refusal = await tooMany(context, [limits.signInsFromOnePlace, placeOf(context)]);
  if (refusal) return refusal;
  const now = context.now();
  const invitation = await invitationByToken(token, now);
  if (invitation === null) return new InvitationNotValid(context.language);
  const known = await Account.findOne({ email: invitation.email }).lean<AccountRecord>();
  // A link that is good for 14 days opens no account that exists; that needs one of 15 minutes.
  if (known !== null && context.viewer?.accountId !== known.id) return new SignInFirst(context.language);

  const outcome = await inSeatTurn(invitation.organisationId, async () => {
    if (!(await SeatInvitation.exists({ _id: invitation._id, state: 'OPEN' }))) return new InvitationAnswered(context.language);
    const changed = await vacate(context, invitation, now);
    if (changed !== null) return changed;
    await SeatInvitation.updateOne({ _id: invitation._id }, { state: 'ACCEPTED', answeredAt: now });
    const account = known ?? (await openAccount(context, invitation, now));
    const seat = await seatFor(invitation, now);
    const holding = await beginHolding(seat, { personId: account.personId, isAdministrator: invitation.isAdministrator }, now);
    await recordAct({ accountId: account.id, personId: String(account.personId), seats: [], offices: [] }, now, {
      act: 'acceptSeatInvitation',
      subject: { type: 'Seat', id: String(seat._id) },
      onBehalfOf: String(invitation.organisationId),
      changes: [{ field: 'holder', before: null, after: String(account.personId) }],
    });
    return { account, holding };
  });
  if (!('holding' in outcome)) return outcome;
  sessionCache.forgetAll();
  if (known === null) await startSession(context, outcome.account, 'INVITATION');
  return outcome.holding;
}

/** Ends the holding that the invitation follows; answers with the refusal when the seat is not as it was then. */
async function vacate(
  context: Context,
  invitation: SeatInvitationRecord,
  now: Date,
): Promise<SeatChangedMeanwhile | LastAdministrator | null> {
  if (invitation.seatId === null) return null;
  const holdings = await holdingsAt(invitation.organisationId, now);
  const holder = holdings.find((holding) => String(holding.seatId) === String(invitation.seatId));
  if ((holder?.id ?? null) !== (invitation.replacesHoldingId && String(invitation.replacesHoldingId)))
    return changedMeanwhile(context, invitation.seatId);
  if (holder === undefined) return null;
  if (!invitation.isAdministrator && !leavesAnAdministrator(holdings, holder)) return new LastAdministrator(context.language);
  await endHolding(holder, now);
  return null;
}

async function openAccount(context: Context, invitation: SeatInvitationRecord, now: Date): Promise<AccountRecord> {
  const country = organisationFromWithin(String(invitation.organisationId), context.language)?.country ?? null;
  const person = await Person.create({ name: invitation.name });
  const account = await Account.create({
    ...defaultsOf(country),
    personId: person._id,
    email: invitation.email,
    language: invitation.language,
    openedAt: now,
  });
  return account.toObject<AccountRecord>({ virtuals: true });
}

async function seatFor(invitation: SeatInvitationRecord, now: Date): Promise<SeatRecord> {
  const seat = invitation.seatId && (await Seat.findById(invitation.seatId).lean<SeatRecord>());
  return seat ?? openSeat(invitation.organisationId, invitation.kind, now);
}
