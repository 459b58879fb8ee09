import { Loop } from './Loop.js';
import { normalized } from './vector.js';
import type { Vector } from './vector.js';

/*
 * MongoDB keeps a point as the smallest cell of S2's grid that holds it, about a centimetre wide, and a shape that meets the cell meets the
 * point. The grid: a cube around the sphere, each of its six sides cut into 2^30 by 2^30 cells, bent a little so that they are about alike.
 */
const cellsPerSide = 2 ** 30;

type Axis = 0 | 1 | 2;

const largestAxis = (point: Vector): Axis => {
  const size = point.map(Math.abs) as [number, number, number];
  return size[0] > size[1] ? (size[0] > size[2] ? 0 : 2) : size[1] > size[2] ? 1 : 2;
};

const sideOf = (point: Vector): number => {
  const axis = largestAxis(point);
  return point[axis] < 0 ? axis + 3 : axis;
};

const onSide = (side: number, [x, y, z]: Vector): readonly [number, number] => {
  switch (side) {
    case 0:
      return [y / x, z / x];
    case 1:
      return [-x / y, z / y];
    case 2:
      return [-x / z, -y / z];
    case 3:
      return [z / x, y / x];
    case 4:
      return [z / y, -x / y];
    default:
      return [-y / z, -x / z];
  }
};

const fromSide = (side: number, u: number, v: number): Vector => {
  switch (side) {
    case 0:
      return [1, u, v];
    case 1:
      return [-u, 1, v];
    case 2:
      return [-u, -v, 1];
    case 3:
      return [-1, -v, -u];
    case 4:
      return [v, -1, -u];
    default:
      return [v, u, -1];
  }
};

const bent = (u: number): number => (u >= 0 ? 0.5 * Math.sqrt(1 + 3 * u) : 1 - 0.5 * Math.sqrt(1 - 3 * u));

const straight = (s: number): number => (s >= 0.5 ? (1 / 3) * (4 * s * s - 1) : (1 / 3) * (1 - 4 * (1 - s) * (1 - s)));

const placeOf = (u: number): number => Math.max(0, Math.min(cellsPerSide - 1, Math.floor(cellsPerSide * bent(u))));

/** The outline of the smallest cell that holds a point. */
export const leafCell = (point: Vector): Loop => {
  const side = sideOf(point);
  const [u, v] = onSide(side, point);
  const low = [placeOf(u), placeOf(v)] as const;
  const edge = (place: number): number => straight(place / cellsPerSide);
  const [u0, u1, v0, v1] = [edge(low[0]), edge(low[0] + 1), edge(low[1]), edge(low[1] + 1)];
  const corners: readonly (readonly [number, number])[] = [
    [u0, v0],
    [u1, v0],
    [u1, v1],
    [u0, v1],
  ];
  return new Loop(corners.map(([cornerU, cornerV]) => normalized(fromSide(side, cornerU, cornerV))));
};
