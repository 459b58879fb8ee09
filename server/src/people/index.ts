import type { RequestContext } from '../platform/RequestContext.js';
import type { PeopleLoaders } from './loaders.js';
import { peopleLoaders } from './loaders.js';
import type { SessionRecord } from './Session.js';
import { readSession } from './sessions.js';
import type { Viewer } from './Viewer.js';

export type { MailRecord } from '../platform/mail/Mail.js';
export type { AccountRecord } from './Account.js';
export type { AuditEntryRecord } from './audit/AuditEntry.js';
export { administeredOrganisations, administratorsOf } from './administrators.js';
export { appointOperator } from './appointOperator.js';
export type { AuditChange } from './audit/AuditEntry.js';
export { actsOn } from './audit/actsOn.js';
export { defaultsOf } from './countryDefaults.js';
export { printAuditVerdict } from './audit/printVerdict.js';
export { recordAct } from './audit/recordAct.js';
export { registerCoalitions } from './coalitions.js';
export { registerCommonGround } from './contact-details/commonGround.js';
export { contactDetailsOf, publicContactDetailsOf } from './contact-details/contactDetails.js';
export type { ContactDetailRecord } from './contact-details/ContactDetail.js';
export { registerHeldOnPerson } from './dataHeldOn.js';
export { registerErasure } from './erasure.js';
export type { PeopleLoaders } from './loaders.js';
export { greeting } from './mails/greeting.js';
export type { OfficeRecord } from './Office.js';
export type { PasskeyRecord } from './Passkey.js';
export type { DemonstrationRole, PersonRecord } from './Person.js';
export { demonstrationRoles } from './Person.js';
export { seatDemonstrationPeople, seedDemonstrationPeople } from './demonstration.js';
export { sessionCookie } from './sessions.js';
export type { OrganisationSeats } from './queries.js';
export { seatsOf } from './queries.js';
export type { KnownOrganisation } from './organisations.js';
export { askingByKey, registerOrganisations } from './organisations.js';
export type { OrganisationReference } from './organisationReferences.js';
export { organisationReferences } from './organisationReferences.js';
export type { Reachable } from './reachable.js';
export { reachableInOffice } from './reachable.js';
export { checkedReason } from './reason.js';
export { resolvers } from './resolvers.js';
export type { ChildRecordRecord, ConsentRecord } from './safeguarding/ChildRecord.js';
export type { ChildRecordsOpeningRecord } from './safeguarding/ChildRecordsOpening.js';
export type { ShownChildAdvisor } from './safeguarding/display.js';
export type { SeatRecord } from './Seat.js';
export type { SeatHoldingRecord } from './SeatHolding.js';
export type { SeatInvitationRecord } from './SeatInvitation.js';
export type { SessionRecord as Session } from './Session.js';
export type { SignedInViewer } from './sessions.js';
export type { HeldOffice, HeldSeat, OfficeKind, SeatKind, Viewer } from './Viewer.js';

export { startPeople } from './start.js';

/** Who asks, by the session cookie; `fresh` asks the database even when the answer is in memory, as every mutation must. */
export async function contextParts(
  request: RequestContext,
  { fresh = false } = {},
): Promise<{ viewer: Viewer | null; session: SessionRecord | null; loaders: PeopleLoaders }> {
  const signedIn = await readSession(request, fresh);
  return { viewer: signedIn?.viewer ?? null, session: signedIn?.session ?? null, loaders: peopleLoaders() };
}
