import { startJobs } from '../platform/jobs.js';
import { carryBySmtp } from '../platform/mail/smtp.js';
import type { Portal } from '../platform/Portal.js';
import type { RequestContext } from '../platform/RequestContext.js';
import { Account } from './Account.js';
import { seedDemonstrationPeople } from './demonstration.js';
import type { PeopleLoaders } from './loaders.js';
import { peopleLoaders } from './loaders.js';
import { Office } from './Office.js';
import { outboxJobs } from './outbox.js';
import { Person } from './Person.js';
import { SeatHolding } from './SeatHolding.js';
import type { SessionRecord } from './Session.js';
import { Session } from './Session.js';
import { readSession, sessionCache } from './sessions.js';
import { tidySignIn } from './tidySignIn.js';
import type { Viewer } from './Viewer.js';

export type { MailRecord } from '../platform/mail/Mail.js';
export type { AccountRecord } from './Account.js';
export type { PeopleLoaders } from './loaders.js';
export type { OfficeRecord } from './Office.js';
export type { DemonstrationRole, PersonRecord } from './Person.js';
export { demonstrationRoles } from './Person.js';
export { seatDemonstrationPeople, seedDemonstrationPeople } from './demonstration.js';
export { sessionCookie } from './sessions.js';
export type { OrganisationSeats } from './queries.js';
export { seatsOf } from './queries.js';
export type { KnownOrganisation } from './organisations.js';
export { registerOrganisations } from './organisations.js';
export { resolvers } from './resolvers.js';
export type { SeatRecord } from './Seat.js';
export type { SeatHoldingRecord } from './SeatHolding.js';
export type { SeatInvitationRecord } from './SeatInvitation.js';
export type { SessionRecord as Session } from './Session.js';
export type { SignedInViewer } from './sessions.js';
export type { HeldOffice, HeldSeat, OfficeKind, SeatKind, Viewer } from './Viewer.js';

/** Seeds the invented people of the demonstration network and keeps the viewers in memory true while the portal runs. */
export async function startPeople(portal: Portal): Promise<void> {
  if (portal.environment.demonstration) await portal.step('Inviting the demonstration people', () => seedDemonstrationPeople(portal.now()));
  const mailServer = portal.environment.smtpUrl === undefined ? null : carryBySmtp(portal.environment.smtpUrl, portal.environment.mailFrom);
  const stopJobs = startJobs([...outboxJobs(mailServer?.carry ?? null, portal.log), tidySignIn], portal.now, portal.log);
  portal.onStop(async () => {
    await stopJobs();
    mailServer?.close();
  });
  await portal.watch(Session, (change) =>
    change.kind === 'everything' ? sessionCache.forgetAll() : sessionCache.forgetSession(change.id),
  );
  for (const watched of [Account, Person, SeatHolding, Office]) {
    await portal.watch(watched, () => sessionCache.forgetAll());
  }
}

/** Who asks, by the session cookie; `fresh` asks the database even when the answer is in memory, as every mutation must. */
export async function contextParts(
  request: RequestContext,
  { fresh = false } = {},
): Promise<{ viewer: Viewer | null; session: SessionRecord | null; loaders: PeopleLoaders }> {
  const signedIn = await readSession(request, fresh);
  return { viewer: signedIn?.viewer ?? null, session: signedIn?.session ?? null, loaders: peopleLoaders() };
}
