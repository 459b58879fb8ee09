import type { SessionRecord } from './Session.js';
import { SessionCache } from './SessionCache.js';

const start = new Date('2026-03-01T09:00:00Z');
const later = (milliseconds: number) => new Date(start.getTime() + milliseconds);

function signedIn(sessionId: string, personId: string) {
  const session = { id: sessionId } as SessionRecord;
  return { session, viewer: { accountId: 'account', personId, seats: [], offices: [] } };
}

function cacheWith(...people: [session: string, person: string][]): SessionCache {
  const cache = new SessionCache(60_000, 3);
  for (const [session, person] of people) cache.keep(session, signedIn(session, person), start, cache.changes);
  return cache;
}

test('a viewer is remembered for the time that it is trusted', () => {
  const cache = cacheWith(['phone', 'amal']);
  expect(cache.get('phone', later(59_999))?.viewer.personId).toBe('amal');
  expect(cache.get('phone', later(60_000))).toBeNull();
});

test('a clock that was moved back trusts nothing', () => {
  expect(cacheWith(['phone', 'amal']).get('phone', later(-1))).toBeNull();
});

test('one session is forgotten and the others stay', () => {
  const cache = cacheWith(['phone', 'amal'], ['desk', 'amal']);
  cache.forgetSession('phone');
  expect(cache.get('phone', start)).toBeNull();
  expect(cache.get('desk', start)).not.toBeNull();
});

test('all sessions of one person are forgotten and those of others stay', () => {
  const cache = cacheWith(['phone', 'amal'], ['desk', 'amal'], ['tablet', 'mira']);
  cache.forgetPerson('amal');
  expect([cache.get('phone', start), cache.get('desk', start)]).toEqual([null, null]);
  expect(cache.get('tablet', start)).not.toBeNull();
});

test('what was read before a change is not kept after it', () => {
  const cache = cacheWith();
  const before = cache.changes;
  cache.forgetAll();
  cache.keep('phone', signedIn('phone', 'amal'), start, before);
  expect(cache.get('phone', start)).toBeNull();
});

test('the oldest makes room for the newest', () => {
  const cache = cacheWith(['one', 'a'], ['two', 'b'], ['three', 'c'], ['four', 'd']);
  expect(cache.get('one', start)).toBeNull();
  expect(cache.get('four', start)).not.toBeNull();
});
