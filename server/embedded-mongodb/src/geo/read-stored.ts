import { displayValue } from '../bson/display.js';
import { isDocument, isNumeric } from '../bson/values.js';
import type { Value } from '../bson/values.js';
import { fail, MongoError } from '../errors.js';
import { readPair } from './coordinates.js';
import { Point } from './geometry.js';
import type { Geometry } from './geometry.js';
import { readGeoJson } from './read-geojson.js';

/** What a document holds as a place: a legacy pair of coordinates, or GeoJSON. Anything else is a MongoError 2. */
export const readStored = (value: Value | undefined): Geometry => {
  if (isPair(value)) return new Point(readPair(value, true), true);
  if (isDocument(value)) return readGeoJson(value);
  return fail('BadValue', `geo element must be an array or object: ${displayValue(value)}`);
};

const isPair = (value: Value | undefined): boolean => Array.isArray(value) || (isDocument(value) && isNumeric(value.values().next().value));

/** The same, where what is no place counts as none. */
export const storedGeometry = (value: Value | undefined): Geometry | undefined => {
  if (!Array.isArray(value) && !isDocument(value)) return undefined;
  try {
    return readStored(value);
  } catch (error) {
    if (error instanceof MongoError && error.codeName === 'BadValue') return undefined;
    throw error;
  }
};
