import type { Language } from '../../platform/language.js';
import { testDatabase } from '../../platform/testing/database.js';
import { execute } from '../../platform/testing/execute.js';
import { testMoment, testRequest } from '../../platform/testing/request.js';
import { registerCoalitions } from '../coalitions.js';
import { Office } from '../Office.js';
import { startSession } from '../sessions.js';
import { Account } from '../Account.js';
import { addPerson } from '../testing/addPerson.js';
import { cookieOf } from '../testing/cookieOf.js';
import type { Viewer } from '../Viewer.js';

testDatabase();
registerCoalitions((shortName) => shortName === 'crc-asia');
beforeEach(() => Office.deleteMany({}));

const minutes = (count: number) => new Date(testMoment.getTime() + count * 60_000);
type Outcome = Record<string, unknown> & { __typename: string; id?: string };

const operator = () => addPerson({ name: 'Ori', offices: [{ kind: 'OPERATOR' }] });

async function appoint(input: object, viewer: Viewer | null, language: Language = 'en') {
  const { data, errors } = await execute<{ appointToOffice: Outcome }>(
    `mutation ($input: AppointToOfficeInput!) { appointToOffice(input: $input) { __typename
      ... on Office { id kind scope person { name } startedAt endedAt } ... on InvalidInput { fields { path } } ... on AlreadyHoldsOffice { office { id } } ... on NoSuchCoalition { shortName message } } }`,
    { variables: { input }, viewer, language },
  );
  return { outcome: data?.appointToOffice, code: errors[0]?.extensions?.['code'] };
}

async function end(officeId: string, asking: { viewer?: Viewer; cookie?: string; now?: Date }, reason?: string) {
  const { data, errors } = await execute<{ endOffice: Outcome }>(
    `mutation ($input: EndOfficeInput!) { endOffice(input: $input) { __typename ... on Office { endedAt } ... on InvalidInput { fields { path } } } }`,
    { variables: { input: { officeId, ...(reason ? { reason } : {}) } }, ...asking },
  );
  return { outcome: data?.endOffice, code: errors[0]?.extensions?.['code'] };
}

const officeOf = async (personId: string) => (await Office.findOne({ personId }).lean())?._id.toString() ?? '';

test('the operator appoints a coordinator of one coalition, from now on', async () => {
  const { viewer } = await operator();
  const person = await addPerson({ name: 'Corazon' });
  expect((await appoint({ kind: 'COORDINATOR', scope: 'crc-asia', personId: person.personId }, viewer)).outcome).toMatchObject({
    __typename: 'Office',
    kind: 'COORDINATOR',
    scope: 'crc-asia',
    person: { name: 'Corazon' },
    startedAt: testMoment.toISOString(),
    endedAt: null,
  });
});

test('a coordinator of a coalition that nobody knows is refused by name, in the language of the page, and a convener’s group is taken as written', async () => {
  const { viewer, personId } = await operator();
  expect((await appoint({ kind: 'COORDINATOR', scope: ' crc-asai ', personId }, viewer)).outcome).toEqual({
    __typename: 'NoSuchCoalition',
    shortName: 'crc-asai',
    message: expect.stringContaining('“crc-asai”') as string,
  });
  expect((await appoint({ kind: 'COORDINATOR', scope: 'crc-asai', personId }, viewer, 'ar')).outcome?.['message']).toContain(
    'لا يعرف الدليل',
  );
  expect((await appoint({ kind: 'CONVENER', scope: 'Crc-Asai', personId }, viewer)).outcome).toMatchObject({ scope: 'Crc-Asai' });
  expect(await Office.countDocuments({ kind: 'COORDINATOR' })).toBe(0);
});

test('who held which office on a day is answered for that day', async () => {
  const { viewer } = await operator();
  const person = await addPerson({ name: 'Tomas' });
  const { outcome } = await appoint({ kind: 'TREASURER', personId: person.personId }, viewer);
  await end(outcome?.id ?? '', { viewer, now: minutes(10) }, 'The term is over.');
  const held = async (at: Date) =>
    (
      await execute<{ offices: { kind: string; person: { name: string } }[] }>(
        'query ($at: DateTime) { offices(at: $at) { kind person { name } } }',
        {
          variables: { at: at.toISOString() },
          viewer,
        },
      )
    ).data?.offices.map(({ kind }) => kind);
  expect(await held(minutes(-1))).toEqual(['OPERATOR']);
  expect(await held(minutes(0))).toEqual(['TREASURER', 'OPERATOR']);
  expect(await held(minutes(9))).toEqual(['TREASURER', 'OPERATOR']);
  expect(await held(minutes(10))).toEqual(['OPERATOR']);
});

test.each([
  [{ kind: 'COORDINATOR' }, 'scope'],
  [{ kind: 'CONVENER', scope: ' ' }, 'scope'],
  [{ kind: 'TREASURER', scope: 'crc-asia' }, 'scope'],
  [{ kind: 'TREASURER', personId: 'nonsense' }, 'personId'],
  [{ kind: 'TREASURER', personId: '650000000000000000000000' }, 'personId'],
])('the input %j is told to be wrong', async (input, path) => {
  const { viewer, personId } = await operator();
  expect((await appoint({ personId, ...input }, viewer)).outcome).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
});

test('nobody is appointed twice, even at the same moment', async () => {
  const { viewer } = await operator();
  const { personId } = await addPerson();
  const outcomes = await Promise.all([appoint({ kind: 'TREASURER', personId }, viewer), appoint({ kind: 'TREASURER', personId }, viewer)]);
  expect(outcomes.map(({ outcome }) => outcome?.__typename).sort()).toEqual(['AlreadyHoldsOffice', 'Office']);
  expect(await Office.countDocuments({ kind: 'TREASURER' })).toBe(1);
});

test('two people are designated for safeguarding, and a third is refused', async () => {
  const { viewer } = await operator();
  const outcomes = [];
  for (let count = 0; count < 3; count += 1) {
    const { personId } = await addPerson();
    outcomes.push((await appoint({ kind: 'SAFEGUARDING_LEAD', personId }, viewer)).outcome?.__typename);
  }
  expect(outcomes).toEqual(['Office', 'Office', 'SafeguardingLeadsComplete']);
});

test('the last operator stays', async () => {
  const { viewer, personId } = await operator();
  expect((await end(await officeOf(personId), { viewer })).outcome?.__typename).toBe('LastOperator');
});

test('the secretariat ends the office of a convener with a reason, and a second click is told so', async () => {
  const { viewer } = await addPerson({ offices: [{ kind: 'SECRETARIAT' }] });
  const { personId } = await addPerson({ offices: [{ kind: 'CONVENER', scope: 'education' }] });
  const office = await officeOf(personId);
  expect((await end(office, { viewer })).outcome).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: 'reason' }] });
  expect((await end(office, { viewer }, 'The term is over.')).outcome).toMatchObject({
    __typename: 'Office',
    endedAt: testMoment.toISOString(),
  });
  expect((await end(office, { viewer }, 'The term is over.')).outcome?.__typename).toBe('OfficeEndedMeanwhile');
});

test('everybody may lay down an office of their own without a reason', async () => {
  const { viewer, personId } = await addPerson({ offices: [{ kind: 'TREASURER' }] });
  expect((await end(await officeOf(personId), { viewer })).outcome?.__typename).toBe('Office');
});

test('an operator who lost the office between load and click is refused', async () => {
  const [first, second] = [await operator(), await operator()];
  const account = await Account.findOne({ personId: second.personId });
  const request = { ...testRequest(), viewer: null, session: null };
  await startSession(request, account!, 'LINK');
  const cookie = cookieOf(request.cookies.headers);
  const { personId } = await addPerson();
  const click = () =>
    execute<{ appointToOffice: Outcome }>(
      `mutation ($id: ID!) { appointToOffice(input: { kind: TREASURER, personId: $id }) { __typename } }`,
      {
        variables: { id: personId },
        cookie,
        now: minutes(2),
      },
    );
  const page = await execute<{ viewer: { viewerCanAppointTo: string[] } }>('{ viewer { viewerCanAppointTo } }', { cookie });
  expect(page.data?.viewer.viewerCanAppointTo).toContain('TREASURER');
  await end(await officeOf(second.personId), { viewer: first.viewer, now: minutes(1) }, 'Left the network.');
  expect((await click()).errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  expect(await Office.countDocuments({ kind: 'TREASURER' })).toBe(0);
});

test.each(['TREASURER', 'OPERATOR'])('a member appoints nobody %s', async (kind) => {
  const { viewer, personId } = await addPerson();
  expect((await appoint({ kind, personId }, viewer)).code).toBe('FORBIDDEN');
  expect((await appoint({ kind, personId }, null)).code).toBe('UNAUTHENTICATED');
});

test('the secretariat appoints neither operators nor those who read the restricted store', async () => {
  const { viewer, personId } = await addPerson({ offices: [{ kind: 'SECRETARIAT' }] });
  for (const kind of ['OPERATOR', 'SAFEGUARDING_LEAD']) expect((await appoint({ kind, personId }, viewer)).code).toBe('FORBIDDEN');
});
