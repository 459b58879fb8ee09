import fc from 'fast-check';
import { layOutHalfCircle } from './halfCircle.js';

describe('the half circle', () => {
  it('has rows of 12, 15, 16, 19, 22 and 24 for 108 seats', () => {
    const { seats, width, height, seatRadius } = layOutHalfCircle(108);
    const rows = new Map<number, number>();
    const middle = { x: width / 2, y: height - seatRadius * 1.1 };
    for (const { x, y } of seats) {
      const radius = Math.round(Math.hypot(x - middle.x, y - middle.y) / 10);
      rows.set(radius, (rows.get(radius) ?? 0) + 1);
    }
    expect([...rows].sort(([one], [other]) => one - other).map(([, count]) => count)).toEqual([12, 15, 16, 19, 22, 24]);
  });

  it('gives everybody one seat inside the picture, and none covers another', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 300 }), (count) => {
        const { seats, width, height, seatRadius } = layOutHalfCircle(count);
        expect(seats).toHaveLength(count);
        expect(seats.every(({ x, y }) => x >= seatRadius && x <= width - seatRadius && y >= 0 && y <= height)).toBe(true);
        const nearest = Math.min(
          ...seats.flatMap((one, index) => seats.slice(index + 1).map((other) => Math.hypot(one.x - other.x, one.y - other.y))),
        );
        expect(nearest).toBeGreaterThan(seatRadius * 1.6);
      }),
      { numRuns: 25 },
    );
  });

  it('is filled from one edge to the other', () => {
    const { seats, width } = layOutHalfCircle(108);
    expect(seats[0]?.x).toBeLessThan(width / 2);
    expect(seats.at(-1)?.x).toBeGreaterThan(width / 2);
  });
});
