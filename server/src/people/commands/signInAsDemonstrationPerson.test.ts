import { execute } from '../../platform/testing/execute.js';
import { testDatabase } from '../../platform/testing/database.js';
import { testMoment } from '../../platform/testing/request.js';
import { seatDemonstrationPeople, seedDemonstrationPeople } from '../demonstration.js';
import { Session } from '../Session.js';
import { cookieOf } from '../testing/cookieOf.js';

testDatabase();

beforeAll(async () => {
  await seedDemonstrationPeople(testMoment);
  await seatDemonstrationPeople(['6500000000000000000000a1', '6500000000000000000000a2'], testMoment);
});

const signIn = (role: string, asking = {}) =>
  execute<{ signInAsDemonstrationPerson: Record<string, unknown> }>(
    `mutation ($role: DemonstrationRole!) { signInAsDemonstrationPerson(input: { role: $role }) {
      __typename ... on Viewer { viewerCanAppointTo person { name isFictional viewerCanErase } seats { organisationId isAdministrator seat { kind } } offices { kind scope } sessions { isCurrent signedInBy } }
      ... on Refusal { message } } }`,
    { variables: { role }, ...asking },
  );

const whoAmI = (cookie: string) => execute<{ viewer: { person: { name: string } } | null }>('{ viewer { person { name } } }', { cookie });

test('a visitor of the demonstration network signs in as the operator and is the operator from then on', async () => {
  const { data, errors, setCookies } = await signIn('OPERATOR');
  expect(errors).toEqual([]);
  expect(data?.signInAsDemonstrationPerson).toEqual({
    __typename: 'Viewer',
    viewerCanAppointTo: ['SECRETARIAT', 'TREASURER', 'SAFEGUARDING_LEAD', 'COORDINATOR', 'CONVENER', 'OPERATOR'],
    person: { name: 'Fictional Ori', isFictional: true, viewerCanErase: true },
    seats: [{ organisationId: '6500000000000000000000a2', isAdministrator: false, seat: { kind: 'DELEGATE' } }],
    offices: [{ kind: 'OPERATOR', scope: null }],
    sessions: [{ isCurrent: true, signedInBy: 'DEMONSTRATION' }],
  });
  expect((await whoAmI(cookieOf(setCookies))).data?.viewer?.person.name).toBe('Fictional Ori');
});

test('the cookie cannot be read by scripts, goes to no other site and its token is not in the database', async () => {
  const { setCookies } = await signIn('MEMBER');
  const cookie = setCookies.find((each) => each.startsWith('session='));
  expect(cookie).toMatch(/HttpOnly/);
  expect(cookie).toMatch(/SameSite=Lax/);
  const token = /session=([^;]+)/.exec(cookie ?? '')?.[1] ?? '';
  expect(token).toMatch(/^[\w-]{43}$/);
  expect(JSON.stringify(await Session.find().lean())).not.toContain(token);
});

test('a real network signs nobody in by one click, and lists nobody to be', async () => {
  const environment = { DEMONSTRATION: 'false' };
  const { data, setCookies } = await signIn('OPERATOR', { environment });
  expect(data?.signInAsDemonstrationPerson).toMatchObject({
    __typename: 'OnlyOnDemonstrationNetwork',
    message: expect.stringContaining('real'),
  });
  expect(setCookies).toEqual([]);
  const people = await execute<{ demonstrationPeople: unknown[] }>('{ demonstrationPeople { role name } }', { environment });
  expect(people.data?.demonstrationPeople).toEqual([]);
});

test('every kind of user is offered by an invented name', async () => {
  const { data } = await execute<{ demonstrationPeople: { role: string; name: string }[] }>('{ demonstrationPeople { role name } }');
  expect(data?.demonstrationPeople.map(({ role }) => role)).toEqual(
    expect.arrayContaining([
      'MEMBER',
      'ADMINISTRATOR',
      'CONVENER',
      'COORDINATOR',
      'TREASURER',
      'SAFEGUARDING_LEAD',
      'SECRETARIAT',
      'OPERATOR',
    ]),
  );
  for (const { name } of data?.demonstrationPeople ?? []) expect(name).toMatch(/^Fictional /);
});

test('seeding again adds nobody', async () => {
  expect(await seedDemonstrationPeople(testMoment)).toBe(0);
  expect(await seatDemonstrationPeople(['6500000000000000000000a1'], testMoment)).toBe(0);
});

test('signing in again on the same browser ends the session that it had', async () => {
  const first = cookieOf((await signIn('TREASURER')).setCookies);
  const second = cookieOf((await signIn('CONVENER', { cookie: first })).setCookies);
  expect((await whoAmI(first)).data?.viewer).toBeNull();
  expect((await whoAmI(second)).data?.viewer?.person.name).toBe('Fictional Chidi');
});

test('the invented child advisors are shown by their consents, and those shown are told in fives', async () => {
  const { data } = await execute<{
    childAdvisors: { pseudonym: string }[];
    childAdvisorCounts: { total: number; byRegion: { count: number | null }[] };
  }>('{ childAdvisors { pseudonym } childAdvisorCounts { total byRegion { region count } } }');
  expect(data?.childAdvisors.map(({ pseudonym }) => pseudonym)).toEqual(['Acacia', 'Comet', 'Lagoon', 'Lantern', 'Nube']);
  expect(data?.childAdvisorCounts.total).toBe(5);
  expect(data?.childAdvisorCounts.byRegion.map(({ count }) => count)).toEqual([null, null, null, null, null]);
});
