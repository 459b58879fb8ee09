import { tidyAllowances } from '../platform/Allowance.js';
import { startJobs } from '../platform/jobs.js';
import { carryBySmtp } from '../platform/mail/smtp.js';
import type { Portal } from '../platform/Portal.js';
import { Account } from './Account.js';
import { seedDemonstrationPeople } from './demonstration.js';
import { Office } from './Office.js';
import { outboxJobs } from './outbox.js';
import { Person } from './Person.js';
import { SeatHolding } from './SeatHolding.js';
import { Session } from './Session.js';
import { sessionCache } from './sessions.js';
import { tidySignIn } from './tidySignIn.js';

/** Invites the invented people of the demonstration network, keeps the viewers in memory true and delivers mails while the portal runs. */
export async function startPeople(portal: Portal): Promise<void> {
  if (portal.environment.demonstration) await portal.step('Invite the demonstration people', () => seedDemonstrationPeople(portal.now()));
  // Side by side, since each takes its time to open.
  await Promise.all([
    portal.watch(Session, (change) => (change.kind === 'everything' ? sessionCache.forgetAll() : sessionCache.forgetSession(change.id))),
    ...[Account, Person, SeatHolding, Office].map((watched) => portal.watch(watched, () => sessionCache.forgetAll())),
  ]);
  startJobsOf(portal);
}

function startJobsOf({ environment: { smtpUrl, mailFrom }, log, now, onStop }: Portal): void {
  const mailServer = smtpUrl === undefined ? null : carryBySmtp(smtpUrl, mailFrom);
  const stopJobs = startJobs([...outboxJobs(mailServer?.carry ?? null, log), tidySignIn, tidyAllowances], now, log);
  onStop(async () => {
    await stopJobs();
    mailServer?.close();
  });
}
