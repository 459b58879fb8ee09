import fc from 'fast-check';
import { meeting } from './crossings.js';
import { distanceToEdge } from './distance.js';
import { leafCell } from './leaf-cell.js';
import { Loop } from './Loop.js';
import { turn } from './orientation.js';
import { Polygon } from './Polygon.js';
import { angle, dot, cross, spherePoint } from './vector.js';
import type { Vector } from './vector.js';

const place = fc.tuple(fc.double({ min: -180, max: 180, noNaN: true }), fc.double({ min: -90, max: 90, noNaN: true }));
const anyPoint = place.map(([longitude, latitude]) => spherePoint(longitude, latitude));

/** A convex area, its corners on a circle in order. */
const ring = (longitude: number, latitude: number, size: number, corners: number): Vector[] =>
  Array.from({ length: corners }, (_, corner) => {
    const direction = (2 * Math.PI * corner) / corners;
    return spherePoint(
      longitude + (size * Math.cos(direction)) / Math.cos((latitude * Math.PI) / 180),
      latitude + size * Math.sin(direction),
    );
  });

const area = (...loops: readonly (readonly [number, number])[][]): Polygon =>
  new Polygon(loops.map((corners) => Loop.smaller(corners.map(([longitude, latitude]) => spherePoint(longitude, latitude)))));

const square = (left: number, low: number, right: number, high: number): (readonly [number, number])[] => [
  [left, low],
  [right, low],
  [right, high],
  [left, high],
];

describe('Turns', () => {
  test('are the same from whichever point they begin, and the other way round backwards', () => {
    fc.assert(
      fc.property(anyPoint, anyPoint, anyPoint, (a, b, c) => {
        expect(turn(b, c, a)).toBe(turn(a, b, c));
        expect(turn(c, b, a) + turn(a, b, c)).toBe(0);
      }),
    );
  });

  test('are decided for points on one line too', () => {
    const [a, b, c] = [spherePoint(0, 0), spherePoint(10, 0), spherePoint(20, 0)];
    expect(Math.abs(turn(a, b, c))).toBe(1);
    expect(turn(a, b, c)).toBe(-turn(c, b, a));
    expect(turn(a, a, c)).toBe(0);
  });
});

describe('A loop', () => {
  test('holds what lies to the left of all edges of a convex one', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -170, max: 170, noNaN: true }),
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        fc.integer({ min: 3, max: 9 }),
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        fc.double({ min: -1.5, max: 1.5, noNaN: true }),
        (longitude, latitude, size, corners, east, north) => {
          const loop = Loop.smaller(ring(longitude, latitude, size, corners));
          const point = spherePoint(longitude + size * east, latitude + size * north);
          const sides = [...loop.edges()].map(([a, b]) => dot(cross(a, b), point));
          fc.pre(sides.every((side) => Math.abs(side) > 1e-12));
          fc.pre([...loop.edges()].every(([a, b], _, edges) => edges.every(([c]) => dot(cross(a, b), c) > -1e-9)));
          expect(loop.contains(point)).toBe(sides.every((side) => side > 0));
        },
      ),
      { numRuns: 500 },
    );
  });

  test('is read around its smaller side, whichever way it was written', () => {
    const corners = square(-10, -10, 10, 10).map(([x, y]) => spherePoint(x, y));
    for (const written of [corners, corners.toReversed()]) {
      expect(Loop.smaller(written).contains(spherePoint(1, 1))).toBe(true);
      expect(Loop.smaller(written).contains(spherePoint(100, 1))).toBe(false);
    }
  });

  test('has edges of great circles: the north of a wide square bulges', () => {
    const wide = area(square(-60, 0, 60, 50));
    expect(wide.contains(spherePoint(0, 60))).toBe(true);
    expect(wide.contains(spherePoint(0, 70))).toBe(false);
  });

  test('can lie around a pole and across the date line', () => {
    const cap = area([0, 90, 180, -90].map((longitude): [number, number] => [longitude, 70]));
    expect(cap.contains(spherePoint(45, 90))).toBe(true);
    expect(cap.contains(spherePoint(45, 50))).toBe(false);
    const pacific = area(square(170, -10, -170, 10));
    expect(pacific.contains(spherePoint(179, 0))).toBe(true);
    expect(pacific.contains(spherePoint(-179, 0))).toBe(true);
    expect(pacific.contains(spherePoint(0, 0))).toBe(false);
  });

  test('shares each corner and edge with its neighbours so that a point is in one of them', () => {
    const quarters = [square(0, 0, 10, 10), square(10, 0, 20, 10), square(0, 10, 10, 20), square(10, 10, 20, 20)].map((one) => area(one));
    expect(quarters.filter((quarter) => quarter.contains(spherePoint(10, 10)))).toHaveLength(1);
    expect(quarters.filter((quarter) => quarter.contains(spherePoint(10, 5)))).toHaveLength(1);
  });
});

describe('An area', () => {
  const outer = square(0, 0, 10, 10);
  const holed = area(outer, square(4, 4, 6, 6));

  test('leaves out its holes', () => {
    expect(holed.contains(spherePoint(2, 2))).toBe(true);
    expect(holed.contains(spherePoint(5, 5))).toBe(false);
    expect(holed.distance(spherePoint(5, 5))).toBeCloseTo(Math.PI / 180, 3);
  });

  test.each([
    ['apart', square(20, 20, 30, 30), false, false],
    ['across the border', square(5, 5, 15, 15), true, false],
    ['inside', square(1, 1, 3, 3), true, true],
    ['around', square(-5, -5, 15, 15), true, false],
    ['in the hole', square(4.5, 4.5, 5.5, 5.5), false, false],
    ['across the hole', square(3, 3, 5, 5), true, false],
    ['around the hole', square(3, 3, 7, 7), true, false],
  ])('%s', (_, other, meets, contains) => {
    expect(holed.intersects(area(other))).toBe(meets);
    expect(area(other).intersects(holed)).toBe(meets);
    expect(holed.containsPolygon(area(other))).toBe(contains);
  });

  test('contains itself, and the other with the same hole', () => {
    expect(area(outer).containsPolygon(area(outer))).toBe(true);
    expect(area(outer).containsPolygon(holed)).toBe(true);
    expect(holed.containsPolygon(area(outer))).toBe(false);
  });

  test.each([
    [
      'inside',
      [
        [1, 1],
        [2, 3],
      ],
      true,
      true,
    ],
    [
      'out over the border',
      [
        [1, 1],
        [20, 3],
      ],
      true,
      false,
    ],
    [
      'across the whole',
      [
        [-5, 2],
        [20, 3],
      ],
      true,
      false,
    ],
    [
      'past it',
      [
        [-5, -2],
        [20, -3],
      ],
      false,
      false,
    ],
    [
      'over the hole',
      [
        [1, 5],
        [9, 5],
      ],
      true,
      false,
    ],
  ] as const)('a line %s', (_, line, meets, contains) => {
    const points = line.map(([longitude, latitude]) => spherePoint(longitude, latitude));
    expect(holed.intersectsLine(points)).toBe(meets);
    expect(holed.containsLine(points)).toBe(contains);
  });
});

describe('Edges', () => {
  test('cross, share an end or are apart', () => {
    const at = spherePoint;
    expect(meeting(at(-1, 0), at(1, 0), at(0, -1), at(0, 1))).toBe('cross');
    expect(meeting(at(-1, 0), at(1, 0), at(1, 0), at(0, 1))).toBe('touch');
    expect(meeting(at(-1, 0), at(1, 0), at(0, 1), at(0, 2))).toBe('apart');
    expect(meeting(at(178, 10), at(-178, 10), at(180, 11), at(180, 9))).toBe('cross');
  });

  test('are as far as their nearest point', () => {
    expect(distanceToEdge(spherePoint(0, 1), spherePoint(-5, 0), spherePoint(5, 0))).toBeCloseTo(Math.PI / 180, 12);
    expect(distanceToEdge(spherePoint(8, 0), spherePoint(-5, 0), spherePoint(5, 0))).toBeCloseTo((3 * Math.PI) / 180, 12);
  });
});

describe('The smallest cell around a point', () => {
  test('holds it and is about a centimetre wide', () => {
    fc.assert(
      fc.property(anyPoint, (point) => {
        const cell = leafCell(point);
        expect(cell.contains(point) || cell.distance(point) < 1e-12).toBe(true);
        const width = angle(cell.corner(0), cell.corner(2)) * 6_378_100;
        expect(width).toBeGreaterThan(0.004);
        expect(width).toBeLessThan(0.02);
      }),
      { numRuns: 300 },
    );
  });
});
