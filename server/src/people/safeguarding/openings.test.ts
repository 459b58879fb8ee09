import { getNamedType, isUnionType } from 'graphql';
import { Types } from 'mongoose';
import { Mail } from '../../platform/mail/Mail.js';
import { testDatabase } from '../../platform/testing/database.js';
import { execute } from '../../platform/testing/execute.js';
import { testMoment } from '../../platform/testing/request.js';
import { readSchema } from '../../schema.js';
import { AuditEntry } from '../audit/AuditEntry.js';
import { Office } from '../Office.js';
import { registerOrganisations } from '../organisations.js';
import type { TestPerson } from '../testing/addPerson.js';
import { addPerson } from '../testing/addPerson.js';
import type { Viewer } from '../Viewer.js';
import { ChildRecord } from './ChildRecord.js';
import { ChildRecordsOpening } from './ChildRecordsOpening.js';

testDatabase();
registerOrganisations((id) => ({ id, name: 'Fictional Organisation', country: null }));
beforeEach(async () => {
  await ChildRecord.deleteMany({});
  await ChildRecordsOpening.deleteMany({});
  await AuditEntry.deleteMany({});
  await Mail.deleteMany({});
  await Office.deleteMany({ kind: 'SAFEGUARDING_LEAD' });
});

const minutes = (count: number) => new Date(testMoment.getTime() + count * 60_000);
const hours = (count: number) => minutes(60 * count);
const lead = (name: string, language: 'en' | 'fr' | 'es' | 'ar' = 'en') =>
  addPerson({ name, offices: [{ kind: 'SAFEGUARDING_LEAD' }], account: { language } });

type Outcome = Record<string, unknown> & { __typename: string; id?: string };

const fields: Readonly<Record<string, string>> = {
  ChildRecordsRead: 'readAt records { pseudonym supportingOrganisationName }',
  OpeningUnderWay: 'message opening { state }',
  TooManyAttempts: 'message retryAfterSeconds',
  InvalidInput: 'message fields { path }',
  ChildRecordsOpening: 'id state reason lapsesAt closesAt refusedBecause askedBy { name } answeredBy { name } viewerCanAnswer',
};

/** What to ask of each member of the mutation's result. */
function shownOf(mutation: string): string {
  const result = getNamedType(readSchema().getMutationType()?.getFields()[mutation]?.type);
  const members = isUnionType(result) ? result.getTypes() : [];
  return members.map(({ name }) => (name in fields ? `... on ${name} { ${fields[name]} }` : '')).join(' ') + ' ... on Refusal { message }';
}

async function act(mutation: string, input: object | null, viewer: Viewer | null, now = testMoment) {
  const shown = `__typename ${shownOf(mutation)}`;
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input!`;
  const { data, errors } = await execute<Record<string, Outcome>>(
    input === null ? `mutation { ${mutation} { ${shown} } }` : `mutation ($input: ${type}) { ${mutation}(input: $input) { ${shown} } }`,
    { variables: input === null ? {} : { input }, viewer, now },
  );
  return { outcome: data?.[mutation], code: errors[0]?.extensions?.['code'] };
}

const reason = 'A guardian asked what is kept.';
const ask = async ({ viewer }: TestPerson, now = testMoment) => (await act('askToOpenChildRecords', { reason }, viewer, now)).outcome;
const agree = async (id: string | undefined, { viewer }: TestPerson, now = testMoment) =>
  (await act('agreeToOpenChildRecords', { openingId: id }, viewer, now)).outcome;
const refuse = async (id: string | undefined, { viewer }: TestPerson, why: string, now = testMoment) =>
  (await act('refuseToOpenChildRecords', { openingId: id, reason: why }, viewer, now)).outcome;
const close = async (id: string | undefined, { viewer }: TestPerson, now = testMoment) =>
  (await act('closeChildRecords', { openingId: id }, viewer, now)).outcome;
const read = async ({ viewer }: TestPerson, now = testMoment) => (await act('readChildRecords', null, viewer, now)).outcome;

const shownTo = async ({ viewer }: TestPerson, now = testMoment) =>
  (
    await execute<{ childRecordsOpening: Outcome | null }>(
      '{ childRecordsOpening { state reason refusedBecause viewerCanAnswer askedBy { name } answeredBy { name } } }',
      { viewer, now },
    )
  ).data?.childRecordsOpening;

const actsKept = async () =>
  (await AuditEntry.find().sort({ sequence: 1 }).lean()).map(({ act: kept, actorId, reason: why }) => [kept, actorId, why]);

test('one asks with a reason, the other agrees, and the store is open to both for an hour', async () => {
  const [sana, nils] = [await lead('Sana'), await lead('Nils')];
  const asked = await ask(sana);
  expect(asked).toMatchObject({ state: 'WAITING', reason, askedBy: { name: 'Sana' }, answeredBy: null, lapsesAt: hours(24).toISOString() });
  expect(asked?.['viewerCanAnswer']).toBe(false);
  expect((await shownTo(nils))?.['viewerCanAnswer']).toBe(true);
  expect((await read(sana))?.__typename).toBe('ChildRecordsClosed');

  expect(await agree(asked?.id, nils, minutes(5))).toMatchObject({
    state: 'OPEN',
    answeredBy: { name: 'Nils' },
    closesAt: minutes(65).toISOString(),
  });
  expect((await read(sana, minutes(6)))?.__typename).toBe('ChildRecordsRead');
  expect((await read(nils, minutes(64)))?.__typename).toBe('ChildRecordsRead');
  for (const one of [sana, nils]) expect((await read(one, minutes(65)))?.__typename).toBe('ChildRecordsClosed');
  expect((await shownTo(sana, minutes(65)))?.['state']).toBe('CLOSED');
});

test('who asks and takes it back again and again is refused after ten times in a day, and nobody else is', async () => {
  const [sana, nils] = [await lead('Sana'), await lead('Nils')];
  for (let time = 0; time < 10; time += 1) {
    const asked = await ask(sana, minutes(time));
    expect(asked?.__typename).toBe('ChildRecordsOpening');
    expect(await ask(sana, minutes(time))).toMatchObject({ __typename: 'OpeningUnderWay' });
    await close(asked?.id, sana, minutes(time));
  }
  expect(await ask(sana, minutes(30))).toEqual({
    __typename: 'TooManyAttempts',
    retryAfterSeconds: 23.5 * 3600,
    message: 'That was tried too often. Please try again in 24 h.',
  });
  expect(await Mail.countDocuments({ to: nils.email })).toBe(10);
  expect(await actsKept()).toHaveLength(20);

  const byNils = await ask(nils, minutes(31));
  expect(byNils?.__typename).toBe('ChildRecordsOpening');
  await close(byNils?.id, nils, minutes(31));
  expect((await ask(sana, hours(24)))?.__typename).toBe('ChildRecordsOpening');
});

test('asking, agreeing and each reading stand in the audit trail, with the reason', async () => {
  const [sana, nils] = [await lead('Sana'), await lead('Nils')];
  await agree((await ask(sana))?.id, nils);
  await read(sana);
  await read(sana);
  await read(nils);
  expect(await actsKept()).toEqual([
    ['askToOpenChildRecords', sana.personId, reason],
    ['agreeToOpenChildRecords', nils.personId, reason],
    ['readChildRecords', sana.personId, reason],
    ['readChildRecords', sana.personId, reason],
    ['readChildRecords', nils.personId, reason],
  ]);
});

test('whoever asked cannot answer, be it yes or no', async () => {
  const sana = await lead('Sana');
  await lead('Nils');
  const asked = await ask(sana);
  expect(await agree(asked?.id, sana)).toMatchObject({ __typename: 'AnotherPersonNeeded', message: expect.stringContaining('The other') });
  expect((await refuse(asked?.id, sana, 'Changed my mind.'))?.__typename).toBe('AnotherPersonNeeded');
  expect((await read(sana))?.__typename).toBe('ChildRecordsClosed');
});

test('the other says no with a reason, which the one who asked reads', async () => {
  const [sana, nils] = [await lead('Sana'), await lead('Nils')];
  const asked = await ask(sana);
  expect(await refuse(asked?.id, nils, ' ')).toMatchObject({ __typename: 'InvalidInput', fields: [{ path: 'reason' }] });
  expect(await refuse(asked?.id, nils, 'Let us talk first.')).toMatchObject({ state: 'REFUSED', closesAt: null });
  expect(await shownTo(sana)).toMatchObject({ state: 'REFUSED', refusedBecause: 'Let us talk first.', answeredBy: { name: 'Nils' } });
  expect((await read(sana))?.__typename).toBe('ChildRecordsClosed');
  expect((await agree(asked?.id, nils))?.__typename).toBe('OpeningNotWaiting');
  expect((await actsKept()).at(-1)).toEqual(['refuseToOpenChildRecords', nils.personId, 'Let us talk first.']);
});

test('what nobody answers within a day lapses, and can be asked anew', async () => {
  const [sana, nils] = [await lead('Sana'), await lead('Nils')];
  const asked = await ask(sana);
  expect((await shownTo(nils, hours(24)))?.['state']).toBe('LAPSED');
  expect((await agree(asked?.id, nils, hours(24)))?.__typename).toBe('OpeningLapsed');
  expect((await refuse(asked?.id, nils, 'Too late.', hours(24)))?.__typename).toBe('OpeningLapsed');
  expect((await ask(sana, hours(24)))?.['state']).toBe('WAITING');
});

test('two who ask at once, or one who asks twice, have one opening', async () => {
  const [sana, nils] = [await lead('Sana'), await lead('Nils')];
  const both = await Promise.all([ask(sana), ask(nils)]);
  expect(both.map((outcome) => outcome?.__typename).sort()).toEqual(['ChildRecordsOpening', 'OpeningUnderWay']);
  expect(await ask(sana)).toMatchObject({ __typename: 'OpeningUnderWay', opening: { state: 'WAITING' } });
  expect(await ChildRecordsOpening.countDocuments()).toBe(1);
});

test('two answers at once are one, and the later is told so', async () => {
  const [sana, nils] = [await lead('Sana'), await lead('Nils')];
  const asked = await ask(sana);
  const answers = await Promise.all([agree(asked?.id, nils), refuse(asked?.id, nils, 'No.', testMoment)]);
  expect(answers.map((outcome) => outcome?.__typename).sort()).toEqual(['ChildRecordsOpening', 'OpeningNotWaiting']);
});

test('nobody opens alone: without a second designated person asking is refused', async () => {
  expect(await ask(await lead('Sana'))).toMatchObject({ __typename: 'SecondLeadMissing', message: expect.stringContaining('operator') });
});

test('a question without a reason is told to be wrong', async () => {
  const [sana] = [await lead('Sana'), await lead('Nils')];
  expect((await act('askToOpenChildRecords', { reason: '  ' }, sana.viewer)).outcome).toMatchObject({ fields: [{ path: 'reason' }] });
});

test('either of the two closes it early, and only who asked takes it back', async () => {
  const [sana, nils] = [await lead('Sana'), await lead('Nils')];
  const first = await ask(sana);
  expect((await close(first?.id, nils))?.__typename).toBe('ChildRecordsClosed');
  expect((await close(first?.id, sana))?.['state']).toBe('CLOSED');
  expect((await agree(first?.id, nils))?.__typename).toBe('OpeningNotWaiting');

  const second = await ask(nils, minutes(1));
  await agree(second?.id, sana, minutes(2));
  expect((await close(second?.id, sana, minutes(3)))?.['state']).toBe('CLOSED');
  expect((await read(nils, minutes(3)))?.__typename).toBe('ChildRecordsClosed');
  expect((await close(second?.id, nils, minutes(4)))?.__typename).toBe('ChildRecordsClosed');
});

test('the store closes at once when one of the two loses the office, and a third finds it closed', async () => {
  const [sana, nils] = [await lead('Sana'), await lead('Nils')];
  await agree((await ask(sana))?.id, nils);
  await Office.updateOne({ personId: nils.personId }, { endedAt: minutes(10) });
  const noor = await lead('Noor');
  expect((await read(sana, minutes(9)))?.__typename).toBe('ChildRecordsRead');
  expect((await read(noor, minutes(9)))?.__typename).toBe('ChildRecordsClosed');
  expect((await read(sana, minutes(10)))?.__typename).toBe('ChildRecordsClosed');
});

test.each([
  ['en', 'Sana asks to open the restricted store'],
  ['fr', 'Sana demande à ouvrir le registre restreint'],
  ['es', 'Sana pide abrir el registro restringido'],
  ['ar', 'يطلب Sana فتح السجل المقيَّد'],
] as const)('the mail that asks is written in %s, as text and HTML, under 50 KB', async (language, subject) => {
  const [sana, nils] = [await lead('Sana'), await lead('Nils', language)];
  await ask(sana);
  const mail = await Mail.findOne({ to: nils.email }).lean();
  expect(mail?.subject).toBe(subject);
  expect(mail?.html).toContain(`lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"`);
  expect(mail?.text).toContain('/child-advisors/records');
  expect(Buffer.byteLength(`${mail?.text}${mail?.html}`)).toBeLessThan(50_000);
});

test('the other gets a mail in their language that leaves the reason out, and the one who asked learns the answer', async () => {
  const [sana, nils] = [await lead('Sana'), await lead('Nils', 'ar')];
  await agree((await ask(sana))?.id, nils);
  const mails = await Mail.find().sort({ writtenAt: 1, _id: 1 }).lean();
  expect(mails.map(({ to, language }) => [to, language])).toEqual([
    [nils.email, 'ar'],
    [sana.email, 'en'],
  ]);
  expect(mails[0]?.html).toContain('dir="rtl"');
  expect(mails[1]?.text).toContain('for one hour');
  for (const { text, html } of mails) expect(text + html).not.toContain(reason);
});

const comet = {
  pseudonym: 'Comet',
  ageBand: 'FROM_13_TO_17' as const,
  region: 'ASIA_PACIFIC' as const,
  languages: ['km'],
  mandateStartsOn: '2026-01-01',
  mandateEndsOn: '2027-12-31',
  supportingOrganisationId: String(new Types.ObjectId()),
};
const days = { childSignedOn: '2026-02-01', guardianSignedOn: '2026-02-01', expiresOn: '2026-12-31' };

test('while the store is closed nothing is registered, recorded or removed', async () => {
  const [sana] = [await lead('Sana'), await lead('Nils')];
  const { id } = await ChildRecord.create(comet);
  const childRecordId = id as string;
  const tries: [string, object][] = [
    ['registerChildAdvisor', { ...comet, pseudonym: 'Lagoon' }],
    ['recordConsent', { childRecordId, purpose: 'TRAVEL', ...days }],
    ['removeChildAdvisor', { childRecordId, reason: 'The mandate is over.' }],
  ];
  for (const [mutation, input] of tries) expect((await act(mutation, input, sana.viewer)).outcome?.__typename).toBe('ChildRecordsClosed');
  expect(await ChildRecord.find().lean()).toMatchObject([{ pseudonym: 'Comet', consents: [] }]);
});

test('everybody else is refused, and learns nothing of how it stands', async () => {
  const [sana] = [await lead('Sana'), await lead('Nils')];
  const asked = await ask(sana);
  const { viewer } = await addPerson({ offices: (['SECRETARIAT', 'OPERATOR', 'TREASURER'] as const).map((kind) => ({ kind })) });
  const tries: [string, object | null][] = [
    ['askToOpenChildRecords', { reason }],
    ['agreeToOpenChildRecords', { openingId: asked?.id }],
    ['refuseToOpenChildRecords', { openingId: asked?.id, reason }],
    ['closeChildRecords', { openingId: asked?.id }],
    ['readChildRecords', null],
  ];
  for (const [mutation, input] of tries) {
    expect((await act(mutation, input, viewer)).code).toBe('FORBIDDEN');
    expect((await act(mutation, input, null)).code).toBe('UNAUTHENTICATED');
  }
  const { errors } = await execute('{ childRecordsOpening { state } }', { viewer });
  expect(errors[0]?.extensions?.['code']).toBe('FORBIDDEN');
  expect((await act('agreeToOpenChildRecords', { openingId: 'nonsense' }, sana.viewer)).code).toBe('NOT_FOUND');
});
