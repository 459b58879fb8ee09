import { geoEqualEarth } from 'd3-geo';
import fc from 'fast-check';
import { boxOfWindow, outlineOf } from './box.js';
import { clustersAt, depthOfPoints, indexPlaces } from './clusters.js';
import { project, unproject } from './equalEarth.js';
import type { MapPlace } from './MapPlace.js';
import { readLayers, toneOf, writeLayers } from './mapLayers.js';
import { depthOf, heldInWorld, inWindow, readMapView, wholeWorld, writeMapView, zoomedAround } from './mapView.js';
import { markersAt } from './markers.js';
import { ringsAround } from './rings.js';
import { placeSeats } from './seats.js';
import { loadWorld } from './world.js';

const place = fc.record({
  country: fc.tuple(fc.constantFrom(...'ABCDEFGH'), fc.constantFrom(...'ABCDEFGH')).map(([one, other]) => one + other),
  latitude: fc.double({ min: -55, max: 70, noNaN: true }),
  longitude: fc.double({ min: -179, max: 179, noNaN: true }),
  count: fc.integer({ min: 1, max: 30 }),
});
const places = fc.uniqueArray(place, { maxLength: 25, selector: ({ country }) => country });
const points = fc
  .uniqueArray(fc.record({ place, area: fc.option(fc.constantFrom('A City', 'B City')) }), {
    maxLength: 60,
    selector: ({ place: { country }, area }) => `${country} ${area ?? ''}`,
  })
  .map((all) => all.map(({ place: each, area }): MapPlace => ({ ...each, area })));
const sum = (parts: readonly { count: number }[]) => parts.reduce((total, { count }) => total + count, 0);

describe('clusters', () => {
  it('hold every organisation once, whatever the zoom', () => {
    fc.assert(
      fc.property(places, fc.integer({ min: 0, max: 6 }), fc.integer({ min: 10, max: 80 }), (all, zoom, radius) => {
        const clusters = clustersAt(indexPlaces(all, radius), zoom);
        expect(sum(clusters)).toBe(sum(all));
        expect(clusters.flatMap((cluster) => cluster.places.map(({ country }) => country)).sort()).toEqual(
          all.map(({ country }) => country).sort(),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('part at a zoom that is told', () => {
    const neighbours: MapPlace[] = [
      { country: 'KH', latitude: 12.6, longitude: 104.9, count: 2 },
      { country: 'TH', latitude: 15.1, longitude: 101, count: 3 },
    ];
    const index = indexPlaces(neighbours, 40);
    const [both] = clustersAt(index, 0);
    expect(both?.places.map(({ country }) => country)).toEqual(['TH', 'KH']);
    const zoom = both!.partsAt!;
    expect(clustersAt(index, zoom)).toHaveLength(2);
    expect(clustersAt(index, zoom - 1)).toHaveLength(1);
  });
});

describe('markers', () => {
  const window = fc.record({
    longitude: fc.double({ min: -170, max: 170, noNaN: true }),
    latitude: fc.double({ min: -50, max: 70, noNaN: true }),
    zoom: fc.double({ min: 1, max: 32, noNaN: true }),
    ratio: fc.constantFrom(0.5, 0.8, 1.6),
  });

  it('and those out of sight add up to everybody, in 50 random parts of the map', () => {
    fc.assert(
      fc.property(points, window, (all, { longitude, latitude, zoom, ratio }) => {
        const view = heldInWorld({ ...project(longitude, latitude), zoom }, ratio);
        const markers = markersAt(indexPlaces(all, ratio > 0.7 ? 62 : 34), depthOf(view));
        const [inside, outside] = [true, false].map((side) => markers.filter((marker) => inWindow(view, ratio, marker).isInside === side));
        expect(sum(inside!) + sum(outside!)).toBe(sum(all));
        expect(new Set(markers.map(({ key }) => key)).size).toBe(markers.length);
        for (const marker of markers) expect(sum(marker.countries)).toBe(marker.count);
      }),
      { numRuns: 50 },
    );
  });

  it('stand alone at the deepest, and say at which depth they part', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 0, max: depthOfPoints }), (all, depth) => {
        const index = indexPlaces(all, 34);
        for (const { partsAt } of markersAt(index, depth))
          expect(partsAt === null || (partsAt > depth && partsAt <= depthOfPoints)).toBe(true);
        expect(markersAt(index, depthOfPoints).every(({ partsAt }) => partsAt === null)).toBe(true);
      }),
    );
  });

  it('of a city stand apart from the middle of its country and carry its name', () => {
    const kenya: MapPlace[] = [
      { country: 'KE', latitude: 0.2, longitude: 37.9, count: 2 },
      { country: 'KE', latitude: -1.28, longitude: 36.82, area: 'Nairobi', count: 1 },
    ];
    expect(markersAt(indexPlaces(kenya, 34), depthOfPoints)).toMatchObject([
      { area: 'Nairobi', count: 1, bounds: { west: 36.82, east: 36.82 } },
      { area: null, count: 2 },
    ]);
    expect(markersAt(indexPlaces(kenya, 34), 0)).toMatchObject([{ count: 3, countryCount: 1, countries: [{ country: 'KE', count: 3 }] }]);
  });
});

describe('a box', () => {
  it('of a window holds everything that the window shows', () => {
    fc.assert(
      fc.property(place, fc.double({ min: 1, max: 32, noNaN: true }), fc.constantFrom(0.5, 0.8), (around, zoom, ratio) => {
        const view = heldInWorld({ ...project(around.longitude, around.latitude), zoom }, ratio);
        if (!inWindow(view, ratio, project(around.longitude, around.latitude)).isInside) return;
        const { west, south, east, north } = boxOfWindow(view, ratio);
        expect(around.longitude >= west && around.longitude <= east && around.latitude >= south && around.latitude <= north).toBe(true);
      }),
    );
    expect(boxOfWindow(wholeWorld, 0.5)).toMatchObject({ west: -180, south: expect.closeTo(-65.2, 0), east: 180, north: 90 });
  });

  it('is drawn in two parts where it crosses the date line', () => {
    expect(outlineOf({ west: 170, south: -20, east: -170, north: 0 }).match(/M/g)).toHaveLength(2);
    expect(outlineOf({ west: 10, south: -20, east: 20, north: 0 }).match(/M/g)).toHaveLength(1);
  });
});

describe('layers', () => {
  const read = (query: string, ...networks: string[]) => readLayers(new URLSearchParams(query), networks);

  it('shade countries and outline the one network that is chosen, unless the address says otherwise', () => {
    expect(read('')).toEqual({ isShaded: true, outline: null });
    expect(read('', 'eurochild')).toEqual({ isShaded: true, outline: 'eurochild' });
    expect(read('', 'eurochild', 'saagn').outline).toBeNull();
    expect(read('outline=none&shade=0', 'eurochild')).toEqual({ isShaded: false, outline: null });
    expect(read('outline=saagn', 'eurochild').outline).toBe('saagn');
  });

  it('say after writing what they said before', () => {
    for (const isShaded of [true, false])
      for (const outline of [null, 'eurochild', 'saagn'])
        for (const networks of [[], ['eurochild'], ['eurochild', 'saagn']]) {
          const layers = { isShaded, outline };
          expect(readLayers(writeLayers(layers, networks, new URLSearchParams('at=1,2,3&shade=0')), networks)).toEqual(layers);
        }
  });

  it('have four tones', () => {
    expect([0, 1, 2, 4, 5, 9, 10, 500].map(toneOf)).toEqual([0, 1, 2, 2, 3, 3, 4, 4]);
  });
});

describe('rings', () => {
  it('hold every organisation once', () => {
    fc.assert(
      fc.property(places, (all) => {
        const seats = placeSeats(all, project, 5);
        expect(sum(ringsAround(clustersAt(indexPlaces(all, 38), 0), seats, 5).map(({ cluster }) => cluster))).toBe(sum(all));
      }),
      { numRuns: 25 },
    );
  });
});

describe('seats on the map', () => {
  it('are one for each organisation and none covers another', () => {
    const europe: MapPlace[] = [
      { country: 'GB', latitude: 54, longitude: -2, count: 15 },
      { country: 'CH', latitude: 46.8, longitude: 8.2, count: 13 },
      { country: 'FR', latitude: 46.6, longitude: 2.5, count: 5 },
    ];
    const seats = placeSeats(europe, project, 5);
    expect(seats).toHaveLength(33);
    for (const [index, one] of seats.entries()) {
      for (const other of seats.slice(index + 1)) expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(9.9);
    }
  });

  it('are the same every time', () => {
    const japan = [{ country: 'JP', latitude: 36, longitude: 138, count: 9 }];
    expect(placeSeats(japan, project, 5)).toEqual(placeSeats(japan, project, 5));
  });
});

describe('the window on the map', () => {
  it('is written into the address and read from it', () => {
    const view = heldInWorld({ ...project(20, 10), zoom: 4 }, 0.5);
    const again = readMapView(writeMapView(view));
    expect(again.zoom).toBe(4);
    expect(again.x).toBeCloseTo(view.x, 0);
    expect(again.y).toBeCloseTo(view.y, 0);
    expect(writeMapView(wholeWorld)).toBe('');
  });

  it.each([null, '', 'here', '1,2', '1,2,3,4', '91,0,2', '0,181,2', 'NaN,0,2'])('is the whole world for %p', (text) => {
    expect(readMapView(text)).toEqual(wholeWorld);
  });

  it('keeps the point under the pointer where it is while it is enlarged', () => {
    const view = heldInWorld({ ...project(20, 10), zoom: 4 }, 0.5);
    const at = { x: view.x + (0.3 - 0.5) * (1000 / view.zoom), y: view.y + (0.8 - 0.5) * ((1000 * 0.5) / view.zoom) };
    const nearer = zoomedAround(view, 0.5, 1.7, 0.3, 0.8);
    expect(nearer.zoom).toBeCloseTo(6.8);
    expect(inWindow(nearer, 0.5, at)).toMatchObject({ left: expect.closeTo(0.3, 6), top: expect.closeTo(0.8, 6) });
    expect(zoomedAround(view, 0.5, 0.001, 0.3, 0.8)).toEqual(heldInWorld(wholeWorld, 0.5));
  });

  it('stays on the land', () => {
    const view = heldInWorld({ x: -5000, y: 9000, zoom: 8 }, 0.5);
    expect(inWindow(view, 0.5, { x: 0, y: view.y })).toMatchObject({ left: 0, isInside: true });
    expect(heldInWorld({ x: 0, y: 0, zoom: 99 }, 0.5).zoom).toBe(32);
  });
});

describe('the projection', () => {
  const reference = geoEqualEarth().scale(188.254).translate([500, 245.753]);
  const point = fc.record({
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
    latitude: fc.double({ min: -89, max: 89, noNaN: true }),
  });

  it('puts every point where d3-geo puts it, and finds its way back', () => {
    fc.assert(
      fc.property(point, ({ longitude, latitude }) => {
        const { x, y } = project(longitude, latitude);
        const [referenceX = NaN, referenceY = NaN] = reference([longitude, latitude]) ?? [];
        expect(x).toBeCloseTo(referenceX, 6);
        expect(y).toBeCloseTo(referenceY, 6);
        const back = unproject(x, y);
        expect(back.longitude).toBeCloseTo(longitude, 5);
        expect(back.latitude).toBeCloseTo(latitude, 5);
      }),
    );
  });
});

describe('the world', () => {
  it('is drawn from the north of Greenland to Tierra del Fuego, without Antarctica', async () => {
    const beginnings = [...(await loadWorld()).land.matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => ({ x: Number(x) / 5, y: Number(y) / 5 }));
    expect(beginnings.length).toBeGreaterThan(250);
    const { countries } = await loadWorld();
    expect(['KE', 'FR', 'XK', 'FJ'].every((code) => countries[code]?.startsWith('M'))).toBe(true);
    expect(countries['AQ']).toBeUndefined();
    expect(beginnings.every(({ x, y }) => x >= 0 && x <= 1000 && y >= 0 && y < 440)).toBe(true);
  });
});
