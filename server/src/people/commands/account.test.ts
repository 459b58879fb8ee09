import { Types } from 'mongoose';
import { testDatabase } from '../../platform/testing/database.js';
import { execute } from '../../platform/testing/execute.js';
import { testMoment, testRequest } from '../../platform/testing/request.js';
import { Mail } from '../../platform/mail/Mail.js';
import { verifyAudit } from '../audit/verifyAudit.js';
import { Account } from '../Account.js';
import { registerHeldOnPerson } from '../dataHeldOn.js';
import { registerErasure } from '../erasure.js';
import { registerOrganisations } from '../organisations.js';
import { startSession } from '../sessions.js';
import type { TestPerson } from '../testing/addPerson.js';
import { addPerson } from '../testing/addPerson.js';
import { cookieOf } from '../testing/cookieOf.js';
import type { Viewer } from '../Viewer.js';

testDatabase();
registerOrganisations((id) => ({ id, name: 'Fictional Organisation', country: null }));

const minutes = (count: number) => new Date(testMoment.getTime() + count * 60_000);
type Outcome = Record<string, unknown> & { __typename: string };

const settings = async (input: object, viewer: Viewer) =>
  (
    await execute<{ changeSettings: Outcome }>(
      `mutation ($input: ChangeSettingsInput!) { changeSettings(input: $input) { __typename ... on InvalidInput { fields { path } }
        ... on Viewer { person { name } account { language timeZone weekend workingHours { start end } } } } }`,
      { variables: { input }, viewer },
    )
  ).data?.changeSettings;

describe('settings', () => {
  test('what is changed is kept and what is left out stays', async () => {
    const { viewer } = await addPerson({ name: 'Amal', country: 'EG' });
    expect(await settings({ timeZone: 'Asia/Manila', weekend: ['SUNDAY'] }, viewer)).toEqual({
      __typename: 'Viewer',
      person: { name: 'Amal' },
      account: { language: 'AR', timeZone: 'Asia/Manila', weekend: ['SUNDAY'], workingHours: { start: '09:00', end: '17:00' } },
    });
    expect(await settings({ name: ' Amal  Example ', language: 'FR', workingDayEnd: '16:30', weekend: [] }, viewer)).toMatchObject({
      person: { name: 'Amal Example' },
      account: { language: 'FR', timeZone: 'Asia/Manila', weekend: [], workingHours: { start: '09:00', end: '16:30' } },
    });
  });

  test.each([
    [{ timeZone: 'Asia/Atlantis' }, 'timeZone'],
    [{ timeZone: '+02:00' }, 'timeZone'],
    [{ timeZone: '' }, 'timeZone'],
    [{ workingDayStart: '9:00' }, 'workingDayStart'],
    [{ workingDayEnd: '24:00' }, 'workingDayEnd'],
    [{ workingDayStart: '18:00' }, 'workingDayEnd'],
    [{ weekend: ['SUNDAY', 'SUNDAY'] }, 'weekend'],
    [{ weekend: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] }, 'weekend'],
    [{ name: '' }, 'name'],
  ])('%j is told to be wrong', async (input, path) => {
    const { viewer } = await addPerson();
    expect(await settings(input, viewer)).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
  });
});

const erase = async (person: TestPerson, viewer: Viewer | null, extra: object = {}) => {
  const { data, errors, setCookies } = await execute<{ erasePerson: Outcome }>(
    `mutation ($input: ErasePersonInput!) { erasePerson(input: $input) { __typename ... on Person { name erasedAt seats { endedAt } offices { endedAt } } ... on InvalidInput { fields { path } } } }`,
    { variables: { input: { personId: person.personId, email: person.email, ...extra } }, viewer, now: minutes(1) },
  );
  return { outcome: data?.erasePerson, code: errors[0]?.extensions?.['code'], setCookies };
};

describe('erasing', () => {
  test('removes the name, address, sessions and mails, and changes neither history nor count', async () => {
    const organisationId = new Types.ObjectId();
    const administrator = await addPerson({ seats: [{ organisationId, isAdministrator: true }] });
    const person = await addPerson({
      name: 'Erasmus Canary',
      email: 'canary@example.org',
      seats: [{ organisationId, kind: 'REPRESENTATIVE' }],
      offices: [{ kind: 'TREASURER' }],
    });
    const request = { ...testRequest(), viewer: null, session: null };
    await startSession(request, (await Account.findOne({ personId: person.personId }))!, 'LINK');
    const cookie = cookieOf(request.cookies.headers);
    await execute('mutation { requestSignInLink(input: { email: "canary@example.org" }) { __typename } }');
    const history = () =>
      execute<{ seatsOf: { seats: { history: { startedAt: string; person: { id: string } }[] }[] } }>(
        'query ($id: ID!) { seatsOf(organisationId: $id) { seats { kind history { startedAt person { id } } } } }',
        { variables: { id: String(organisationId) }, viewer: administrator.viewer },
      );
    const before = (await history()).data;

    const { outcome, setCookies } = await erase(person, person.viewer);
    expect(outcome).toEqual({
      __typename: 'Person',
      name: null,
      erasedAt: minutes(1).toISOString(),
      seats: [{ endedAt: minutes(1).toISOString() }],
      offices: [{ endedAt: minutes(1).toISOString() }],
    });
    expect(setCookies.join()).toContain('session=;');
    expect((await history()).data).toEqual(before);
    expect((await execute<{ viewer: unknown }>('{ viewer { person { id } } }', { cookie })).data?.viewer).toBeNull();
    expect(await Mail.countDocuments({ to: 'canary@example.org' })).toBe(0);
    expect(await wholeDatabase()).not.toMatch(/canary/i);
    expect((await verifyAudit()).faults).toEqual([]);
  });

  test('a person erased once is gone', async () => {
    const person = await addPerson();
    await erase(person, person.viewer);
    const operator = await addPerson({ offices: [{ kind: 'OPERATOR' }] });
    expect((await erase(person, operator.viewer, { reason: 'Asked for by mail.' })).code).toBe('NOT_FOUND');
  });

  test('the address must be typed again, and the operator must say why', async () => {
    const person = await addPerson();
    const operator = await addPerson({ offices: [{ kind: 'OPERATOR' }] });
    expect((await erase(person, person.viewer, { email: 'another@example.org' })).outcome).toMatchObject({ fields: [{ path: 'email' }] });
    expect((await erase(person, operator.viewer)).outcome).toMatchObject({ fields: [{ path: 'reason' }] });
    expect((await erase(person, operator.viewer, { reason: 'Asked for by mail.' })).outcome?.__typename).toBe('Person');
  });

  test('the last administrator, even with two seats, hands over first', async () => {
    const organisationId = new Types.ObjectId();
    const seat = { organisationId, isAdministrator: true };
    const person = await addPerson({ seats: [seat, seat] });
    expect((await erase(person, person.viewer)).outcome?.__typename).toBe('LastAdministrator');
    await addPerson({ seats: [seat] });
    expect((await erase(person, person.viewer)).outcome?.__typename).toBe('Person');
  });

  test('nobody erases another', async () => {
    const [person, other] = [await addPerson(), await addPerson({ offices: [{ kind: 'SECRETARIAT' }] })];
    expect((await erase(person, other.viewer)).code).toBe('FORBIDDEN');
    expect((await erase(person, null)).code).toBe('UNAUTHENTICATED');
  });

  test('a later room removes what it holds as well', async () => {
    const erased: string[] = [];
    registerErasure((personId) => Promise.resolve(void erased.push(personId)));
    const person = await addPerson();
    await erase(person, person.viewer);
    expect(erased).toContain(person.personId);
  });
});

/** Every document of every collection, as text. */
async function wholeDatabase(): Promise<string> {
  const { connection } = Account.db.base;
  const collections = await connection.db!.listCollections().toArray();
  const documents = await Promise.all(collections.map(({ name }) => connection.db!.collection(name).find().toArray()));
  return JSON.stringify(documents);
}

test('the export holds all that is held on the person, of every room, and none of the secrets', async () => {
  const organisationId = new Types.ObjectId();
  const person = await addPerson({ name: 'Amal', seats: [{ organisationId, isAdministrator: true }], offices: [{ kind: 'SECRETARIAT' }] });
  await execute(`mutation { requestSignInLink(input: { email: "${person.email}" }) { __typename } }`);
  const request = { ...testRequest(), viewer: null, session: null };
  await startSession(request, (await Account.findOne({ personId: person.personId }))!, 'LINK');
  registerHeldOnPerson((personId) => Promise.resolve({ ballots: [`of ${personId}`] }));
  const { data } = await execute<{ viewer: { dataHeldOnMe: string } }>('{ viewer { dataHeldOnMe } }', { viewer: person.viewer });
  const held = JSON.parse(data?.viewer.dataHeldOnMe ?? '') as Record<string, unknown>;
  expect(held).toMatchObject({
    person: { name: 'Amal' },
    account: { email: person.email },
    sessions: [{ signedInBy: 'LINK' }],
    signInRequests: [{ codesTried: 0 }],
    seats: [{ kind: 'DELEGATE' }],
    offices: [{ kind: 'SECRETARIAT' }],
    mails: [{ to: person.email }],
    ballots: [`of ${person.personId}`],
  });
  expect(data?.viewer.dataHeldOnMe).not.toMatch(/[Hh]ash"|#[\w-]{43}/);
});

test('a person with nothing but an account is exported too', async () => {
  const { viewer } = await addPerson();
  const { data } = await execute<{ viewer: { dataHeldOnMe: string } }>('{ viewer { dataHeldOnMe } }', { viewer });
  expect(JSON.parse(data?.viewer.dataHeldOnMe ?? '')).toMatchObject({ seats: [], offices: [], sessions: [], acts: [] });
});
