import { Allowance, tidyAllowances, tryOnce } from './Allowance.js';
import { testDatabase } from './testing/database.js';

testDatabase();
beforeEach(() => Allowance.deleteMany({}));

const start = new Date('2026-03-02T09:00:00.000Z');
const after = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const limit = { name: 'test', tries: 3, seconds: 60 };

test('a key that has used up its tries is told when to come back, others go on, and later it goes on too', async () => {
  for (let count = 0; count < 3; count += 1)
    expect(await tryOnce(limit, 'a', after(count))).toEqual({ allowed: true, retryAfterSeconds: 0 });
  expect(await tryOnce(limit, 'a', after(10))).toEqual({ allowed: false, retryAfterSeconds: 50 });
  expect((await tryOnce(limit, 'b', after(10))).allowed).toBe(true);
  expect((await tryOnce({ ...limit, name: 'another' }, 'a', after(10))).allowed).toBe(true);
  expect((await tryOnce(limit, 'a', after(60))).allowed).toBe(true);
  expect((await Allowance.find({ tries: 1, renewsAt: after(120) })).length).toBe(1);
});

test('of fifty tries at the same moment exactly as many are allowed as there are', async () => {
  const outcomes = await Promise.all(Array.from({ length: 50 }, () => tryOnce(limit, 'a', start)));
  expect(outcomes.filter(({ allowed }) => allowed)).toHaveLength(3);
  const renewed = await Promise.all(Array.from({ length: 50 }, () => tryOnce(limit, 'a', after(60))));
  expect(renewed.filter(({ allowed }) => allowed)).toHaveLength(3);
});

test('tries beyond the allowance change nothing', async () => {
  for (let count = 0; count < 10; count += 1) await tryOnce(limit, 'a', start);
  expect(await Allowance.find().lean()).toMatchObject([{ tries: 3 }]);
});

test('a clock that goes back locks nobody out for longer than the limit says', async () => {
  for (let count = 0; count < 4; count += 1) await tryOnce(limit, 'a', after(86_400));
  expect((await tryOnce(limit, 'a', start)).allowed).toBe(true);
});

test('neither a mail address nor a place stands in the database, and what is over is thrown away', async () => {
  await tryOnce(limit, 'somebody@example.org', start);
  expect(JSON.stringify(await Allowance.find().lean())).not.toContain('somebody');
  await tidyAllowances.run(after(59));
  expect(await Allowance.countDocuments()).toBe(1);
  await tidyAllowances.run(after(60));
  expect(await Allowance.countDocuments()).toBe(0);
});
