import { Account, addPerson } from '../../people/testing/index.js';
import { startPeople } from '../../people/index.js';
import { Mail } from '../../platform/mail/Mail.js';
import { testDatabase } from '../../platform/testing/database.js';
import { testPortal } from '../../platform/testing/portal.js';
import { Organisation } from '../Organisation.js';
import { profileSections } from '../profile.js';
import { startDirectory } from '../start.js';
import { aCouncil } from '../testing/world.js';
import { askToConfirm } from './askToConfirm.js';

testDatabase();
const portal = testPortal({ environment: { DEMONSTRATION: 'false' } });
beforeAll(async () => {
  await startPeople(portal);
  await startDirectory(portal);
});
afterAll(() => portal.stop());
beforeEach(() => Mail.deleteMany({}));

const url = 'https://plenum.example';
const confirmedOn = (day: string, sections: readonly string[] = profileSections) =>
  sections.map((section) => ({ section, confirmedOn: day }));
const on = (day: string) => new Date(`${day}T05:20:00.000Z`);
const mailsTo = (...people: { email: string }[]) =>
  Mail.find({ to: { $in: people.map(({ email }) => email) } })
    .sort({ _id: 1 })
    .lean();

async function councilConfirmed(confirmations: object[]) {
  const council = await aCouncil();
  await Organisation.updateOne({ _id: council.organisation._id }, { confirmations });
  return council;
}

test('the administrators alone are asked once in their language, with the sections and a link', async () => {
  const { organisation, administrator, colleague } = await councilConfirmed(confirmedOn('2026-01-01', ['IDENTITY', 'WORK', 'EXCHANGE']));
  const second = await addPerson({ seats: [{ organisationId: organisation._id, isAdministrator: true }] });
  await Account.updateOne({ personId: second.personId }, { language: 'fr' });
  await askToConfirm(on('2026-03-02'), url);
  const mails = await mailsTo(administrator, colleague, second);
  expect(mails.map(({ to, language }) => [to, language])).toEqual([
    [administrator.email, 'en'],
    [second.email, 'fr'],
  ]);
  expect(mails[0]?.text).toContain('Website and descriptions and Your networks.');
  expect(mails[0]?.text).toContain(`${url}/organisation/profile?of=${organisation.id}`);
  expect(mails[1]?.text).toContain('Site et descriptions et Vos réseaux');
});

test('nobody is asked twice for the same year, nor again before a year has passed', async () => {
  const { administrator } = await councilConfirmed([]);
  for (const day of ['2026-03-02', '2026-03-03', '2026-12-31', '2027-01-01', '2027-03-01']) await askToConfirm(on(day), url);
  expect(await mailsTo(administrator)).toHaveLength(1);
  await askToConfirm(on('2027-03-02'), url);
  expect(await mailsTo(administrator)).toHaveLength(2);
});

test('two processes at the same moment ask once', async () => {
  const { administrator } = await councilConfirmed([]);
  await Promise.all([askToConfirm(on('2026-03-02'), url), askToConfirm(on('2026-03-02'), url)]);
  expect(await mailsTo(administrator)).toHaveLength(1);
});

test('a section is asked for when a year has passed since it was confirmed, and not a day before', async () => {
  const { administrator } = await councilConfirmed(confirmedOn('2025-03-03'));
  await askToConfirm(on('2026-03-02'), url);
  expect(await mailsTo(administrator)).toEqual([]);
  await askToConfirm(on('2026-03-03'), url);
  expect(await mailsTo(administrator)).toHaveLength(1);
});

test('what is old stays as it is', async () => {
  const { organisation } = await councilConfirmed(confirmedOn('2020-01-01'));
  const before = await Organisation.findById(organisation.id).lean();
  await askToConfirm(on('2026-03-02'), url);
  expect(await Organisation.findById(organisation.id).lean()).toEqual(before);
});
