import type { Loop } from './sphere/Loop.js';
import { leafCell } from './sphere/leaf-cell.js';
import type { Polygon } from './sphere/Polygon.js';
import { spherePoint } from './sphere/vector.js';
import type { Vector } from './sphere/vector.js';

/** A place as it was written: longitude and latitude in degrees, or any x and y. */
export interface Position {
  readonly x: number;
  readonly y: number;
}

/** MongoDB's radius of the earth, in metres. */
export const earthRadius = 6_378_100;

/** A point; a legacy pair of coordinates can also lie on a plane, outside of the sphere. */
export class Point {
  readonly kind = 'point';
  #onSphere: Vector | undefined;
  #cell: Loop | undefined;

  constructor(
    readonly position: Position,
    readonly isLegacy: boolean,
  ) {}

  get isOnSphere(): boolean {
    return isOnEarth(this.position);
  }

  get onSphere(): Vector {
    this.#onSphere ??= spherePoint(this.position.x, this.position.y);
    return this.#onSphere;
  }

  get cell(): Loop {
    this.#cell ??= leafCell(this.onSphere);
    return this.#cell;
  }
}

export interface Line {
  readonly kind: 'line';
  readonly points: readonly Vector[];
}

export interface Area {
  readonly kind: 'area';
  readonly polygon: Polygon;
}

/** Several of the others: a Multi… of GeoJSON, or a collection. */
export interface Group {
  readonly kind: 'group';
  readonly members: readonly Geometry[];
}

/** What documents hold, and what GeoJSON says in queries. */
export type Geometry = Point | Line | Area | Group;

/** What only queries hold. */
export type Shape =
  | { readonly kind: 'box'; readonly low: Position; readonly high: Position }
  | { readonly kind: 'flatPolygon'; readonly corners: readonly Position[] }
  | { readonly kind: 'circle'; readonly centre: Position; readonly radius: number }
  | { readonly kind: 'cap'; readonly centre: Vector; readonly radius: number };

export const isOnEarth = ({ x, y }: Position): boolean => Math.abs(x) <= 180 && Math.abs(y) <= 90;

/** The geometry's simple parts. */
export function* partsOf(geometry: Geometry): Generator<Point | Line | Area> {
  if (geometry.kind !== 'group') yield geometry;
  else for (const member of geometry.members) yield* partsOf(member);
}
