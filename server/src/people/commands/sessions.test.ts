import { execute } from '../../platform/testing/execute.js';
import { testDatabase } from '../../platform/testing/database.js';
import { testMoment } from '../../platform/testing/request.js';
import { seedDemonstrationPeople } from '../demonstration.js';
import { cookieOf } from '../testing/cookieOf.js';

testDatabase();
beforeAll(() => seedDemonstrationPeople(testMoment));

const hour = 3_600_000;
const days = (count: number) => new Date(testMoment.getTime() + count * 24 * hour);

async function signedIn(role: string, userAgent = 'Test'): Promise<string> {
  const { setCookies } = await execute(`mutation { signInAsDemonstrationPerson(input: { role: ${role} }) { __typename } }`, { userAgent });
  return cookieOf(setCookies);
}

type Sessions = { viewer: { sessions: { id: string; browser: string | null; system: string | null; isCurrent: boolean }[] } | null };
const sessions = async (cookie: string, now = testMoment) =>
  (await execute<Sessions>('{ viewer { sessions { id browser system isCurrent } } }', { cookie, now })).data?.viewer?.sessions;

const isSignedIn = async (cookie: string, now = testMoment) => (await sessions(cookie, now)) !== undefined;

test('a person sees each browser in which they are signed in and which one this is', async () => {
  const phone = await signedIn('MEMBER', 'Mozilla/5.0 (Android 14; Mobile; rv:127.0) Gecko/127.0 Firefox/127.0');
  await signedIn('MEMBER', 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/126.0 Safari/537.36');
  expect(await sessions(phone)).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ browser: 'Firefox', system: 'Android', isCurrent: true }),
      expect.objectContaining({ browser: 'Chrome', system: 'Windows', isCurrent: false }),
    ]),
  );
});

const revoke = (cookie: string, sessionId: string) =>
  execute<{ revokeSession: unknown }>(
    `mutation ($id: ID!) { revokeSession(input: { sessionId: $id }) { ... on SignedOut { sessionsEnded } } }`,
    {
      cookie,
      variables: { id: sessionId },
    },
  );

test('a stolen session that its owner revokes opens nothing any more', async () => {
  const thief = await signedIn('CONVENER');
  const owner = await signedIn('CONVENER');
  expect(await isSignedIn(thief)).toBe(true);
  const stolen = (await sessions(owner))?.find(({ isCurrent }) => !isCurrent);
  expect((await revoke(owner, stolen?.id ?? '')).data).toEqual({ revokeSession: { sessionsEnded: 1 } });
  expect(await isSignedIn(thief)).toBe(false);
  expect(await isSignedIn(owner)).toBe(true);
  const refused = await execute('mutation { signOutEverywhere { __typename } }', { cookie: thief });
  expect(refused.errors[0]?.extensions?.['code']).toBe('UNAUTHENTICATED');
});

test.each(['650000000000000000000000', 'nonsense', ''])('a session with the key "%s" is unknown', async (id) => {
  const { errors } = await revoke(await signedIn('TREASURER'), id);
  expect(errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
});

test("a stranger's session is as unknown as none", async () => {
  const mira = await signedIn('MEMBER');
  const session = (await sessions(mira))?.find(({ isCurrent }) => isCurrent);
  const { errors } = await revoke(await signedIn('TREASURER'), session?.id ?? '');
  expect(errors[0]?.extensions?.['code']).toBe('NOT_FOUND');
  expect(await isSignedIn(mira)).toBe(true);
});

test('signing out ends this session alone and forgets the cookie', async () => {
  const here = await signedIn('SECRETARIAT');
  const there = await signedIn('SECRETARIAT');
  const { data, setCookies } = await execute<{ signOut: unknown }>('mutation { signOut { ... on SignedOut { sessionsEnded } } }', {
    cookie: here,
  });
  expect(data).toEqual({ signOut: { sessionsEnded: 1 } });
  expect(setCookies.join()).toMatch(/session=; .*Max-Age=0/);
  expect([await isSignedIn(here), await isSignedIn(there)]).toEqual([false, true]);
});

test('signing out without being signed in is no fault', async () => {
  const { data } = await execute('mutation { signOut { ... on SignedOut { sessionsEnded } } }');
  expect(data).toEqual({ signOut: { sessionsEnded: 0 } });
});

test('signing out everywhere ends all sessions of the person and nobody else’s', async () => {
  const [one, two, other] = [await signedIn('COORDINATOR'), await signedIn('COORDINATOR'), await signedIn('OPERATOR')];
  const { data } = await execute('mutation { signOutEverywhere { ... on SignedOut { sessionsEnded } } }', { cookie: one });
  expect(data).toEqual({ signOutEverywhere: { sessionsEnded: 2 } });
  expect([await isSignedIn(one), await isSignedIn(two), await isSignedIn(other)]).toEqual([false, false, true]);
});

test('a session lasts thirty days unused, and from its last use anew', async () => {
  const cookie = await signedIn('SAFEGUARDING_LEAD');
  expect(await isSignedIn(cookie, days(29))).toBe(true);
  expect(await isSignedIn(cookie, days(58))).toBe(true);
  expect(await isSignedIn(cookie, days(88.1))).toBe(false);
});

test.each(['nonsense', 'a'.repeat(5000), '%00', '"; drop'])('the cookie %j signs nobody in and breaks nothing', async (token) => {
  const { data, errors } = await execute<Sessions>('{ viewer { person { id } } }', { cookie: `session=${token}` });
  expect(errors).toEqual([]);
  expect(data?.viewer).toBeNull();
});
