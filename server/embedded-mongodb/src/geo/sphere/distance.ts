import { angle, cross, dot, normalized, scaled, sum } from './vector.js';
import type { Vector } from './vector.js';

/** The point of an edge that is closest to `point`. */
const closestOnEdge = (point: Vector, a: Vector, b: Vector): Vector => {
  const normal = normalized(cross(a, b));
  const projected = normalized(sum(point, scaled(normal, -dot(point, normal))));
  const isBetween = dot(cross(normal, a), projected) > 0 && dot(cross(projected, b), normal) > 0 && dot(normal, normal) > 0;
  if (isBetween) return projected;
  return angle(point, a) <= angle(point, b) ? a : b;
};

/** The angle between a point and an edge. */
export const distanceToEdge = (point: Vector, a: Vector, b: Vector): number => angle(point, closestOnEdge(point, a, b));

/** How far along an edge a point on it lies, from 0 to 1. */
export const shareOfEdge = (point: Vector, a: Vector, b: Vector): number => {
  const before = angle(point, a);
  const after = angle(point, b);
  return before + after === 0 ? 0 : before / (before + after);
};

/** Where two edges cross. */
export const crossingPoint = (a: Vector, b: Vector, c: Vector, d: Vector): Vector => {
  const point = normalized(cross(normalized(cross(a, b)), normalized(cross(c, d))));
  return dot(point, sum(sum(a, b), sum(c, d))) < 0 ? scaled(point, -1) : point;
};
