import { execute } from '../platform/testing/execute.js';
import { testDatabase } from '../platform/testing/database.js';
import { testPortal } from '../platform/testing/portal.js';
import { seedDemonstrationOrganisations, startDirectory } from './index.js';
import { Organisation } from './Organisation.js';
import { viewerWithSeatsOf } from './testing/records.js';

testDatabase();

const portal = testPortal();

beforeAll(() => startDirectory(portal));
afterAll(() => portal.stop());

const asked = '{ organisations(first: 1) { totalCount } organisation(slug: "olive-example-network") { name isFictional sourceUrl } }';

test('the invented organisations are marked, and the public directory is of real ones alone', async () => {
  expect(await Organisation.countDocuments({ isFictional: true })).toBe(12);
  expect(await Organisation.find({ isFictional: true, name: { $not: /Example/ } })).toEqual([]);
  expect((await execute(asked)).data).toEqual({ organisations: { totalCount: 163 }, organisation: null });
});

test('whoever is signed in sees those for members, and they say that they are invented', async () => {
  expect((await execute(asked, { viewer: viewerWithSeatsOf() })).data).toEqual({
    organisations: { totalCount: 174 },
    organisation: { name: 'Olive Example Network', isFictional: true, sourceUrl: null },
  });
});

test('the one that is shown nowhere is seen by its own people alone', async () => {
  const hidden = await Organisation.findOne({ slug: 'juniper-example-shelter' });
  const viewer = viewerWithSeatsOf(hidden!._id);
  expect((await execute(asked, { viewer })).data).toMatchObject({ organisations: { totalCount: 175 } });
});

test('an invented organisation has a whole profile', async () => {
  const profile = await execute(
    `{ organisation(slug: "olive-example-network") {
      names { text language kind } type mechanisms countriesOfWork languages foundedIn website
      descriptions { language } identifiers { value } confirmations { section }
      place { city precision } affiliations { network from { on precision } to { on } namedOn { on } }
    } }`,
    { viewer: viewerWithSeatsOf() },
  );
  expect(profile.data).toEqual({
    organisation: {
      names: [
        { text: 'شبكة الزيتون المثالية', language: 'ar', kind: 'TRANSLATED' },
        { text: 'Réseau Exemple de l’Olivier', language: 'fr', kind: 'TRANSLATED' },
      ],
      type: 'NATIONAL_COALITION',
      mechanisms: ['COMMITTEE_ON_THE_RIGHTS_OF_THE_CHILD', 'UNIVERSAL_PERIODIC_REVIEW', 'REGIONAL_MECHANISMS'],
      countriesOfWork: ['EG', 'JO', 'LB'],
      languages: ['ar', 'en', 'fr'],
      foundedIn: 1998,
      website: 'https://olive.example/',
      descriptions: [{ language: 'en' }, { language: 'ar' }, { language: 'fr' }],
      identifiers: [],
      confirmations: [],
      place: { city: 'Cairo', precision: 'CITY' },
      affiliations: [{ network: 'Fictional Coalition', from: { on: '2009-05-01', precision: 'MONTH' }, to: null, namedOn: null }],
    },
  });
});

test('a second seeding adds nothing', async () => {
  const before = await Organisation.find({ isFictional: true }).lean();
  await seedDemonstrationOrganisations(portal.now());
  expect(await Organisation.find({ isFictional: true }).lean()).toEqual(before);
});
