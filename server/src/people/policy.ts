import type { OfficeKind, Viewer } from './Viewer.js';

type Asker = Viewer | null;

/** Whether the viewer holds the office now; with a scope, only for that scope. */
export function holdsOffice(viewer: Asker, kind: OfficeKind, scope?: string): boolean {
  return viewer?.offices.some((office) => office.kind === kind && (scope === undefined || office.scope === scope)) ?? false;
}

/** Whether the viewer holds a seat of the organisation now. */
export function isSeatHolderOf(viewer: Asker, organisationId: string): boolean {
  return viewer?.seats.some((seat) => seat.organisationId === organisationId) ?? false;
}

/** Whether the viewer holds a seat of the organisation now and may decide about its seats. */
export function isAdministratorOf(viewer: Asker, organisationId: string): boolean {
  return viewer?.seats.some((seat) => seat.organisationId === organisationId && seat.isAdministrator) ?? false;
}

/** The secretariat invites the first administrator of a new member; the operator helps when the last one is gone. */
export function canInviteToSeat(viewer: Asker, organisationId: string): boolean {
  return isAdministratorOf(viewer, organisationId) || holdsOffice(viewer, 'SECRETARIAT') || holdsOffice(viewer, 'OPERATOR');
}

export function canReplaceSeatHolder(viewer: Asker, organisationId: string): boolean {
  return isAdministratorOf(viewer, organisationId) || holdsOffice(viewer, 'OPERATOR');
}

/** Everybody may lay down a seat of their own. */
export function canEndSeatHolding(viewer: Asker, holding: { organisationId: string; personId: string }): boolean {
  return viewer?.personId === holding.personId || canReplaceSeatHolder(viewer, holding.organisationId);
}

export function canChangeAdministrator(viewer: Asker, organisationId: string): boolean {
  return canReplaceSeatHolder(viewer, organisationId);
}

/** The organisation's right to have an administrator is protected from everybody but the operator. */
export function canLeaveWithoutAdministrator(viewer: Asker): boolean {
  return holdsOffice(viewer, 'OPERATOR');
}

/** The secretariat fills the offices of the network's work; the operator also those that open restricted doors. */
export function canAppointOffice(viewer: Asker, kind: OfficeKind): boolean {
  if (holdsOffice(viewer, 'OPERATOR')) return true;
  return holdsOffice(viewer, 'SECRETARIAT') && kind !== 'OPERATOR' && kind !== 'SAFEGUARDING_LEAD';
}

/** Whoever may appoint somebody has to find them. */
export function canSearchPeople(viewer: Asker): boolean {
  return holdsOffice(viewer, 'OPERATOR') || holdsOffice(viewer, 'SECRETARIAT');
}

/** Everybody may lay down an office of their own. */
export function canEndOffice(viewer: Asker, office: { kind: OfficeKind; personId: string }): boolean {
  return viewer?.personId === office.personId || canAppointOffice(viewer, office.kind);
}

export function canReadAuditTrail(viewer: Asker): boolean {
  return holdsOffice(viewer, 'OPERATOR') || holdsOffice(viewer, 'SECRETARIAT');
}

/** The outbox of the demonstration network is open, since nothing in it is real and its sign-in links are wanted there. */
export function canReadOutbox(viewer: Asker, network: { isDemonstration: boolean }): boolean {
  return network.isDemonstration || holdsOffice(viewer, 'OPERATOR');
}

export function canErasePerson(viewer: Asker, personId: string): boolean {
  return viewer !== null && (viewer.personId === personId || holdsOffice(viewer, 'OPERATOR'));
}

/** Whose contact details they are: a person's own, or an organisation's that the viewer administers. */
export function canKeepContactDetailsOf(viewer: Asker, owner: { personId: string } | { organisationId: string }): boolean {
  return 'personId' in owner ? viewer?.personId === owner.personId : isAdministratorOf(viewer, owner.organisationId);
}

/** Only the designated people ask for the restricted store, agree to opening it and read it, and nobody else by any office. */
export function canOpenChildRecords(viewer: Asker): boolean {
  return holdsOffice(viewer, 'SAFEGUARDING_LEAD');
}
