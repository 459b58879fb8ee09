import type { Logger } from '../log.js';
import type { MailRecord } from './Mail.js';
import { Mail } from './Mail.js';
import { strikeSecretsOut } from './outbox.js';

/** Hands one mail to whoever carries it; rejects when it was not taken. */
export type Carry = (mail: { to: string; subject: string; text: string; html: string }) => Promise<void>;

const mostTries = 8;

/** After a failed try the next one waits 1, 2, 4 ... minutes; a try that never came back is repeated after that time too. */
function nextTryAt(now: Date, tries: number): Date {
  return new Date(now.getTime() + 60_000 * 2 ** tries);
}

/** Delivers what is due, each mail once even when several processes try; answers how many were taken. */
export async function deliverMails(carry: Carry, now: Date, log: Logger): Promise<number> {
  let taken = 0;
  for (;;) {
    const mail = await claimNext(now);
    if (mail === null) return taken;
    if (await deliver(mail, carry, now, log)) taken += 1;
  }
}

async function claimNext(now: Date): Promise<MailRecord | null> {
  const next = await Mail.findOne({ dueAt: { $lte: now } })
    .sort({ dueAt: 1 })
    .lean<MailRecord>();
  if (next === null) return null;
  const claimed = await Mail.findOneAndUpdate(
    { _id: next._id, dueAt: next.dueAt },
    { dueAt: nextTryAt(now, next.tries), tries: next.tries + 1 },
    { returnDocument: 'after' },
  ).lean<MailRecord>();
  return claimed ?? claimNext(now);
}

async function deliver(mail: MailRecord, carry: Carry, now: Date, log: Logger): Promise<boolean> {
  try {
    await carry(mail);
  } catch (refused) {
    const failure = refused instanceof Error ? refused.message.slice(0, 500) : 'The mail server did not take it.';
    await Mail.updateOne({ _id: mail._id }, mail.tries >= mostTries ? { failure, dueAt: null } : { failure });
    log.warn({ mail: mail.id, tries: mail.tries, failure }, 'a mail was not delivered');
    return false;
  }
  await Mail.updateOne({ _id: mail._id }, { sentAt: now, dueAt: null, failure: null });
  await strikeSecretsOut(mail);
  return true;
}
