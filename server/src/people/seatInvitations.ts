import type { Context } from '../context.js';
import { organisationFromWithin } from './organisations.js';
import type { SeatInvitationRecord } from './SeatInvitation.js';
import { SeatInvitation } from './SeatInvitation.js';
import { hashOf } from './token.js';
import type { SeatKind } from './Viewer.js';

/** How long an invitation can be answered, in milliseconds: 14 days. */
export const invitationGoodFor = 14 * 86_400_000;

/** What an invitation offers to whoever holds its link. */
export interface SeatOffer {
  organisationName: string;
  kind: SeatKind;
  name: string;
  email: string;
  isAdministrator: boolean;
  expiresAt: Date;
}

/** The invitation whose link carries this secret, unless its time is over or has not come; null when there is none. */
export async function invitationByToken(token: string, now: Date): Promise<SeatInvitationRecord | null> {
  const invitation = await SeatInvitation.findOne({ tokenHash: hashOf(token) }).lean<SeatInvitationRecord>();
  return invitation !== null && invitation.invitedAt <= now && now < invitation.expiresAt ? invitation : null;
}

export async function seatOffer(context: Context, token: string): Promise<SeatOffer | null> {
  const invitation = await invitationByToken(token, context.now());
  if (invitation === null || invitation.state !== 'OPEN') return null;
  const { kind, name, email, isAdministrator, expiresAt } = invitation;
  // Whoever was invited may read the name of the organisation, even of one that is shown to nobody else.
  const organisation = organisationFromWithin(String(invitation.organisationId), context.language);
  return organisation && { organisationName: organisation.name, kind, name, email, isAdministrator, expiresAt };
}

/** Those that wait for an answer, the newest first. */
export async function openInvitations(organisationId: string, now: Date): Promise<SeatInvitationRecord[]> {
  return SeatInvitation.find({ organisationId, state: 'OPEN', expiresAt: { $gt: now } })
    .sort({ invitedAt: -1, _id: -1 })
    .lean<SeatInvitationRecord[]>();
}
