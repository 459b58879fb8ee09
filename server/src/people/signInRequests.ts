import { randomInt } from 'node:crypto';
import type { Context } from '../context.js';
import type { AccountRecord } from './Account.js';
import { SignInRequest } from './SignInRequest.js';
import { hashOf, newToken } from './token.js';

/** Binds a sign-in link to the browser that asked for it. */
export const askingBrowserCookie = 'sign_in';

/** How long a link and its code are good. */
export const goodForSeconds = 15 * 60;

/** How many codes may be tried for one mail. */
export const mostCodes = 5;

/** The secrets of a new request; what the database keeps of them is their hashes. */
export interface SignInSecrets {
  token: string;
  /** Six digits. */
  code: string;
  expiresAt: Date;
}

/** Keeps that this browser asked for a link and answers with what the mail must say. */
export async function openSignInRequest(context: Context, account: AccountRecord | null): Promise<SignInSecrets> {
  const browser = askingBrowser(context) ?? newToken();
  context.cookies.set(askingBrowserCookie, browser, { maxAgeSeconds: goodForSeconds });
  const token = newToken();
  const code = String(randomInt(1_000_000)).padStart(6, '0');
  const requestedAt = context.now();
  const expiresAt = new Date(requestedAt.getTime() + goodForSeconds * 1000);
  await SignInRequest.create({
    accountId: account?._id ?? null,
    tokenHash: hashOf(token),
    codeHash: codeHash(browser, code),
    browserHash: hashOf(browser),
    requestedAt,
    expiresAt,
  });
  return { token, code, expiresAt };
}

/** The secret of the browser that asked; null when this browser asked for nothing. */
export function askingBrowser(context: Context): string | null {
  const browser = context.cookies.get(askingBrowserCookie);
  return browser !== undefined && /^[\w-]{43}$/.test(browser) ? browser : null;
}

export function codeHash(browser: string, code: string): string {
  return hashOf(`${browser} ${code}`);
}

/** Whether the request is good at the moment. A clock that was moved back before the request does not lengthen its life. */
export function isGoodAt(request: { requestedAt: Date; expiresAt: Date }, now: Date): boolean {
  return request.requestedAt <= now && now < request.expiresAt;
}
