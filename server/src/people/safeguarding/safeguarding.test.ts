import { isInputObjectType, isObjectType } from 'graphql';
import { Types } from 'mongoose';
import { testDatabase } from '../../platform/testing/database.js';
import { execute } from '../../platform/testing/execute.js';
import { testMoment } from '../../platform/testing/request.js';
import { readSchema } from '../../schema.js';
import { AuditEntry } from '../audit/AuditEntry.js';
import { registerOrganisations } from '../organisations.js';
import { addPerson } from '../testing/addPerson.js';
import { openStore } from '../testing/openStore.js';
import type { Viewer } from '../Viewer.js';
import { ChildRecord } from './ChildRecord.js';
import { ChildRecordsOpening } from './ChildRecordsOpening.js';

testDatabase();
registerOrganisations((id) => ({ id, name: 'Fictional Organisation', country: null }));
beforeEach(() => ChildRecord.deleteMany({}));
afterEach(() => ChildRecordsOpening.deleteMany({}));

const minutes = (count: number) => new Date(testMoment.getTime() + count * 60_000);

/** A designated person to whom, together with another, the restricted store is open. */
async function lead(): Promise<Viewer> {
  const { viewer } = await addPerson({ offices: [{ kind: 'SAFEGUARDING_LEAD' }] });
  await openStore(viewer);
  return viewer;
}

type Outcome = Record<string, unknown> & { __typename: string; id?: string; records?: { pseudonym: string }[] };

async function act(mutation: string, input: object, viewer: Viewer | null, now = testMoment) {
  const fields = {
    removeChildAdvisor: '... on InvalidInput { fields { path } }',
    withdrawConsent: '... on ConsentWithdrawn { pseudonym purpose withdrawnAt record { consents { purpose isValid withdrawnAt } } }',
  }[mutation];
  const { data, errors } = await execute<Record<string, Outcome>>(
    `mutation ($input: ${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!) { ${mutation}(input: $input) { __typename
      ${fields ?? '... on ChildRecord { id pseudonym consents { purpose isValid } } ... on InvalidInput { fields { path } }'} } }`,
    { variables: { input }, viewer, now },
  );
  return { outcome: data?.[mutation], code: errors[0]?.extensions?.['code'] };
}

const comet = {
  pseudonym: 'Comet',
  ageBand: 'FROM_13_TO_17',
  region: 'ASIA_PACIFIC',
  languages: ['km', 'en'],
  mandateStartsOn: '2026-01-01',
  mandateEndsOn: '2027-12-31',
  supportingOrganisationId: String(new Types.ObjectId()),
};

const consent = (childRecordId: unknown, purpose: string, extra: object = {}) => ({
  childRecordId,
  purpose,
  childSignedOn: '2026-02-01',
  guardianSignedOn: '2026-02-03',
  expiresOn: '2026-12-31',
  ...extra,
});

/** A child advisor who has agreed, with a guardian, to these purposes. */
async function advisor(viewer: Viewer, ...purposes: string[]): Promise<string> {
  return namedAdvisor(viewer, 'Comet', ...purposes);
}

async function namedAdvisor(viewer: Viewer, pseudonym: string, ...purposes: string[]): Promise<string> {
  const { outcome } = await act('registerChildAdvisor', { ...comet, pseudonym }, viewer);
  for (const purpose of purposes) await act('recordConsent', consent(outcome?.id, purpose), viewer);
  return outcome?.id ?? '';
}

const shown = async (viewer: Viewer | null, now = testMoment) =>
  (
    await execute<{ childAdvisors: Record<string, unknown>[] }>('{ childAdvisors { pseudonym ageBand region languages mandateEndsOn } }', {
      viewer,
      now,
    })
  ).data?.childAdvisors;

interface Counts {
  total: number | null;
  byRegion: { count: number | null }[];
}

async function counted(viewer: Viewer | null): Promise<Counts> {
  const { data } = await execute<{ childAdvisorCounts: Counts }>(
    '{ childAdvisorCounts { total byRegion { region count } byAgeBand { ageBand count } } }',
    { viewer },
  );
  if (data == null) throw new Error('Nothing was told.');
  return data.childAdvisorCounts;
}

const inPublic = { pseudonym: 'Comet', ageBand: 'FROM_13_TO_17', region: 'ASIA_PACIFIC', languages: null, mandateEndsOn: null };
const toMembers = { ...inPublic, languages: ['km', 'en'], mandateEndsOn: '2027-12-31' };

test('without a consent a child advisor is shown to nobody, not even to those who registered them', async () => {
  const viewer = await lead();
  await advisor(viewer, 'MEDIA', 'TRAVEL');
  expect(await shown(null)).toEqual([]);
  expect(await shown(viewer)).toEqual([]);
});

test('consent to publication shows a pseudonym, an age band and a region to everybody, and no more', async () => {
  await advisor(await lead(), 'PUBLICATION');
  expect(await shown(null)).toEqual([inPublic]);
  expect(await shown((await addPerson()).viewer)).toEqual([inPublic]);
});

test('consent to participation shows languages and mandate to members, and nothing in public', async () => {
  await advisor(await lead(), 'PARTICIPATION');
  expect(await shown(null)).toEqual([]);
  expect(await shown((await addPerson()).viewer)).toEqual([toMembers]);
});

test('a consent that is taken back hides at the next read', async () => {
  const viewer = await lead();
  await advisor(viewer, 'PUBLICATION');
  expect(await shown(null, minutes(1))).toHaveLength(1);
  const withdraw = (now: Date) => act('withdrawConsent', { pseudonym: 'Comet', purpose: 'PUBLICATION' }, viewer, now);
  expect((await withdraw(minutes(1))).outcome).toEqual({
    __typename: 'ConsentWithdrawn',
    pseudonym: 'Comet',
    purpose: 'PUBLICATION',
    withdrawnAt: minutes(1).toISOString(),
    record: { consents: [{ purpose: 'PUBLICATION', isValid: false, withdrawnAt: minutes(1).toISOString() }] },
  });
  expect(await shown(null, minutes(1))).toEqual([]);
  expect((await withdraw(minutes(2))).outcome?.__typename).toBe('NoValidConsent');
});

test('a consent is taken back by one of the two at once, while the restricted store is closed, and then no record is shown', async () => {
  const viewer = await lead();
  await advisor(viewer, 'MEDIA');
  await ChildRecordsOpening.deleteMany({});
  const withdraw = async (pseudonym: string, by: Viewer | null = viewer) => act('withdrawConsent', { pseudonym, purpose: 'MEDIA' }, by);
  expect((await withdraw('Meteor')).outcome?.__typename).toBe('NoValidConsent');
  expect((await withdraw(' comet ')).outcome).toMatchObject({ __typename: 'ConsentWithdrawn', pseudonym: 'Comet', record: null });
  const secretariat = await addPerson({ offices: [{ kind: 'SECRETARIAT' }] });
  expect((await withdraw('Comet', secretariat.viewer)).code).toBe('FORBIDDEN');
  expect((await withdraw('Comet', null)).code).toBe('UNAUTHENTICATED');
});

test('no two child advisors have one pseudonym, in capitals or not, even when both come at once', async () => {
  const viewer = await lead();
  const outcomes = await Promise.all(['Comet', 'COMET'].map((pseudonym) => act('registerChildAdvisor', { ...comet, pseudonym }, viewer)));
  expect(outcomes.map(({ outcome }) => outcome?.__typename).sort()).toEqual(['ChildRecord', 'InvalidInput']);
  expect((await act('registerChildAdvisor', comet, viewer)).outcome).toMatchObject({ fields: [{ path: 'pseudonym' }] });
});

test('a consent that expires and a mandate that ends hide at the next read', async () => {
  const viewer = await lead();
  await advisor(viewer, 'PUBLICATION');
  expect(await shown(null, new Date('2026-12-31T23:59:59Z'))).toHaveLength(1);
  expect(await shown(null, new Date('2027-01-01T00:00:00Z'))).toEqual([]);
  await ChildRecord.deleteMany({});
  const { outcome } = await act('registerChildAdvisor', { ...comet, mandateEndsOn: '2026-03-31' }, viewer);
  await act('recordConsent', consent(outcome?.id, 'PUBLICATION'), viewer);
  expect(await shown(null, new Date('2026-04-01T00:00:00Z'))).toEqual([]);
});

test('the audit trail names no pseudonym', async () => {
  const viewer = await lead();
  const id = await advisor(viewer, 'PUBLICATION');
  await act('removeChildAdvisor', { childRecordId: id, reason: 'The mandate is over.' }, viewer);
  expect(await ChildRecord.countDocuments()).toBe(0);
  expect(JSON.stringify(await AuditEntry.find().lean())).not.toContain('Comet');
});

test('of those who are shown four are not counted, five are, and six are told as five', async () => {
  const viewer = await lead();
  const totals: unknown[] = [];
  for (const pseudonym of ['Comet', 'Meteor', 'Lagoon', 'Pebble', 'Bamboo', 'Kestrel']) {
    await namedAdvisor(viewer, pseudonym, 'PUBLICATION');
    totals.push((await counted(null)).total);
  }
  expect(totals).toEqual([null, null, null, null, 5, 5]);
  expect((await counted(null)).byRegion.map(({ count }) => count)).toEqual([null, 5, null, null, null]);
});

test('those who are not shown to a reader are in no number that this reader is told', async () => {
  const viewer = await lead();
  for (const pseudonym of ['Comet', 'Meteor', 'Lagoon', 'Pebble']) await namedAdvisor(viewer, pseudonym, 'PUBLICATION');
  await namedAdvisor(viewer, 'Kestrel', 'PARTICIPATION');
  for (const pseudonym of ['Bamboo', 'Acacia', 'Baobab', 'Nube', 'Volcano']) await namedAdvisor(viewer, pseudonym, 'TRAVEL');
  expect((await counted(null)).total).toBeNull();
  expect((await counted((await addPerson()).viewer)).total).toBe(5);
  expect((await counted(viewer)).total).toBe(5);
});

test.each([
  [{ pseudonym: 'Comet Example' }, 'pseudonym'],
  [{ pseudonym: 'comet@example.org' }, 'pseudonym'],
  [{ pseudonym: '2014' }, 'pseudonym'],
  [{ pseudonym: 'C' }, 'pseudonym'],
  [{ languages: [] }, 'languages'],
  [{ languages: ['Khmer'] }, 'languages'],
  [{ mandateEndsOn: '2025-12-31' }, 'mandateEndsOn'],
  [{ mandateEndsOn: '2028-01-02' }, 'mandateEndsOn'],
])('a child advisor with %j is told to be wrong', async (input, path) => {
  expect((await act('registerChildAdvisor', { ...comet, ...input }, await lead())).outcome).toMatchObject({
    __typename: 'InvalidInput',
    fields: [{ path }],
  });
});

test.each([
  [{ childSignedOn: '2026-03-03' }, 'childSignedOn'],
  [{ guardianSignedOn: '2026-03-03' }, 'guardianSignedOn'],
  [{ expiresOn: '2026-02-02' }, 'expiresOn'],
  [{ expiresOn: '2028-02-04' }, 'expiresOn'],
])('a consent with %j is told to be wrong', async (input, path) => {
  const viewer = await lead();
  const { outcome } = await act('recordConsent', consent(await advisor(viewer), 'MEDIA', input), viewer);
  expect(outcome).toMatchObject({ __typename: 'InvalidInput', fields: [{ path }] });
});

test('days that do not exist are named one by one, by the field where they were typed and in the language of the page', async () => {
  const viewer = await lead();
  const wrong = consent(await advisor(viewer), 'MEDIA', { childSignedOn: '2026-02-31', expiresOn: '' });
  const tell = async (language: 'en' | 'ar') => {
    const operation = 'mutation ($input: RecordConsentInput!) { recordConsent(input: $input) { __typename } }';
    return (await execute(operation, { variables: { input: wrong }, viewer, language })).errors;
  };
  const [first, second] = await tell('en');
  expect(first?.message).toContain('"2026-02-31" at "input.childSignedOn"; A Date is a day of the calendar');
  expect(second?.message).toContain('"" at "input.expiresOn"');
  const fields = ['childSignedOn', 'expiresOn'].map((path) => ({ path, message: expect.stringContaining('no such day') as string }));
  expect(first?.extensions).toEqual({ code: 'BAD_USER_INPUT', fields });
  expect((await tell('ar'))[0]?.extensions).toMatchObject({
    fields: [{ path: 'childSignedOn', message: expect.stringContaining('لا يوجد يوم') as string }, {}],
  });
  expect((await ChildRecord.findOne().lean())?.consents).toEqual([]);
});

test('nothing in the schema could hold more of a child than these fields', () => {
  const allowed: Record<string, string[]> = {
    ChildAdvisor: ['pseudonym', 'ageBand', 'region', 'languages', 'mandateEndsOn'],
    ChildRecord: [
      'id',
      'pseudonym',
      'ageBand',
      'region',
      'languages',
      'mandateStartsOn',
      'mandateEndsOn',
      'supportingOrganisationId',
      'supportingOrganisationName',
      'consents',
    ],
    Consent: ['purpose', 'childSignedOn', 'guardianSignedOn', 'expiresOn', 'withdrawnAt', 'isValid'],
    RegisterChildAdvisorInput: [
      'pseudonym',
      'ageBand',
      'region',
      'languages',
      'mandateStartsOn',
      'mandateEndsOn',
      'supportingOrganisationId',
    ],
    RecordConsentInput: ['childRecordId', 'purpose', 'childSignedOn', 'guardianSignedOn', 'expiresOn'],
    ChildRecordsRead: ['records', 'readAt'],
    ChildRecordsOpening: [
      'id',
      'state',
      'reason',
      'askedBy',
      'askedAt',
      'lapsesAt',
      'answeredBy',
      'answeredAt',
      'refusedBecause',
      'closesAt',
      'viewerCanAnswer',
    ],
    ConsentWithdrawn: ['pseudonym', 'purpose', 'withdrawnAt', 'record'],
    ChildAdvisorCounts: ['total', 'byRegion', 'byAgeBand'],
  };
  const schema = readSchema();
  const aboutChildren = Object.values(schema.getTypeMap()).filter(
    (type) =>
      (isObjectType(type) || isInputObjectType(type)) && /Child|Consent/.test(type.name) && Object.keys(type.getFields()).length > 2,
  );
  for (const type of aboutChildren) expect(Object.keys(allowed)).toContain(type.name);
  for (const [name, fields] of Object.entries(allowed)) {
    const type = schema.getType(name);
    if (!isObjectType(type) && !isInputObjectType(type)) throw new Error(`${name} is gone.`);
    expect(Object.keys(type.getFields()).sort()).toEqual([...fields].sort());
  }
  for (const name of ['childAdvisors', 'childAdvisorCounts']) expect(schema.getQueryType()?.getFields()[name]?.args).toEqual([]);
});
