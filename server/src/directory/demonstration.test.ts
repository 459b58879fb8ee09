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
  expect((await Organisation.distinct('slug', { isFictional: true })).sort()).toEqual([
    'baobab-example-centre',
    'gentian-example-forum',
    'ipe-example-network',
    'olive-example-network',
  ]);
  expect((await execute(asked)).data).toEqual({ organisations: { totalCount: 163 }, organisation: null });
});

test('those who hold a seat of one see it, and it says that it is invented', async () => {
  const own = await Organisation.findOne({ slug: 'olive-example-network' });
  const viewer = viewerWithSeatsOf(own!._id);
  expect((await execute(asked, { viewer })).data).toEqual({
    organisations: { totalCount: 164 },
    organisation: { name: 'Olive Example Network', isFictional: true, sourceUrl: null },
  });
});

test('a second seeding adds nothing', async () => {
  const before = await Organisation.find({ isFictional: true }).lean();
  await seedDemonstrationOrganisations(portal.now());
  expect(await Organisation.find({ isFictional: true }).lean()).toEqual(before);
});
