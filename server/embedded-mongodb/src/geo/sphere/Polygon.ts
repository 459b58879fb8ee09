import { meeting, crosses } from './crossings.js';
import { crossingPoint, shareOfEdge } from './distance.js';
import type { Loop } from './Loop.js';
import { isSame } from './vector.js';
import type { Vector } from './vector.js';

/** Parts of a line shorter than this share of an edge come from rounding. */
const negligible = 1e-12;

/** An area of the sphere: the inside of its first loop without that of the others. */
export class Polygon {
  constructor(readonly loops: readonly Loop[]) {}

  contains(point: Vector): boolean {
    return this.loops.filter((loop) => loop.contains(point)).length % 2 === 1;
  }

  /** The least angle between a point and the area. */
  distance(point: Vector): number {
    return this.contains(point) ? 0 : Math.min(...this.loops.map((loop) => loop.distance(point)));
  }

  /** Whether the area and the inside of a loop have something in common. */
  intersectsLoop(other: Loop): boolean {
    const [outer, ...holes] = this.loops as [Loop, ...Loop[]];
    return outer.intersects(other) && !holes.some((hole) => hole.containsLoop(other));
  }

  intersects(other: Polygon): boolean {
    const [otherOuter, ...otherHoles] = other.loops as [Loop, ...Loop[]];
    const [outer] = this.loops as [Loop, ...Loop[]];
    return this.intersectsLoop(otherOuter) && !otherHoles.some((hole) => hole.containsLoop(outer));
  }

  containsPolygon(other: Polygon): boolean {
    const [outer, ...holes] = this.loops as [Loop, ...Loop[]];
    const [otherOuter, ...otherHoles] = other.loops as [Loop, ...Loop[]];
    const isLeftOut = (hole: Loop): boolean => !otherOuter.intersects(hole) || otherHoles.some((otherHole) => otherHole.containsLoop(hole));
    return outer.containsLoop(otherOuter) && holes.every(isLeftOut);
  }

  intersectsLine(line: readonly Vector[]): boolean {
    return this.#clip(line).some((part) => part.some(([from, to]) => to - from > negligible));
  }

  containsLine(line: readonly Vector[]): boolean {
    return this.#clip(line).every((part) => part.reduce((inside, [from, to]) => inside + to - from, 0) > 1 - negligible);
  }

  /** For each edge of a line: the parts of it that lie inside, as shares of its length. */
  #clip(line: readonly Vector[]): (readonly [number, number])[][] {
    const clipped: (readonly [number, number])[][] = [];
    let isInside = this.contains(line[0] as Vector);
    for (let place = 0; place + 1 < line.length; place += 1) {
      const [a, b] = [line[place] as Vector, line[place + 1] as Vector];
      const ends = this.#crossingsOf(a, b);
      if (isInside) ends.push(0);
      isInside = ends.length % 2 === 1;
      if (isInside) ends.push(1);
      ends.sort((x, y) => x - y);
      const parts: (readonly [number, number])[] = [];
      for (let end = 0; end + 1 < ends.length; end += 2) parts.push([ends[end] as number, ends[end + 1] as number]);
      clipped.push(parts);
    }
    return clipped;
  }

  #crossingsOf(a: Vector, b: Vector): number[] {
    const shares: number[] = [];
    for (const loop of this.loops)
      for (const [c, d] of loop.edges()) {
        if (!crosses(a, b, c, d)) continue;
        if (meeting(a, b, c, d) === 'cross') shares.push(shareOfEdge(crossingPoint(a, b, c, d), a, b));
        else shares.push(isSame(a, c) || isSame(a, d) ? 0 : 1);
      }
    return shares;
  }
}
