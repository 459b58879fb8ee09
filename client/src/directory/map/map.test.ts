import { geoEqualEarth } from 'd3-geo';
import fc from 'fast-check';
import { clustersAt, indexPlaces, zoomThatParts } from './clusters.js';
import { project, unproject } from './equalEarth.js';
import type { MapPlace } from './MapPlace.js';
import { heldInWorld, inWindow, readMapView, wholeWorld, writeMapView } from './mapView.js';
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
    const zoom = zoomThatParts(index, both!, 0);
    expect(clustersAt(index, zoom)).toHaveLength(2);
    expect(clustersAt(index, zoom - 1)).toHaveLength(1);
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

  it('stays on the land', () => {
    const view = heldInWorld({ x: -5000, y: 9000, zoom: 8 }, 0.5);
    expect(inWindow(view, 0.5, { x: 0, y: view.y })).toMatchObject({ left: 0, isInside: true });
    expect(heldInWorld({ x: 0, y: 0, zoom: 99 }, 0.5).zoom).toBe(16);
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
    const beginnings = [...(await loadWorld()).matchAll(/M(\d+) (\d+)/g)].map(([, x, y]) => ({ x: Number(x) / 5, y: Number(y) / 5 }));
    expect(beginnings.length).toBeGreaterThan(250);
    expect(beginnings.every(({ x, y }) => x >= 0 && x <= 1000 && y >= 0 && y < 440)).toBe(true);
  });
});
