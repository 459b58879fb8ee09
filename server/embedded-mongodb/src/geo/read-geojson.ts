import { displayDocument } from '../bson/display.js';
import { isDocument } from '../bson/values.js';
import type { Document, Value } from '../bson/values.js';
import { fail, notSupported } from '../errors.js';
import { readPosition } from './coordinates.js';
import { Point } from './geometry.js';
import type { Area, Geometry, Group, Line } from './geometry.js';
import { readPolygon } from './read-polygon.js';
import { isSame, spherePoint, sum } from './sphere/vector.js';
import type { Vector } from './sphere/vector.js';

/** Reads a geometry of GeoJSON; what is none is a MongoError 2. */
export const readGeoJson = (given: Document): Geometry => {
  const type = given.get('type');
  const read = typeof type === 'string' && Object.hasOwn(readers, type) ? readers[type] : undefined;
  if (!read) return fail('BadValue', `unknown GeoJSON type: ${displayDocument(given)}`);
  checkReferenceSystem(given);
  return read(given);
};

const usualSystems = new Set(['urn:ogc:def:crs:OGC:1.3:CRS84', 'EPSG:4326']);
const strictSystem = 'urn:x-mongodb:crs:strictwinding:EPSG:4326';

const checkReferenceSystem = (given: Document): void => {
  const system = given.get('crs');
  if (system === undefined) return;
  if (!isDocument(system)) return fail('BadValue', 'GeoJSON CRS must be an object');
  if (system.get('type') !== 'name') fail('BadValue', 'GeoJSON CRS must have field "type": "name"');
  const properties = system.get('properties');
  if (!isDocument(properties)) return fail('BadValue', 'CRS must have field "properties" which is an object');
  const name = properties.get('name');
  if (typeof name !== 'string') return fail('BadValue', 'In CRS, "properties.name" must be a string');
  if (name === strictSystem) notSupported('the CRS with strict winding');
  if (!usualSystems.has(name)) fail('BadValue', `Unknown CRS name: ${name}`);
};

const pointAt = (value: Value | undefined): Point => new Point(readPosition(value), false);

const coordinatesOf = (given: Document, what: string): readonly Value[] => {
  const coordinates = given.get('coordinates');
  if (!Array.isArray(coordinates)) return fail('BadValue', `${what} coordinates must be an array`);
  return coordinates;
};

const severalOf = (given: Document, what: string): readonly Value[] => {
  const coordinates = coordinatesOf(given, what);
  return coordinates.length === 0 ? fail('BadValue', `${what} coordinates must have at least 1 element`) : coordinates;
};

/** A way through at least two different places. */
const lineAt = (value: Value): Line => {
  if (!Array.isArray(value)) return fail('BadValue', 'GeoJSON coordinates must be an array of coordinates');
  const points = withoutRepeats(value.map((each) => toSphere(each)));
  if (points.length < 2) return fail('BadValue', 'GeoJSON LineString must have at least 2 vertices');
  points.forEach((point, place) => {
    const next = points[place + 1];
    if (next && isSame(sum(point, next), [0, 0, 0])) fail('BadValue', `Vertices ${place} and ${place + 1} are antipodal`);
  });
  return { kind: 'line', points };
};

const toSphere = (value: Value): Vector => {
  const { x, y } = readPosition(value);
  return spherePoint(x, y);
};

const withoutRepeats = (points: readonly Vector[]): Vector[] =>
  points.filter((point, place) => place === 0 || !isSame(point, points[place - 1] as Vector));

const areaAt = (value: Value | undefined): Area => ({ kind: 'area', polygon: readPolygon(value) });

const group = (members: readonly Geometry[]): Group => ({ kind: 'group', members });

const collection = (given: Document): Group => {
  const members = given.get('geometries');
  if (!Array.isArray(members)) return fail('BadValue', 'GeometryCollection geometries must be an array');
  if (members.length === 0) return fail('BadValue', 'GeometryCollection geometries must have at least 1 element');
  return group(
    members.map((member, place) => {
      if (!isDocument(member)) return fail('BadValue', `Element ${place} of "geometries" is not an object`);
      if (member.get('type') === 'GeometryCollection') return fail('BadValue', 'GeometryCollections cannot be nested');
      return readGeoJson(member);
    }),
  );
};

const readers: Readonly<Record<string, (given: Document) => Geometry>> = {
  Point: (given) => pointAt(given.get('coordinates')),
  LineString: (given) => lineAt([...coordinatesOf(given, 'LineString')]),
  Polygon: (given) => areaAt(given.get('coordinates')),
  MultiPoint: (given) => group(severalOf(given, 'MultiPoint').map(pointAt)),
  MultiLineString: (given) => group(severalOf(given, 'MultiLineString').map(lineAt)),
  MultiPolygon: (given) => group(severalOf(given, 'MultiPolygon').map(areaAt)),
  GeometryCollection: collection,
};
