import type { Context } from '../context.js';
import type { RateLimit } from '../platform/rate-limit.js';
import { rateLimit, rateLimitKey } from '../platform/rate-limit.js';
import { TooManyAttempts } from './refusals.js';

const minute = 60;
const hour = 60 * minute;

export const limits = {
  demonstrationFromOnePlace: rateLimit({ name: 'demonstration', points: 600, seconds: minute }),
  linksToOneAddress: rateLimit({ name: 'links-to', points: 5, seconds: 15 * minute }),
  linksToOneAddressInADay: rateLimit({ name: 'links-to-day', points: 30, seconds: 24 * hour }),
  linksFromOnePlace: rateLimit({ name: 'links-from', points: 30, seconds: 15 * minute }),
  signInsFromOnePlace: rateLimit({ name: 'sign-ins-from', points: 60, seconds: 15 * minute }),
  invitationsByOnePerson: rateLimit({ name: 'invitations-by', points: 100, seconds: 24 * hour }),
};

/** Counts a try against each limit; answers with the refusal when one of them is used up. */
export async function tooMany(context: Context, ...tries: (readonly [RateLimit, string])[]): Promise<TooManyAttempts | null> {
  const spent = await Promise.all(tries.map(([limit, key]) => limit.spend(key)));
  const wait = Math.max(...spent.map(({ allowed, retryAfterSeconds }) => (allowed ? 0 : retryAfterSeconds)));
  return wait > 0 ? new TooManyAttempts(context.language, wait) : null;
}

/** The place from which is asked, as limits count it. */
export function placeOf(context: Context): string {
  return rateLimitKey(context.address);
}
