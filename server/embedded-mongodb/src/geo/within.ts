import { notSupported } from '../errors.js';
import { partsOf } from './geometry.js';
import type { Area, Geometry, Line, Point, Position, Shape } from './geometry.js';
import type { Vector } from './sphere/vector.js';
import { angle } from './sphere/vector.js';

/** Whether a stored geometry lies wholly within an area, as `$geoWithin` asks. */
export const isWithin = (stored: Geometry, area: Geometry | Shape): boolean => {
  switch (area.kind) {
    case 'box':
    case 'flatPolygon':
    case 'circle':
      return stored.kind === 'point' && flatContains(area, stored.position);
    case 'cap':
      return [...partsOf(stored)].every((part) => isInCap(part, area));
    default: {
      const areas = [...partsOf(area)].filter((part) => part.kind === 'area');
      return [...partsOf(stored)].every((part) => areas.some((one) => isInArea(part, one)));
    }
  }
};

type FlatShape = Exclude<Shape, { kind: 'cap' }>;

const flatContains = (shape: FlatShape, { x, y }: Position): boolean => {
  switch (shape.kind) {
    case 'box':
      return x >= shape.low.x && x <= shape.high.x && y >= shape.low.y && y <= shape.high.y;
    case 'circle': {
      const dx = x - shape.centre.x;
      const dy = y - shape.centre.y;
      if (dx === 0) return Math.abs(dy) <= shape.radius;
      if (dy === 0) return Math.abs(dx) <= shape.radius;
      return dx * dx + dy * dy <= shape.radius * shape.radius;
    }
    case 'flatPolygon':
      return isInPolygon({ x, y }, shape.corners);
  }
};

/** Counts the edges to the right of a point. Corners, and edges that are level or upright, belong to the inside. */
const isInPolygon = ({ x, y }: Position, corners: readonly Position[]): boolean => {
  let isInside = false;
  for (let place = 0; place < corners.length; place += 1) {
    const from = corners[place] as Position;
    const to = corners[(place + 1) % corners.length] as Position;
    const [low, high] = [Math.min(from.y, to.y), Math.max(from.y, to.y)];
    const [left, right] = [Math.min(from.x, to.x), Math.max(from.x, to.x)];
    if ((x === from.x && y === from.y) || (x === to.x && y === to.y)) return true;
    if (from.y === to.y) {
      if (y === from.y && x >= left && x <= right) return true;
      continue;
    }
    if (y <= low || y > high || x > right) continue;
    if (from.x === to.x && x === from.x) return true;
    const edgeX = ((y - from.y) * (to.x - from.x)) / (to.y - from.y) + from.x;
    if (from.x === to.x || x <= edgeX) isInside = !isInside;
  }
  return isInside;
};

const isInCap = (part: Point | Line | Area, { centre, radius }: { readonly centre: Vector; readonly radius: number }): boolean => {
  if (part.kind !== 'point') return notSupported('$centerSphere over lines and polygons');
  if (!part.isOnSphere) return false;
  if (angle(centre, part.onSphere) <= radius) return true;
  const { cell } = part;
  return cell.contains(centre) || cell.distance(centre) <= radius;
};

const isInArea = (part: Point | Line | Area, { polygon }: Area): boolean => {
  switch (part.kind) {
    case 'point':
      return part.isOnSphere && (polygon.contains(part.onSphere) || polygon.intersectsLoop(part.cell));
    case 'line':
      return polygon.containsLine(part.points);
    case 'area':
      return polygon.containsPolygon(part.polygon);
  }
};
