import type { Context } from '../context.js';
import { Passkey } from './Passkey.js';
import type { PasskeyRecord } from './Passkey.js';
import { PasskeyChallenge } from './PasskeyChallenge.js';
import { hashOf } from './token.js';

/** How long a passkey may take to answer, in milliseconds. */
const goodFor = 5 * 60_000;

/** Loaded when the first passkey comes, since it takes half a second that a start need not wait for. */
export const webAuthn = () => import('@simplewebauthn/server');

/** What the browser is told, as the type `PasskeyChallenge` of the schema shows it. */
export interface AskedPasskey {
  readonly __typename: 'PasskeyChallenge';
  readonly options: string;
  readonly expiresAt: Date;
}

/** Where passkeys of this portal belong: they answer to no other site. */
export function siteOf({ publicUrl }: Context): { rpID: string; expectedOrigin: string } {
  const { hostname, origin } = new URL(publicUrl);
  return { rpID: hostname, expectedOrigin: origin };
}

/** Keeps that this was asked, of this account when a passkey is to be added to it. */
export async function ask(context: Context, options: { challenge: string }, accountId: string | null): Promise<AskedPasskey> {
  const askedAt = context.now();
  const expiresAt = new Date(askedAt.getTime() + goodFor);
  await PasskeyChallenge.create({ challengeHash: hashOf(options.challenge), accountId, askedAt, expiresAt });
  return { __typename: 'PasskeyChallenge', options: JSON.stringify(options), expiresAt };
}

/** Whether this was asked, for this purpose and not too long ago; whatever the answer, it is good for no second time. */
export async function wasAsked(context: Context, challenge: string, accountId: string | null): Promise<boolean> {
  const asked = await PasskeyChallenge.findOneAndDelete({ challengeHash: hashOf(challenge) }).lean();
  const now = context.now();
  return (
    asked !== null &&
    (asked.accountId === null ? null : String(asked.accountId)) === accountId &&
    asked.askedAt <= now &&
    now < asked.expiresAt
  );
}

/** What the browser sent, if it is JSON of an object with an `id`; null otherwise. */
export function readResponse<T extends { id: string }>(text: string): T | null {
  try {
    const parsed: unknown = text.length > 20_000 ? null : JSON.parse(text);
    return typeof parsed === 'object' && parsed !== null && 'id' in parsed && typeof parsed.id === 'string' ? (parsed as T) : null;
  } catch {
    return null;
  }
}

/** The newest first. */
export async function passkeysOf(personId: string): Promise<PasskeyRecord[]> {
  return Passkey.find({ personId }).sort({ addedAt: -1, _id: -1 }).lean<PasskeyRecord[]>();
}
