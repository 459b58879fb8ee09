import type { Types } from 'mongoose';
import type { Language } from '../language.js';
import type { Letter } from './letter.js';
import { layOut } from './letter.js';
import { Mail } from './Mail.js';

/** Puts a letter into the outbox, from where it is delivered when a mail server is configured. `secrets` are struck out of it later. */
export async function postMail(
  letter: Letter,
  to: { address: string; language: Language },
  now: Date,
  secrets: readonly string[] = [],
): Promise<void> {
  await Mail.create({
    ...layOut(letter, to.language),
    to: to.address,
    language: to.language,
    secrets: [...secrets],
    writtenAt: now,
    dueAt: now,
  });
}

const struckOut = '*****';

/** Strikes the secrets out of a mail that has left or whose links have long expired. */
export async function strikeSecretsOut(mail: {
  _id: Types.ObjectId;
  text: string;
  html: string;
  secrets: readonly string[];
}): Promise<void> {
  const withoutSecrets = (words: string) => mail.secrets.reduce((rest, secret) => rest.replaceAll(secret, struckOut), words);
  await Mail.updateOne({ _id: mail._id }, { text: withoutSecrets(mail.text), html: withoutSecrets(mail.html), secrets: [] });
}

/** Removes what is older than the given number of days. */
export async function emptyOutbox(now: Date, keepDays: number): Promise<void> {
  await Mail.deleteMany({ writtenAt: { $lt: new Date(now.getTime() - keepDays * 86_400_000) } });
}
