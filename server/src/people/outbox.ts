import type { Context } from '../context.js';
import { authorize } from '../platform/errors.js';
import type { Job } from '../platform/jobs.js';
import type { Logger } from '../platform/log.js';
import type { Carry } from '../platform/mail/deliver.js';
import { deliverMails } from '../platform/mail/deliver.js';
import type { MailRecord } from '../platform/mail/Mail.js';
import { Mail } from '../platform/mail/Mail.js';
import { emptyOutbox, strikeOldSecretsOut } from '../platform/mail/outbox.js';
import type { Connection, PageArguments } from '../platform/pagination.js';
import { connectionOfQuery } from '../platform/pagination.js';
import { canReadOutbox } from './policy.js';

export type MailState = 'KEPT' | 'WAITING' | 'SENT' | 'FAILED';

/** The mails that the portal wrote, newest first. */
export async function outbox(context: Context, page: PageArguments): Promise<Connection<MailRecord>> {
  authorize(canReadOutbox(context.viewer, { isDemonstration: context.environment.demonstration }));
  return connectionOfQuery(Mail.find().lean<MailRecord[]>(), page, [
    ['writtenAt', -1],
    ['_id', -1],
  ]);
}

export function stateOf(mail: Pick<MailRecord, 'sentAt' | 'dueAt'>, hasMailServer: boolean): MailState {
  if (mail.sentAt !== null) return 'SENT';
  if (mail.dueAt === null) return 'FAILED';
  return hasMailServer ? 'WAITING' : 'KEPT';
}

/** What the outbox needs done: deliver while a mail server is configured, strike out old secrets, throw old mails away. */
export function outboxJobs(carry: Carry | null, log: Logger): Job[] {
  const tidy: Job = {
    name: 'tidy the outbox',
    schedule: '17 * * * *',
    run: async (now) => {
      await strikeOldSecretsOut(now);
      await emptyOutbox(now, 90);
    },
  };
  if (carry === null) return [tidy];
  const deliver: Job = { name: 'deliver mails', schedule: '*/5 * * * * *', run: async (now) => void (await deliverMails(carry, now, log)) };
  return [deliver, tidy];
}
