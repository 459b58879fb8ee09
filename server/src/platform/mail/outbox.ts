import type { Language } from '../language.js';
import type { Letter } from './letter.js';
import { layOut } from './letter.js';
import type { MailRecord } from './Mail.js';
import { Mail } from './Mail.js';

const day = 86_400_000;

/** Puts a letter into the outbox, from where it is delivered when a mail server is configured. `secrets` are struck out of it later. */
export async function postMail(
  letter: Letter,
  to: { address: string; language: Language },
  now: Date,
  secrets: readonly string[] = [],
): Promise<void> {
  const written = layOut(letter, to.language);
  await Mail.create({ ...written, to: to.address, language: to.language, secrets: [...secrets], writtenAt: now, dueAt: now });
}

/** The words with five stars in the place of each secret. */
export function strickenOut(words: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '*****'), words);
}

/** Strikes the secrets out of a mail, as is done once it has left. */
export async function strikeSecretsOut(mail: Pick<MailRecord, '_id' | 'text' | 'html' | 'secrets'>): Promise<void> {
  if (mail.secrets.length === 0) return;
  const { text, html, secrets } = mail;
  await Mail.updateOne({ _id: mail._id }, { text: strickenOut(text, secrets), html: strickenOut(html, secrets), secrets: [] });
}

/** Strikes the secrets out of mails that are no longer on their way and so old that no secret in them opens anything. */
export async function strikeOldSecretsOut(now: Date, afterDays = 15): Promise<void> {
  const old = { writtenAt: { $lt: new Date(now.getTime() - afterDays * day) }, 'secrets.0': { $exists: true } };
  for (const mail of await Mail.find(old).limit(1000).lean<MailRecord[]>()) await strikeSecretsOut(mail);
}

/** Removes what is older than the given number of days. */
export async function emptyOutbox(now: Date, keepDays: number): Promise<void> {
  await Mail.deleteMany({ writtenAt: { $lt: new Date(now.getTime() - keepDays * day) } });
}
