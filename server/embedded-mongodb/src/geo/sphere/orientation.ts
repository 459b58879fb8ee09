import { cross, dot, isSame, scaled, sum } from './vector.js';
import type { Vector } from './vector.js';

/*
 * MongoDB judges shapes on the sphere by Google's S2 geometry: every triple of different points turns one way or the other, also where
 * the points lie on one line as far as numbers can tell. The same rules are followed here, so that the same points are judged alike.
 */

/** Twice the largest error of the determinant below for points of length 1. */
const certain = 1.6e-15;

/** 1 where the way from a by b to c turns to the left as seen from outside, -1 to the right, 0 only where two of the points are the same. */
export const turn = (a: Vector, b: Vector, c: Vector): -1 | 0 | 1 => {
  const determinant = dot(cross(a, b), c);
  if (determinant > certain) return 1;
  if (determinant < -certain) return -1;
  return preciseTurn(a, b, c);
};

const preciseTurn = (a: Vector, b: Vector, c: Vector): -1 | 0 | 1 => {
  if (isSame(a, b) || isSame(b, c) || isSame(c, a)) return 0;
  const ab = nearDifference(a, b);
  const bc = nearDifference(b, c);
  const ca = nearDifference(c, a);
  // The two shorter differences give the determinant with the smallest error.
  const determinant = (() => {
    if (ca.size < bc.size || (ca.size === bc.size && isBefore(a, b)))
      return ab.size < bc.size || (ab.size === bc.size && isBefore(a, c))
        ? dot(cross(ab.vector, ca.vector), a) * ab.sign
        : dot(cross(ca.vector, bc.vector), c) * ca.sign;
    return ab.size < ca.size || (ab.size === ca.size && isBefore(b, c))
      ? dot(cross(bc.vector, ab.vector), b) * bc.sign
      : dot(cross(ca.vector, bc.vector), c) * ca.sign;
  })();
  return determinant === 0 ? symbolicTurn(a, b, c) : determinant > 0 ? 1 : -1;
};

/** The sum or the difference of two points, whichever is shorter. */
const nearDifference = (a: Vector, b: Vector): { readonly vector: Vector; readonly sign: -1 | 1; readonly size: number } => {
  const sign = dot(a, b) > 0 ? -1 : 1;
  const vector = sum(a, scaled(b, sign));
  return { vector, sign, size: dot(vector, vector) };
};

const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place >= 0 && (a[place] as number) < (b[place] as number);
};

/** Points on one line are told apart as if each were moved by (e, e², e³) for an infinitely small e. */
const symbolicTurn = (a: Vector, b: Vector, c: Vector): -1 | 0 | 1 => {
  const planes: readonly (readonly [0 | 1 | 2, 0 | 1 | 2])[] = [
    [1, 2],
    [2, 0],
    [0, 1],
  ];
  for (const [x, y] of planes) {
    const flat = (point: Vector): Flat => [point[x], point[y]];
    const order = flatOrder(flat(a), flat(b), flat(c));
    if (order !== 0) return order;
  }
  return 0;
};

type Flat = readonly [number, number];

const flatOrder = (a: Flat, b: Flat, c: Flat): -1 | 0 | 1 => {
  const turns = flatTurn(a, b) + flatTurn(b, c) + flatTurn(c, a);
  return turns > 0 ? 1 : turns < 0 ? -1 : 0;
};

const flatTurn = (a: Flat, b: Flat): number => {
  const sign = a[0] * b[0] + a[1] * b[1] > 0 ? -1 : 1;
  const nearer: Flat = [a[0] + sign * b[0], a[1] + sign * b[1]];
  const aSize = a[0] * a[0] + a[1] * a[1];
  const bSize = b[0] * b[0] + b[1] * b[1];
  const area =
    aSize < bSize || (aSize === bSize && isBefore(a, b))
      ? (a[0] * nearer[1] - a[1] * nearer[0]) * sign
      : nearer[0] * b[1] - nearer[1] * b[0];
  return Math.sign(area);
};

/** Whether a, b and c follow each other counter-clockwise around `centre`. */
export const isOrdered = (a: Vector, b: Vector, c: Vector, centre: Vector): boolean => {
  const agreeing = [turn(b, centre, a) >= 0, turn(c, centre, b) >= 0, turn(a, centre, c) > 0];
  return agreeing.filter(Boolean).length >= 2;
};
