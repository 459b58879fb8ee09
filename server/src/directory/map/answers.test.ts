import { execute } from '../../platform/testing/execute.js';
import { testDatabase } from '../../platform/testing/database.js';
import { testPortal } from '../../platform/testing/portal.js';
import { startDirectory } from '../index.js';

testDatabase();

const portal = testPortal();

beforeAll(() => startDirectory(portal));
afterAll(() => portal.stop());

interface Answer {
  organisations: {
    totalCount: number;
    unplacedCount: number;
    pointCount: number;
    points: { country: string; precision: string; area: string | null; count: number }[] | null;
    clusters: { clusters: { count: number; countryCount: number; partsAtZoom: number | null }[]; notShownCount: number };
    growth: { years: { year: number; count: number }[]; withoutKnownDay: number };
  };
}

const map = `query Map($filter: OrganisationFilter, $zoom: Int!, $within: BoundingBox) {
  organisations(filter: $filter, first: 1) {
    totalCount unplacedCount pointCount
    points { country precision area count }
    clusters(zoom: $zoom, within: $within) { clusters { count countryCount partsAtZoom } notShownCount }
    growth { years { year count } withoutKnownDay }
  }
}`;

async function ask(variables: Record<string, unknown> = {}): Promise<Answer['organisations']> {
  const { data, errors } = await execute<Answer>(map, { variables: { zoom: 1, ...variables } });
  expect(errors).toEqual([]);
  return data!.organisations;
}

const sum = (parts: readonly { count: number }[]): number => parts.reduce((total, { count }) => total + count, 0);

test('a visitor sees 133 organisations at the middles of 60 countries, and their clusters add up', async () => {
  const { totalCount, unplacedCount, pointCount, points, clusters } = await ask();
  expect([totalCount, unplacedCount, pointCount]).toEqual([163, 30, 60]);
  expect(points!.every(({ precision, area }) => precision === 'COUNTRY' && area === null)).toBe(true);
  expect(sum(points!)).toBe(133);
  expect(sum(clusters.clusters)).toBe(133);
  expect(clusters.notShownCount).toBe(30);
});

test('a box narrows list, count, facets and map at once', async () => {
  const pacific = { west: 110, south: -50, east: -100, north: 50 };
  const inBox = await ask({ filter: { within: pacific } });
  expect(inBox).toMatchObject({ unplacedCount: 0 });
  expect(sum(inBox.points!)).toBe(inBox.totalCount);
  expect(inBox.points!.map(({ country }) => country)).toEqual(expect.arrayContaining(['PH', 'JP']));
  const { data } = await execute<{
    organisations: { totalCount: number; facets: { countries: { count: number }[]; withoutCountry: number } };
  }>(
    'query Facets($filter: OrganisationFilter) { organisations(filter: $filter, first: 1) { totalCount facets { countries { count } withoutCountry } } }',
    { variables: { filter: { within: pacific } } },
  );
  expect(sum(data!.organisations.facets.countries)).toBe(inBox.totalCount);
  expect(data!.organisations.facets.withoutCountry).toBe(0);
});

test('the network grows from its first dated source to its last, and 73 have no known day', async () => {
  const { growth, totalCount } = await ask();
  expect(growth.years.map(({ year }) => year)).toEqual([2006, 2009, 2014, 2015, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025]);
  expect(growth.years.at(-1)!.count + growth.withoutKnownDay).toBe(totalCount);
  expect(growth.withoutKnownDay).toBe(73);
  for (const { year, count } of growth.years) expect((await ask({ filter: { knownBy: year } })).totalCount).toBe(count);
  expect((await ask({ filter: { knownBy: 1983 } })).totalCount).toBe(0);
  expect((await ask({ filter: { withoutKnownDay: true } })).totalCount).toBe(73);
});

test('of the network itself, those admitted at an assembly are in from that year', async () => {
  const { growth } = await ask({ filter: { networks: ['child-rights-connect'] } });
  expect(growth).toEqual({
    years: [
      { year: 2019, count: 4 },
      { year: 2022, count: 11 },
      { year: 2023, count: 16 },
    ],
    withoutKnownDay: 12,
  });
});

test.each([
  [{ filter: { within: { west: 0, south: 10, east: 5, north: 9 } } }, /south must not be greater than north/],
  [{ zoom: 10 }, /`zoom` must be from 0 to 9/],
  [{ within: { west: -200, south: 0, east: 5, north: 9 } }, /west and east must be from -180 to 180/],
])('what is not on the map is refused: %j', async (variables, message) => {
  const { errors } = await execute(map, { variables: { zoom: 1, ...variables } });
  expect(errors).toEqual([
    expect.objectContaining({ message: expect.stringMatching(message), extensions: expect.objectContaining({ code: 'BAD_USER_INPUT' }) }),
  ]);
});
