import * as fc from 'fast-check';
import type { DirectoryIndex } from '../DirectoryIndex.js';
import type { OrganisationsArguments } from '../queries.js';
import { organisations } from '../queries.js';
import { anyBox, anyDirectory, anyFilter, indexOf, organisationShape } from '../testing/records.js';
import type { BoundingBox } from './BoundingBox.js';
import { holds } from './BoundingBox.js';
import { clusterPoints, deepestZoom } from './clusterPoints.js';
import type { MapPoint } from './mapPoints.js';
import { mostPoints } from './organisationMap.js';

function ask(directory: DirectoryIndex, asked: Partial<OrganisationsArguments> = {}) {
  return organisations({ directory, viewer: null, language: 'en' }, { first: 100, ...asked });
}

const sum = (parts: readonly { count: number }[]): number => parts.reduce((total, { count }) => total + count, 0);
const wholeWorld: BoundingBox = { west: -180, south: -90, east: 180, north: 90 };

describe('a box', () => {
  const fiji = { latitude: -18, longitude: 178 };
  const samoa = { latitude: -14, longitude: -172 };
  const pacific: BoundingBox = { west: 170, south: -30, east: -165, north: 0 };

  test('crosses the date line where its west is greater than its east', () => {
    expect([fiji, samoa].map((point) => holds(pacific, point))).toEqual([true, true]);
    expect([fiji, samoa].map((point) => holds({ ...pacific, west: -165, east: 170 }, point))).toEqual([false, false]);
    expect(holds(pacific, { latitude: -14, longitude: 0 })).toBe(false);
  });

  test('holds its edges, and a box of one point holds that point', () => {
    expect(holds({ west: 178, east: 178, south: -18, north: -18 }, fiji)).toBe(true);
    expect(holds({ west: 178, east: 180, south: -18, north: 0 }, fiji)).toBe(true);
  });

  test('holds nobody without a point, not even the whole world does', () => {
    expect(holds(wholeWorld, null)).toBe(false);
    const directory = indexOf({ name: 'Somewhere', country: 'KE' }, { name: 'Nowhere' });
    expect(ask(directory, { filter: { within: wholeWorld } })).toMatchObject({ totalCount: 1, unplacedCount: 0 });
    expect(ask(directory)).toMatchObject({ totalCount: 2, unplacedCount: 1 });
  });

  test.each([
    { ...wholeWorld, west: -181 },
    { ...wholeWorld, east: 180.5 },
    { ...wholeWorld, north: 91 },
    { ...wholeWorld, south: 10, north: 9 },
  ])('that is not on the earth is refused: %j', (within) => {
    expect(() => ask(indexOf(), { filter: { within } })).toThrow(/`within`/);
    expect(() => ask(indexOf()).map.clusters({ zoom: 2, within })).toThrow(/`within`/);
  });
});

describe('what a box tells of an organisation that shows its country alone', () => {
  const middle = { latitude: 0.5, longitude: 37.9 };
  const seats = [
    { latitude: -4.04, longitude: 39.66 },
    { latitude: 3.1, longitude: 35.6 },
  ];
  const directories = seats.map(({ latitude, longitude }) =>
    indexOf({ name: 'Quiet Centre', country: 'KE', seat: { street: `${latitude} ${longitude}`, city: 'A City', region: 'A Region' } }),
  );
  /** 200 boxes, each inside the one before, closing in on a point of Kenya. */
  const nestedAround = ({ latitude, longitude }: { latitude: number; longitude: number }, widest: number): BoundingBox[] =>
    Array.from({ length: 200 }, (_, step) => {
      const half = widest * (1 - step / 200);
      return { west: longitude - half, east: longitude + half, south: latitude - half, north: latitude + half };
    });
  const found = (directory: DirectoryIndex, within: BoundingBox): number => ask(directory, { filter: { within } }).totalCount;

  test('its published point is the middle of the country', () => {
    const [place] = ask(directories[0]!).map.points()!;
    expect(place).toMatchObject({ latitude: expect.closeTo(middle.latitude, 0), longitude: expect.closeTo(middle.longitude, 0) });
  });

  test('200 nested boxes around its hidden seat answer alike', () => {
    for (const [at, seat] of seats.entries()) {
      expect(new Set(nestedAround(seat, 1.5).map((box) => found(directories[at]!, box)))).toEqual(new Set([0]));
    }
  });

  test('200 nested boxes around the middle of the country answer alike', () => {
    const { latitude, longitude } = ask(directories[0]!).map.points()![0]!;
    for (const directory of directories)
      expect(new Set(nestedAround({ latitude, longitude }, 4).map((box) => found(directory, box)))).toEqual(new Set([1]));
  });

  test('every box answers alike wherever in the country the seat is', () => {
    fc.assert(
      fc.property(anyBox, (box) => {
        expect(found(directories[0]!, box)).toBe(found(directories[1]!, box));
      }),
      { numRuns: 200 },
    );
    expect(JSON.stringify(ask(directories[0]!).map.clusters({ zoom: deepestZoom }))).not.toContain('City');
  });
});

describe('where an organisation stands', () => {
  const nairobi = { latitude: -1.2833, longitude: 36.8167, precision: 'CITY', region: 'Nairobi', city: 'Nairobi' } as const;

  test('one that chose its city stands at that point, apart from the middle of its country', () => {
    const directory = indexOf(
      { name: 'In the city', country: 'KE', chosenPlace: nairobi },
      { name: 'In the country', country: 'KE' },
      { name: 'In the country too', country: 'KE' },
    );
    expect(ask(directory).map.points()).toEqual([
      expect.objectContaining({ country: 'KE', count: 2, precision: 'COUNTRY', area: null }),
      { country: 'KE', region: 'AFRICA', latitude: -1.2833, longitude: 36.8167, precision: 'CITY', area: 'Nairobi', count: 1 },
    ]);
    expect(ask(directory).places).toEqual([expect.objectContaining({ country: 'KE', count: 3 })]);
  });

  test('the point of the map is the list that a box of that point gives', () => {
    fc.assert(
      fc.property(anyDirectory, (entries) => {
        const directory = indexOf(...entries);
        for (const { latitude, longitude, country, count } of ask(directory).map.points()!) {
          const within = { west: longitude, east: longitude, south: latitude, north: latitude };
          expect(ask(directory, { filter: { within, countries: [country] } }).totalCount).toBe(count);
        }
      }),
    );
  });

  test('a thousand readings give one coordinate', () => {
    const directory = indexOf({ name: 'In the city', country: 'KE', chosenPlace: nairobi });
    const read = () => JSON.stringify([ask(directory).map.points(), ask(directory).map.clusters({ zoom: 3 })]);
    expect(new Set(Array.from({ length: 1000 }, read)).size).toBe(1);
  });
});

describe('the numbers of the map', () => {
  test('points and those without one add up to the count', () => {
    fc.assert(
      fc.property(anyDirectory, anyFilter, (entries, filter) => {
        const { map, unplacedCount, totalCount } = ask(indexOf(...entries), { filter });
        expect(sum(map.points()!) + unplacedCount).toBe(totalCount);
        expect(map.pointCount()).toBe(map.points()!.length);
      }),
    );
  });

  test('clusters and those not shown add up to the count for 50 random boxes at every zoom', () => {
    fc.assert(
      fc.property(anyDirectory, anyBox, (entries, within) => {
        const { map, unplacedCount, totalCount } = ask(indexOf(...entries));
        for (let zoom = 0; zoom <= deepestZoom; zoom += 1) {
          const inBox = map.clusters({ zoom, within });
          const everywhere = map.clusters({ zoom });
          expect(sum(inBox.clusters) + inBox.notShownCount).toBe(totalCount);
          expect(sum(everywhere.clusters)).toBe(totalCount - unplacedCount);
          expect(inBox.clusters).toEqual(everywhere.clusters.filter((cluster) => holds(within, cluster)));
        }
      }),
      { numRuns: 50 },
    );
  });

  const anyPoints = fc.array(
    fc.record({
      country: fc.constantFrom('KE', 'PH', 'FJ', 'WS'),
      latitude: fc.double({ min: -80, max: 80, noNaN: true }),
      longitude: fc.double({ min: -180, max: 180, noNaN: true }),
      count: fc.integer({ min: 1, max: 9 }),
    }),
    { maxLength: 300 },
  );

  test('a cluster names its countries, keeps within its edges and parts where it says', () => {
    fc.assert(
      fc.property(anyPoints, fc.integer({ min: 0, max: deepestZoom }), (some, zoom) => {
        const points: MapPoint[] = some.map((each) => ({ ...each, region: 'AFRICA', precision: 'COUNTRY', area: null }));
        const clusters = clusterPoints(points, zoom, null);
        expect(sum(clusters)).toBe(sum(points));
        for (const cluster of clusters) {
          const inside = points.filter((point) => holds(cluster, point));
          expect(sum(inside)).toBeGreaterThanOrEqual(cluster.count);
          expect(cluster.countryCount).toBe(cluster.countries.length);
          expect(sum(cluster.countries)).toBe(cluster.count);
          expect(cluster.partsAtZoom === null || cluster.partsAtZoom > zoom).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  test('beyond 5,000 points they are gathered here and no longer sent one by one', () => {
    const many = (count: number) => {
      const directory = indexOf();
      for (let at = 0; at < count; at += 1) {
        const place = {
          latitude: (at % 160) - 80,
          longitude: Math.floor(at / 160) * 4 - 170,
          precision: 'CITY',
          region: null,
          city: `City ${at}`,
        } as const;
        directory.putOrganisation(organisationShape({ name: `Centre ${at}`, country: 'KE', chosenPlace: place }));
      }
      return ask(directory);
    };
    expect(many(mostPoints).map.points()).toHaveLength(mostPoints);
    const { map, totalCount } = many(mostPoints + 1);
    expect(map.points()).toBeNull();
    expect(map.pointCount()).toBe(mostPoints + 1);
    for (const zoom of [1, deepestZoom]) {
      const { clusters, notShownCount } = map.clusters({ zoom });
      expect(clusters.length).toBeLessThanOrEqual(zoom === 1 ? 400 : 2000);
      expect(sum(clusters) + notShownCount).toBe(totalCount);
    }
  });

  test.each([-1, deepestZoom + 1])('zoom %d is refused', (zoom) => {
    expect(() => ask(indexOf()).map.clusters({ zoom })).toThrow(/`zoom` must be from 0 to 9/);
  });
});
