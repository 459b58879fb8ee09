import type { Context } from '../context.js';
import type { TryLimit } from '../platform/Allowance.js';
import { tryOnce } from '../platform/Allowance.js';
import { rateLimitKey } from '../platform/rate-limit.js';
import { TooManyAttempts } from './refusals.js';

const minute = 60;
const hour = 60 * minute;

export const limits = {
  demonstrationFromOnePlace: { name: 'demonstration', tries: 600, seconds: minute },
  linksToOneAddress: { name: 'links-to', tries: 5, seconds: 15 * minute },
  linksToOneAddressInADay: { name: 'links-to-day', tries: 30, seconds: 24 * hour },
  linksFromOnePlace: { name: 'links-from', tries: 30, seconds: 15 * minute },
  signInsFromOnePlace: { name: 'sign-ins-from', tries: 60, seconds: 15 * minute },
  openingsByOnePerson: { name: 'openings-by', tries: 10, seconds: 24 * hour },
  invitationsByOnePerson: { name: 'invitations-by', tries: 100, seconds: 24 * hour },
} satisfies Record<string, TryLimit>;

/** Counts a try against each limit; answers with the refusal when one of them is used up. */
export async function tooMany(context: Context, ...tries: (readonly [TryLimit, string])[]): Promise<TooManyAttempts | null> {
  const now = context.now();
  const tried = await Promise.all(tries.map(([limit, key]) => tryOnce(limit, key, now)));
  const wait = Math.max(...tried.map(({ retryAfterSeconds }) => retryAfterSeconds));
  return wait > 0 ? new TooManyAttempts(context.language, wait) : null;
}

/** The place from which is asked, as limits count it. */
export function placeOf(context: Context): string {
  return rateLimitKey(context.address);
}
