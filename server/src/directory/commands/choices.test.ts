import { AuditEntry } from '../../people/testing/index.js';
import { startPeople } from '../../people/index.js';
import { testDatabase } from '../../platform/testing/database.js';
import { testPortal } from '../../platform/testing/portal.js';
import { exportOrganisations } from '../exportOrganisations.js';
import { directory, startDirectory } from '../start.js';
import { aCouncil, act, ask } from '../testing/world.js';

testDatabase();
const portal = testPortal();
beforeAll(async () => {
  await startPeople(portal);
  await startDirectory(portal);
});
afterAll(() => portal.stop());

type Viewer = Parameters<typeof act>[2];

const kept =
  '... on OrganisationKeeping { listing seat { street city region } organisation { place { latitude longitude precision region city } } }';
const keeping = (id: string, viewer: Viewer) =>
  ask<{ keepingOf: Record<string, unknown> | null }>(
    `{ keepingOf(organisationId: "${id}") { listing viewerCanChange viewerCanPropose seat { street city region } } }`,
    viewer,
  ).then(({ keepingOf }) => keepingOf);
const seen = (slug: string, viewer: Viewer) =>
  ask<{ organisation: { name: string; place: object } | null; organisations: { totalCount: number } }>(
    `{ organisation(slug: "${slug}") { name place { latitude longitude precision region city } } organisations(search: "fictional council") { totalCount } }`,
    viewer,
  );
const placesOf = (country: string, precision: string, startingWith: string, viewer: Viewer) =>
  ask<{ publishedPlaces: { id: string; name: string; region: string | null }[] }>(
    `{ publishedPlaces(country: "${country}", precision: ${precision}, startingWith: "${startingWith}") { id name region } }`,
    viewer,
  ).then(({ publishedPlaces }) => publishedPlaces);

describe('who sees the organisation', () => {
  test.each([
    ['LISTED', true, true],
    ['MEMBERS', false, true],
    ['UNLISTED', false, false],
  ] as const)('as %s it is seen by visitors: %s, by members: %s, and always by its own people', async (listing, byVisitors, byMembers) => {
    const { organisation, administrator, colleague, elsewhere, secretariat } = await aCouncil();
    expect((await act('chooseListing', { organisationId: organisation.id, listing }, administrator.viewer, kept)).outcome).toMatchObject({
      listing,
    });
    expect((await seen(organisation.slug, null)).organisation !== null).toBe(byVisitors);
    expect((await seen(organisation.slug, elsewhere.viewer)).organisation !== null).toBe(byMembers);
    expect((await seen(organisation.slug, colleague.viewer)).organisation).not.toBeNull();
    expect(await keeping(organisation.id, secretariat.viewer)).toMatchObject({ listing, viewerCanChange: false, viewerCanPropose: true });
    expect(await keeping(organisation.id, colleague.viewer)).toMatchObject({ listing, viewerCanChange: false, viewerCanPropose: false });
    expect(await keeping(organisation.id, elsewhere.viewer)).toBeNull();
  });

  test('others choose nothing', async () => {
    const { organisation, colleague, elsewhere, secretariat } = await aCouncil();
    for (const { viewer } of [colleague, elsewhere, secretariat]) {
      expect((await act('chooseListing', { organisationId: organisation.id, listing: 'UNLISTED' }, viewer)).code).toBe('FORBIDDEN');
      expect((await act('choosePlace', { organisationId: organisation.id, precision: 'COUNTRY' }, viewer)).code).toBe('FORBIDDEN');
    }
  });
});

describe('where maps show the organisation', () => {
  const seat = { street: 'Canary Street 7', city: 'Canary City', region: 'Canary Region' };

  test('a thousand reads give the one published middle of the city, and the seat stays with its own people and the secretariat', async () => {
    const { organisation, administrator, colleague, elsewhere, secretariat } = await aCouncil();
    const [city] = await placesOf('KE', 'CITY', 'kisum', administrator.viewer);
    expect(city).toMatchObject({ name: 'Kisumu', region: 'Kisumu' });
    const input = { organisationId: organisation.id, precision: 'CITY', placeId: city?.id, seat };
    const { outcome } = await act('choosePlace', input, administrator.viewer, kept);
    const place = { latitude: -0.1, longitude: 34.76, precision: 'CITY', region: 'Kisumu', city: 'Kisumu' };
    expect(outcome).toMatchObject({ seat, organisation: { place } });
    const read = new Set<string>();
    for (let count = 0; count < 1000; count += 1) read.add(JSON.stringify(directory.bySlug(organisation.slug, null)?.place));
    expect([...read]).toEqual([JSON.stringify(place)]);
    expect((await seen(organisation.slug, null)).organisation?.place).toEqual(place);
    for (const { viewer } of [administrator, colleague, secretariat])
      expect(await keeping(organisation.id, viewer)).toMatchObject({ seat });
    expect(await keeping(organisation.id, elsewhere.viewer)).toBeNull();
  });

  test('what is finer than it chose is in no memory, search, file or trail', async () => {
    const { organisation, administrator } = await aCouncil();
    await act('choosePlace', { organisationId: organisation.id, precision: 'COUNTRY', seat }, administrator.viewer);
    const record = directory.bySlug(organisation.slug, null)!;
    expect(JSON.stringify(record)).not.toMatch(/canary/i);
    expect(exportOrganisations([record])).not.toMatch(/canary/i);
    expect(JSON.stringify(await AuditEntry.find({ subjectId: organisation.id }).lean())).not.toMatch(/canary/i);
    expect(
      (
        await ask<{ organisations: { totalCount: number } }>(
          '{ organisations(search: "Canary Street") { totalCount } }',
          administrator.viewer,
        )
      ).organisations.totalCount,
    ).toBe(0);
    expect(record.place).toMatchObject({ precision: 'COUNTRY', region: null, city: null });
  });

  test('a region is shown by the middle of its cities', async () => {
    const { organisation, administrator } = await aCouncil();
    const [region] = await placesOf('KE', 'REGION', 'mombasa', administrator.viewer);
    const { outcome } = await act(
      'choosePlace',
      { organisationId: organisation.id, precision: 'REGION', placeId: region?.id },
      administrator.viewer,
      kept,
    );
    expect(outcome).toMatchObject({ organisation: { place: { precision: 'REGION', region: 'Mombasa', city: null } } });
  });

  test('back at the country, the middle of the country is shown', async () => {
    const { organisation, administrator } = await aCouncil();
    const before = (await seen(organisation.slug, null)).organisation?.place;
    const [city] = await placesOf('KE', 'CITY', 'nairobi', administrator.viewer);
    await act('choosePlace', { organisationId: organisation.id, precision: 'CITY', placeId: city?.id }, administrator.viewer);
    await act('choosePlace', { organisationId: organisation.id, precision: 'COUNTRY' }, administrator.viewer);
    expect((await seen(organisation.slug, null)).organisation?.place).toEqual(before);
  });

  test.each([
    ['a city without a key', { precision: 'CITY' }, 'placeId'],
    ['a city of another country', { precision: 'CITY', placeId: 'city:1821306' }, 'placeId'],
    ['a region as a city', { precision: 'CITY', placeId: 'region:KE.05' }, 'placeId'],
    ['an unknown key', { precision: 'REGION', placeId: 'nonsense' }, 'placeId'],
    ['a street of 201 letters', { precision: 'COUNTRY', seat: { street: 'x'.repeat(201) } }, 'seat.street'],
  ])('%s is told to be wrong', async (_what, input, path) => {
    const { organisation, administrator } = await aCouncil();
    const fields = '... on InvalidInput { fields { path } }';
    expect((await act('choosePlace', { organisationId: organisation.id, ...input }, administrator.viewer, fields)).outcome).toEqual({
      __typename: 'InvalidInput',
      fields: [{ path }],
    });
  });

  test('without a country there is nowhere to show', async () => {
    const { organisation, administrator } = await aCouncil({ country: null });
    const fields = '... on InvalidInput { fields { path } }';
    expect(
      (
        await act(
          'choosePlace',
          { organisationId: organisation.id, precision: 'CITY', placeId: 'city:184745' },
          administrator.viewer,
          fields,
        )
      ).outcome,
    ).toEqual({
      __typename: 'InvalidInput',
      fields: [{ path: 'precision' }],
    });
  });

  test('a country without known regions offers none', async () => {
    const { administrator } = await aCouncil();
    expect(await placesOf('VA', 'REGION', '', administrator.viewer)).toEqual([]);
    expect(await placesOf('KE', 'COUNTRY', '', administrator.viewer)).toEqual([]);
  });
});
