import { partsOf } from './geometry.js';
import type { Area, Geometry, Line, Point } from './geometry.js';
import { meeting } from './sphere/crossings.js';
import type { Loop } from './sphere/Loop.js';
import { isSame } from './sphere/vector.js';
import type { Vector } from './sphere/vector.js';

/** Whether two geometries have a point of the sphere in common, as `$geoIntersects` asks. */
export const doIntersect = (a: Geometry, b: Geometry): boolean => {
  const others = [...partsOf(b)];
  for (const part of partsOf(a)) if (others.some((other) => partsIntersect(part, other))) return true;
  return false;
};

type Part = Point | Line | Area;

const partsIntersect = (a: Part, b: Part): boolean => {
  if (a.kind === 'point') return a.isOnSphere && meetsPoint(b, a);
  if (b.kind === 'point') return b.isOnSphere && meetsPoint(a, b);
  if (a.kind === 'area') return meetsArea(b, a);
  if (b.kind === 'area') return meetsArea(a, b);
  return edgesOf(a.points).some(([from, to]) => edgesOf(b.points).some(([c, d]) => meeting(from, to, c, d) !== 'apart'));
};

/** A point stands for the smallest cell around it. */
const meetsPoint = (part: Part, { cell, isOnSphere }: Point): boolean => {
  switch (part.kind) {
    case 'point':
      return part.isOnSphere && isOnSphere && isSameCell(part.cell, cell);
    case 'line':
      return part.points.some((point) => cell.contains(point)) || edgesOf(part.points).some((edge) => meetsLoop(edge, cell));
    case 'area':
      return part.polygon.intersectsLoop(cell);
  }
};

const meetsArea = (part: Line | Area, { polygon }: Area): boolean =>
  part.kind === 'line' ? polygon.intersectsLine(part.points) : polygon.intersects(part.polygon);

type Edge = readonly [Vector, Vector];

const edgesOf = (points: readonly Vector[]): Edge[] => points.slice(1).map((point, place): Edge => [points[place] as Vector, point]);

const meetsLoop = ([a, b]: Edge, loop: Loop): boolean => [...loop.edges()].some(([c, d]) => meeting(a, b, c, d) !== 'apart');

const isSameCell = (a: Loop, b: Loop): boolean => a.corners.every((corner, place) => isSame(corner, b.corner(place)));
