import { crosses, meeting, wedgeContains, wedgesMeet } from './crossings.js';
import { distanceToEdge } from './distance.js';
import { isOrdered, turn } from './orientation.js';
import { angle, cross, isSame, normalized, perpendicular } from './vector.js';
import type { Vector } from './vector.js';

/** A fixed point from which ways to others are followed; in no place that shapes often have as a corner. */
const origin = normalized([0.00457, 1, 0.0321]);

/** A closed line of great circle edges; its inside is on the left. */
export class Loop {
  readonly #originIsInside: boolean;

  constructor(readonly corners: readonly Vector[]) {
    const [first, second, third] = corners as [Vector, Vector, Vector];
    const cornerIsInside = isOrdered(perpendicular(second), first, third, second);
    this.#originIsInside = cornerIsInside !== this.#isOddFrom(second);
  }

  /** The loop around the smaller side. */
  static smaller(corners: readonly Vector[]): Loop {
    const loop = new Loop(corners);
    return loop.#turning() >= -1e-14 ? loop : new Loop(corners.toReversed());
  }

  *edges(): Generator<readonly [Vector, Vector]> {
    for (let place = 0; place < this.corners.length; place += 1) yield [this.corner(place), this.corner(place + 1)];
  }

  corner(place: number): Vector {
    const { length } = this.corners;
    return this.corners[(place + length) % length] as Vector;
  }

  /** A point on the line itself belongs to exactly one of the shapes around it. */
  contains(point: Vector): boolean {
    return this.#originIsInside !== this.#isOddFrom(point);
  }

  hasCorner(point: Vector): boolean {
    return this.corners.some((corner) => isSame(corner, point));
  }

  /** The least angle between a point and the line. */
  distance(point: Vector): number {
    let least = Infinity;
    for (const [a, b] of this.edges()) least = Math.min(least, distanceToEdge(point, a, b));
    return least;
  }

  /** Whether the insides of both have something in common. */
  intersects(other: Loop): boolean {
    const inner = other.corner(0);
    if (this.contains(inner) && !this.hasCorner(inner)) return true;
    if (this.#meets(other, wedgesMeet)) return true;
    const outer = this.corner(0);
    return other.contains(outer) && !other.hasCorner(outer);
  }

  /** Whether the inside of `other` lies in this one's. */
  containsLoop(other: Loop): boolean {
    const inner = other.corner(0);
    if (!this.contains(inner) && !this.hasCorner(inner)) return false;
    if (this.#meets(other, (a0, corner, a2, b0, b2) => !wedgeContains(a0, corner, a2, b0, b2))) return false;
    const outer = this.corner(0);
    // Two loops can hold each other's corners where together they cover the sphere.
    return !(other.contains(outer) && !other.hasCorner(outer));
  }

  /** Whether the lines cross, or fulfil a condition at a corner that both have. */
  #meets(other: Loop, atCorner: typeof wedgesMeet): boolean {
    for (let i = 0; i < this.corners.length; i += 1)
      for (let j = 0; j < other.corners.length; j += 1) {
        const how = meeting(this.corner(i), this.corner(i + 1), other.corner(j), other.corner(j + 1));
        if (how === 'cross') return true;
        if (how === 'apart' || !isSame(this.corner(i + 1), other.corner(j + 1))) continue;
        if (atCorner(this.corner(i), this.corner(i + 1), this.corner(i + 2), other.corner(j), other.corner(j + 2))) return true;
      }
    return false;
  }

  #isOddFrom(point: Vector): boolean {
    let isOdd = false;
    for (const [a, b] of this.edges()) if (crosses(origin, point, a, b)) isOdd = !isOdd;
    return isOdd;
  }

  /** The sum of all turns; 2π less the area of the inside. */
  #turning(): number {
    let total = 0;
    for (let place = 0; place < this.corners.length; place += 1) {
      const [a, b, c] = [this.corner(place), this.corner(place + 1), this.corner(place + 2)];
      total += angle(cross(a, b), cross(b, c)) * turn(a, b, c);
    }
    return total;
  }
}
