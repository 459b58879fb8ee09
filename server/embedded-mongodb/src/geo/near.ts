import { displayDocument, displayValue } from '../bson/display.js';
import { pathParts, visitPath } from '../bson/paths.js';
import { isDocument, isNumeric } from '../bson/values.js';
import type { Document, Value } from '../bson/values.js';
import { fail } from '../errors.js';
import { checkedOnEarth, doubleOf, readPair } from './coordinates.js';
import { earthRadius, partsOf, Point } from './geometry.js';
import type { Area, Geometry, Line } from './geometry.js';
import { isGeometryDocument, readQueryGeometry } from './read-shape.js';
import { storedGeometry } from './read-stored.js';
import { distanceToEdge } from './sphere/distance.js';
import { angle } from './sphere/vector.js';
import type { Vector } from './sphere/vector.js';

/** What is asked for by `$near`, `$nearSphere` or `$geoNear`: the nearest first. */
export interface Near {
  readonly centre: Point;
  /** Along the sphere, and not on a plane. */
  readonly isSpherical: boolean;
  /** In the unit of the distances: metres for GeoJSON, radians for legacy pairs on the sphere, else that of the coordinates. */
  readonly least: number;
  readonly most: number;
}

/** The stage `$geoNear`: the nearest first, with their distances. */
export interface NearQuery {
  /** The field that holds the places; without it that of the only geo index. */
  readonly path: string | undefined;
  readonly near: Near;
  readonly distanceField: readonly string[];
  readonly includeLocs: readonly string[] | undefined;
  readonly multiplier: number;
}

export interface NearestPlace {
  readonly distance: number;
  /** The place as the document holds it. */
  readonly location: Value;
}

/** Reads `$near` or `$nearSphere` with the operators beside it. */
export const readNear = (name: string, siblings: Document): Near => {
  const argument = siblings.get(name) as Value;
  const isSphere = name === '$nearSphere';
  if (isDocument(argument) && (argument.has('$geometry') || isGeometryDocument(argument))) {
    if (siblings.size > 1) fail('BadValue', `can't parse extra field: ${displayDocument(siblings)}`);
    return isGeometryDocument(argument) ? nearGeometry(argument, undefined, undefined) : readNewForm(argument);
  }
  return readLegacyForm(name, argument, siblings, isSphere);
};

const readNewForm = (argument: Document): Near => {
  for (const field of argument.keys())
    if (field !== '$geometry' && field !== '$minDistance' && field !== '$maxDistance')
      fail('BadValue', `invalid argument in geo near query: ${field}`);
  return nearGeometry(argument.get('$geometry') as Value, argument.get('$minDistance'), argument.get('$maxDistance'));
};

const nearGeometry = (value: Value, least: Value | undefined, most: Value | undefined): Near => {
  const centre = readQueryGeometry(value);
  if (centre.kind !== 'point') return fail('BadValue', `invalid point in geo near query $geometry argument: ${displayValue(value)}`);
  return nearPoint(new Point(centre.position, false), true, least, most);
};

const readLegacyForm = (name: string, argument: Value, siblings: Document, isSphere: boolean): Near => {
  for (const field of siblings.keys())
    if (field !== name && field !== '$minDistance' && field !== '$maxDistance' && field !== '$uniqueDocs')
      fail('BadValue', `invalid argument in geo near query: ${field}`);
  const parts = Array.isArray(argument) ? argument : isDocument(argument) ? [...argument.values()] : undefined;
  if (!parts) return fail('BadValue', `near argument must be an array or object: ${displayValue(argument)}`);
  const position = readPair([...parts.slice(0, 2)], false);
  return nearPoint(new Point(position, true), isSphere, siblings.get('$minDistance'), siblings.get('$maxDistance') ?? parts[2]);
};

/** The nearest to a point, within distances that are checked. */
export const nearPoint = (centre: Point, isSpherical: boolean, least: Value | undefined, most: Value | undefined): Near => {
  if (isSpherical) checkedOnEarth(centre.position);
  return {
    centre,
    isSpherical,
    least: least === undefined ? 0 : checkedDistance('$minDistance', least),
    most: most === undefined ? Infinity : checkedDistance('$maxDistance', most),
  };
};

const checkedDistance = (name: string, value: Value): number => {
  if (!isNumeric(value)) return fail('BadValue', `${name} must be a number`);
  const distance = doubleOf(value);
  return distance >= 0 ? distance : fail('BadValue', `${name} must be non-negative`);
};

/** The place at a path that is nearest to the centre, if there is any at a distance that was asked for. */
export const nearestPlace = (document: Document, path: string, near: Near): NearestPlace | undefined => {
  let nearest: NearestPlace | undefined;
  visitPath(document, pathParts(path), 'whole', (value) => {
    for (const [location, geometry] of placesIn(value)) {
      const distance = distanceTo(geometry, near);
      if (distance !== undefined && (!nearest || distance < nearest.distance)) nearest = { distance, location };
    }
    return false;
  });
  return nearest && nearest.distance >= near.least && nearest.distance <= near.most ? nearest : undefined;
};

/** A value is one place, or an array of them. */
const placesIn = (value: Value | undefined): [Value, Geometry][] => {
  const whole = storedGeometry(value);
  if (whole) return [[value as Value, whole]];
  if (!Array.isArray(value)) return [];
  return value.flatMap((each): [Value, Geometry][] => {
    const geometry = storedGeometry(each);
    return geometry ? [[each, geometry]] : [];
  });
};

const distanceTo = (geometry: Geometry, { centre, isSpherical }: Near): number | undefined => {
  if (!isSpherical) {
    if (geometry.kind !== 'point') return undefined;
    const dx = geometry.position.x - centre.position.x;
    const dy = geometry.position.y - centre.position.y;
    return Math.sqrt(dx * dx + dy * dy);
  }
  const angles = [...partsOf(geometry)].map((part) => angleTo(part, centre.onSphere));
  if (angles.length === 0 || angles.includes(undefined)) return undefined;
  const metres = Math.min(...(angles as number[])) * earthRadius;
  return centre.isLegacy ? metres / earthRadius : metres;
};

const angleTo = (part: Point | Line | Area, centre: Vector): number | undefined => {
  switch (part.kind) {
    case 'point':
      return part.isOnSphere ? angle(centre, part.onSphere) : undefined;
    case 'line':
      return Math.min(...part.points.slice(1).map((point, place) => distanceToEdge(centre, part.points[place] as Vector, point)));
    case 'area':
      return part.polygon.distance(centre);
  }
};
