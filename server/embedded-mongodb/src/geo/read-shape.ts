import { displayValue } from '../bson/display.js';
import { isDocument, isNumeric } from '../bson/values.js';
import type { Document, Value } from '../bson/values.js';
import { fail, notSupported } from '../errors.js';
import { checkedOnEarth, doubleOf, readPair } from './coordinates.js';
import { partsOf, Point } from './geometry.js';
import type { Geometry, Position, Shape } from './geometry.js';
import { readGeoJson } from './read-geojson.js';
import { spherePoint } from './sphere/vector.js';

/** The area of `$geoWithin`: GeoJSON, or one of the older shapes. */
export const readArea = (argument: Value): Geometry | Shape => {
  const [name, value] = onlySpecifier(argument);
  switch (name) {
    case '$box':
      return box(value);
    case '$polygon':
      return flatPolygon(value);
    case '$center':
      return circle(value);
    case '$centerSphere':
      return cap(value);
    default: {
      const geometry = readGeometry(name, value);
      const isArea = geometry.kind === 'area' || (geometry.kind === 'group' && [...partsOf(geometry)].some(({ kind }) => kind === 'area'));
      return isArea ? geometry : fail('BadValue', `$within not supported with provided geometry: ${displayValue(argument)}`);
    }
  }
};

/** What `$geoIntersects` asks for: GeoJSON, or a legacy pair of coordinates on the sphere. */
export const readMeetingGeometry = (argument: Value): Geometry => {
  const [name, value] = onlySpecifier(argument);
  if (name === '$centerSphere') notSupported('$geoIntersects with $centerSphere');
  if (name === '$box' || name === '$polygon' || name === '$center')
    fail('BadValue', `$geoIntersect not supported with provided geometry: ${displayValue(argument)}`);
  return readGeometry(name, value);
};

const onlySpecifier = (argument: Value): [string, Value] => {
  if (!isDocument(argument)) return fail('BadValue', `geometry must be an object, instead got ${displayValue(argument)}`);
  const specifiers = [...argument].filter(([name]) => name !== '$uniqueDocs');
  const [first] = specifiers;
  if (!first) return fail('BadValue', `geo query doesn't have any geometry: ${displayValue(argument)}`);
  return specifiers.length === 1 ? first : notSupported('a geo query with several shapes');
};

const readGeometry = (name: string, value: Value): Geometry => {
  if (name !== '$geometry') return fail('BadValue', `unknown geo specifier: ${name}: ${displayValue(value)}`);
  return readQueryGeometry(value);
};

/** The `$geometry` of a query: GeoJSON, or a legacy pair of coordinates. */
export const readQueryGeometry = (value: Value): Geometry => {
  const [first] = isDocument(value) ? value.values() : [];
  if (Array.isArray(value) || isNumeric(first)) return new Point(checkedOnEarth(readPair(value, true)), true);
  return isDocument(value) ? readGeoJson(value) : fail('BadValue', `geometry must be an object, instead got ${displayValue(value)}`);
};

const partsOfShape = (value: Value): readonly Value[] | undefined =>
  Array.isArray(value) ? value : isDocument(value) ? [...value.values()] : undefined;

const box = (value: Value): Shape => {
  const corners = partsOfShape(value);
  if (corners?.length !== 2) return fail('BadValue', `Box must have 2 points: ${displayValue(value)}`);
  const [low, high] = corners.map((corner) => readPair(corner, false)) as [Position, Position];
  if (low.x > high.x || low.y > high.y) notSupported('a $box whose first corner is not its lower left one');
  return { kind: 'box', low, high };
};

const flatPolygon = (value: Value): Shape => {
  const corners = partsOfShape(value);
  if (!corners) return fail('BadValue', `Polygon must be an array or object, instead got ${displayValue(value)}`);
  if (corners.length < 3) return fail('BadValue', `Polygon must have at least 3 points: ${displayValue(value)}`);
  return { kind: 'flatPolygon', corners: corners.map((corner) => readPair(corner, false)) };
};

const centreAndRadius = (value: Value): { centre: Position; radius: number } => {
  const [centre, radius, ...others] = partsOfShape(value) ?? fail('BadValue', `Circle must be an array or object: ${displayValue(value)}`);
  const position = readPair(centre, false);
  if (!isNumeric(radius)) return fail('BadValue', `radius must be a non-negative number: ${displayValue(radius)}`);
  const size = doubleOf(radius);
  if (!(size >= 0)) return fail('BadValue', `radius must be a non-negative number: ${displayValue(radius)}`);
  if (others.length > 0) return fail('BadValue', `Only 2 fields allowed for circular region: ${displayValue(value)}`);
  return { centre: position, radius: size };
};

const circle = (value: Value): Shape => ({ kind: 'circle', ...centreAndRadius(value) });

const cap = (value: Value): Shape => {
  const { centre, radius } = centreAndRadius(value);
  const { x, y } = checkedOnEarth(centre);
  return { kind: 'cap', centre: spherePoint(x, y), radius };
};

export const isGeometryDocument = (value: Document): boolean => typeof value.get('type') === 'string';
