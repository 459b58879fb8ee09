import { rateLimit, rateLimitKey } from './rate-limit.js';

test('a key that has used up its points is told when to come back, and others go on', async () => {
  const limit = rateLimit({ name: 'test', points: 3, seconds: 60 });
  expect(await limit.spend('a', 2)).toEqual({ allowed: true, retryAfterSeconds: 0 });
  const refused = await limit.spend('a', 2);
  expect(refused.allowed).toBe(false);
  expect(refused.retryAfterSeconds).toBeGreaterThan(0);
  expect(refused.retryAfterSeconds).toBeLessThanOrEqual(60);
  expect((await limit.spend('b')).allowed).toBe(true);
});

test.each([
  ['192.0.2.7', '192.0.2.7'],
  ['::ffff:192.0.2.7', '192.0.2.7'],
  ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
  ['2001:db8::6', '2001:db8:0:0'],
  ['::1', '0:0:0:0'],
])('the address %s counts as %s', (address, key) => {
  expect(rateLimitKey(address)).toBe(key);
});
