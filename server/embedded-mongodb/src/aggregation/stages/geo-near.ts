import { displayValue } from '../../bson/display.js';
import { typeName } from '../../bson/types.js';
import { isDocument, isNumeric } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { MongoError, fail } from '../../errors.js';
import { doubleOf, readPair } from '../../geo/coordinates.js';
import { Point } from '../../geo/geometry.js';
import { nearPoint } from '../../geo/near.js';
import type { NearQuery } from '../../geo/near.js';
import { isGeometryDocument, readQueryGeometry } from '../../geo/read-shape.js';
import { parsePath } from '../expressions/field-path.js';
import { checkFilter } from './match.js';
import type { StageCompiler, StageCompilers } from './stage.js';

const known = new Set([
  'near',
  'distanceField',
  'distanceMultiplier',
  'includeLocs',
  'key',
  'maxDistance',
  'minDistance',
  'query',
  'spherical',
]);

/** The stage as a part of the query that reads the collection: it always comes first. */
export const geoNearQuery = (specification: Value): { readonly near: NearQuery; readonly filter: Document } => {
  if (!isDocument(specification)) return fail('TypeMismatch', `$geoNear must be an object, found ${typeName(specification)}`);
  for (const name of specification.keys()) {
    if (name === 'limit' || name === 'num' || name === 'start')
      throw new MongoError(50858, `$geoNear no longer supports the '${name}' parameter. Use a $limit stage`);
    if (name === 'uniqueDocs') continue;
    if (!known.has(name)) throw new MongoError(40415, `BSON field '$geoNear.${name}' is an unknown field.`);
  }
  const distanceField = specification.get('distanceField');
  if (typeof distanceField !== 'string') throw new MongoError(16606, "$geoNear requires that 'distanceField' be a String");
  const includeLocs = specification.get('includeLocs');
  if (includeLocs !== undefined && typeof includeLocs !== 'string')
    throw new MongoError(16607, "$geoNear requires that 'includeLocs' be a String");
  const filter = specification.get('query') ?? new Map();
  if (!isDocument(filter)) return fail('TypeMismatch', `$geoNear parameter 'query' must be an object, found ${typeName(filter)}`);
  return {
    filter,
    near: {
      path: keyOf(specification),
      near: nearOf(specification),
      distanceField: parsePath(distanceField),
      includeLocs: includeLocs === undefined ? undefined : parsePath(includeLocs),
      multiplier: multiplierOf(specification.get('distanceMultiplier')),
    },
  };
};

const keyOf = (specification: Document): string | undefined => {
  const key = specification.get('key');
  if (key === undefined) return undefined;
  if (typeof key !== 'string')
    return fail('TypeMismatch', `$geoNear parameter 'key' must be of type string but found type: ${typeName(key)}`);
  return key === '' ? fail('BadValue', "$geoNear parameter 'key' cannot be the empty string") : key;
};

const nearOf = (specification: Document) => {
  const value = specification.get('near');
  const [least, most] = [specification.get('minDistance'), specification.get('maxDistance')];
  for (const [name, bound] of [['minDistance', least] as const, ['maxDistance', most] as const])
    if (bound !== undefined && !isNumeric(bound))
      throw new MongoError(7555701, `$geoNear parameter '${name}' must be a constant number here, found ${typeName(bound)}`);
  if (value === undefined) throw new MongoError(5860400, "$geoNear requires a 'near' argument");
  if (isDocument(value) && isGeometryDocument(value)) {
    const centre = readQueryGeometry(value);
    if (centre.kind !== 'point') return fail('BadValue', `invalid point in geo near query: ${displayValue(value)}`);
    return nearPoint(new Point(centre.position, false), true, least, most);
  }
  return nearPoint(new Point(readPair(value, false), true), specification.get('spherical') === true, least, most);
};

const multiplierOf = (value: Value | undefined): number => {
  if (value === undefined) return 1;
  if (!isNumeric(value)) return fail('TypeMismatch', `$geoNear requires a numeric 'distanceMultiplier', found ${typeName(value)}`);
  const multiplier = doubleOf(value);
  return multiplier >= 0 ? multiplier : fail('BadValue', '$geoNear requires a nonnegative distanceMultiplier');
};

const geoNear: StageCompiler = (specification, surroundings) => {
  checkFilter(geoNearQuery(specification).filter, surroundings);
  return {
    run: () => fail('InternalError', 'embedded server: $geoNear is a matter of the query that begins a pipeline'),
  };
};

export const geoNearStages: StageCompilers = { $geoNear: geoNear };
