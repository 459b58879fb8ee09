import { isValidObjectId } from 'mongoose';
import type { Context } from '../context.js';
import { notFound } from '../platform/errors.js';
import type { Language } from '../platform/language.js';
import type { AccountRecord } from './Account.js';
import { Account } from './Account.js';
import { isDuring } from './interval.js';
import type { OfficeRecord } from './Office.js';
import type { DemonstrationRole, PersonRecord } from './Person.js';
import { demonstrationRoles, Person } from './Person.js';
import { canInviteToSeat } from './policy.js';
import { findOrganisation } from './organisations.js';
import type { SeatRecord } from './Seat.js';
import { Seat } from './Seat.js';
import type { SeatHoldingRecord } from './SeatHolding.js';
import type { SeatInvitationRecord } from './SeatInvitation.js';
import { openInvitations } from './seatInvitations.js';
import type { SessionRecord } from './Session.js';
import { Session } from './Session.js';
import type { SignedInViewer } from './sessions.js';
import { asSignedInViewer } from './sessions.js';

export function viewer(context: Context): SignedInViewer | null {
  return context.viewer === null ? null : asSignedInViewer(context.viewer, context.session?.id ?? null);
}

export async function demonstrationPeople(context: Context): Promise<{ role: DemonstrationRole; name: string }[]> {
  if (!context.environment.demonstration) return [];
  const people = await Person.find({ demonstrationRole: { $ne: null }, isFictional: true }).lean<PersonRecord[]>();
  return demonstrationRoles.flatMap((role) => {
    const name = people.find((person) => person.demonstrationRole === role)?.name;
    return name == null ? [] : [{ role, name }];
  });
}

export async function person(context: Context, id: string): Promise<PersonRecord | null> {
  return isValidObjectId(id) ? context.loaders.person.load(id) : null;
}

/** For keys that our own records hold, whose person is never removed, only erased. */
export async function knownPerson(context: Context, id: unknown): Promise<PersonRecord> {
  const found = await context.loaders.person.load(String(id));
  if (found === null) throw new Error(`No person has the key ${String(id)}.`);
  return found;
}

export async function accountOf(owner: SignedInViewer): Promise<AccountRecord> {
  const account = await Account.findById(owner.accountId).lean<AccountRecord>();
  if (account === null) throw notFound();
  return account;
}

/** The viewer's sessions, the last used first. */
export async function sessionsOf(context: Context, owner: SignedInViewer): Promise<(SessionRecord & { isCurrent: boolean })[]> {
  const sessions = await Session.find({ personId: owner.personId, expiresAt: { $gt: context.now() } })
    .sort({ lastUsedAt: -1, _id: -1 })
    .lean<SessionRecord[]>();
  return sessions.map((session) => ({ ...session, id: session.id, isCurrent: session.id === owner.sessionId }));
}

export async function seatsNowOf(context: Context, personId: string): Promise<SeatHoldingRecord[]> {
  const holdings = await context.loaders.holdingsOfPerson.load(personId);
  return holdings.filter((holding) => isDuring(holding, context.now()));
}

/** Those of organisations that the viewer may see; one's own are all one's own. */
export async function seatsOfPerson(context: Context, personId: string): Promise<SeatHoldingRecord[]> {
  const holdings = await context.loaders.holdingsOfPerson.load(personId);
  if (context.viewer?.personId === personId) return holdings;
  return holdings.filter(({ organisationId }) => findOrganisation(String(organisationId), context.viewer, context.language) !== null);
}

export async function officesNowOf(context: Context, personId: string): Promise<OfficeRecord[]> {
  const offices = await context.loaders.officesOfPerson.load(personId);
  return offices.filter((office) => isDuring(office, context.now()));
}

export async function seatOf(context: Context, holding: SeatHoldingRecord): Promise<SeatRecord> {
  const seat = await context.loaders.seat.load(String(holding.seatId));
  if (seat === null) throw new Error(`No seat has the key ${String(holding.seatId)}.`);
  return seat;
}

export async function holderOf(context: Context, seat: SeatRecord): Promise<SeatHoldingRecord | null> {
  const holdings = await context.loaders.holdingsOfSeat.load(seat.id);
  return holdings.find((holding) => isDuring(holding, context.now())) ?? null;
}

/** A language as the schema writes it. */
export function schemaLanguage(language: Language): Uppercase<Language> {
  return language.toUpperCase() as Uppercase<Language>;
}

const seatOrder = ['REPRESENTATIVE', 'ALTERNATE', 'CONTACT', 'DELEGATE'];

/** All seats of one organisation, as the viewer sees them. */
export interface OrganisationSeats {
  organisationId: string;
}

/** Null for strangers, and when there is no such organisation that the viewer may see. */
export function seatsOf(context: Context, organisationId: string): OrganisationSeats | null {
  if (context.viewer === null) return null;
  const organisation = findOrganisation(organisationId, context.viewer, context.language);
  return organisation && { organisationId: organisation.id };
}

export async function allSeats({ organisationId }: OrganisationSeats): Promise<SeatRecord[]> {
  const seats = await Seat.find({ organisationId }).sort({ openedAt: 1, _id: 1 }).lean<SeatRecord[]>();
  return seats.sort((one, other) => seatOrder.indexOf(one.kind) - seatOrder.indexOf(other.kind));
}

export async function invitationsOf(context: Context, { organisationId }: OrganisationSeats): Promise<SeatInvitationRecord[]> {
  return canInviteToSeat(context.viewer, organisationId) ? openInvitations(organisationId, context.now()) : [];
}

export function keysOf(holding: SeatHoldingRecord): { organisationId: string; personId: string } {
  return { organisationId: String(holding.organisationId), personId: String(holding.personId) };
}
