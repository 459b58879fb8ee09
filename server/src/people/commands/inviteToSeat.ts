import { isValidObjectId, Types } from 'mongoose';
import type { Context } from '../../context.js';
import { signedInViewer } from '../../context.js';
import type { InviteToSeatInput } from '../../generated/graphql.js';
import { authorize, notFound } from '../../platform/errors.js';
import type { Language } from '../../platform/language.js';
import { postMail } from '../../platform/mail/outbox.js';
import type { InvalidInput } from '../../platform/refusals.js';
import { InputCheck } from '../../platform/refusals.js';
import { recordAct } from '../audit/recordAct.js';
import { isEmail, normalisedEmail, notAnEmail } from '../email.js';
import { limits, tooMany } from '../limits.js';
import { seatInvitationMail } from '../mails/seatInvitationMail.js';
import { findOrganisation } from '../organisations.js';
import { Person } from '../Person.js';
import { checkedName } from '../personName.js';
import { canInviteToSeat } from '../policy.js';
import type { SeatChangedMeanwhile, TooManyAttempts } from '../refusals.js';
import { InvitationPending } from '../refusals.js';
import type { SeatRecord } from '../Seat.js';
import { Seat } from '../Seat.js';
import { changedMeanwhile, holdingsAt, inSeatTurn } from '../seatHoldings.js';
import type { SeatInvitationRecord } from '../SeatInvitation.js';
import { SeatInvitation } from '../SeatInvitation.js';
import { invitationGoodFor } from '../seatInvitations.js';
import { hashOf, newToken } from '../token.js';

export async function inviteToSeat(
  context: Context,
  input: InviteToSeatInput,
): Promise<SeatInvitationRecord | InvalidInput | InvitationPending | SeatChangedMeanwhile | TooManyAttempts> {
  const viewer = signedInViewer(context);
  const organisation = findOrganisation(input.organisationId, viewer, context.language);
  if (organisation === null) throw notFound();
  authorize(canInviteToSeat(viewer, organisation.id));
  const check = new InputCheck(context.language);
  const name = checkedName(check, input.name);
  const email = normalisedEmail(input.email);
  check.that(isEmail(email), 'email', notAnEmail);
  if (check.refusal) return check.refusal;
  const seat = await seatOf(input);
  const refusal = await tooMany(context, [limits.invitationsByOnePerson, viewer.personId]);
  if (refusal) return refusal;

  const now = context.now();
  const token = newToken();
  const language = (input.language?.toLowerCase() ?? context.language) as Language;
  const inviter = await Person.findById(viewer.personId).lean();
  const { kind, isAdministrator = false } = input;
  const organisationId = new Types.ObjectId(organisation.id);
  return inSeatTurn(organisationId, async () => {
    const pending = await SeatInvitation.findOne({
      organisationId,
      state: 'OPEN',
      expiresAt: { $gt: now },
      $or: [{ email }, ...(seat ? [{ seatId: seat._id }] : [])],
    }).lean<SeatInvitationRecord>();
    if (pending) return new InvitationPending(context.language, pending);
    const holder = (await holdingsAt(organisationId, now)).find((holding) => seat && String(holding.seatId) === seat.id);
    if (seat && (holder?.id ?? null) !== (input.replacesHoldingId ?? null)) return changedMeanwhile(context, seat._id);
    const invitation = await SeatInvitation.create({
      organisationId,
      kind,
      seatId: seat?._id ?? null,
      replacesHoldingId: holder?._id ?? null,
      name,
      email,
      language,
      isAdministrator,
      tokenHash: hashOf(token),
      invitedById: new Types.ObjectId(viewer.personId),
      invitedAt: now,
      expiresAt: new Date(now.getTime() + invitationGoodFor),
      state: 'OPEN',
    });
    await recordAct(viewer, now, {
      act: 'inviteToSeat',
      subject: { type: 'SeatInvitation', id: invitation.id },
      onBehalfOf: organisation.id,
      changes: [
        { field: 'kind', before: null, after: kind },
        { field: 'isAdministrator', before: null, after: String(isAdministrator) },
      ],
    });
    const letter = seatInvitationMail(language, context.publicUrl, {
      name,
      inviter: inviter?.name ?? '',
      organisation: organisation.name,
      kind,
      isAdministrator,
      token,
    });
    await postMail(letter, { address: email, language }, now, [token]);
    return invitation.toObject<SeatInvitationRecord>({ virtuals: true });
  });
}

/** The seat that the input names, or null for a new one; throws NOT_FOUND when it is none of this kind and organisation. */
async function seatOf({ seatId, organisationId, kind }: InviteToSeatInput): Promise<SeatRecord | null> {
  if (seatId == null) return null;
  const seat = isValidObjectId(seatId) ? await Seat.findOne({ _id: seatId, organisationId, kind }).lean<SeatRecord>() : null;
  if (seat === null) throw notFound();
  return seat;
}
