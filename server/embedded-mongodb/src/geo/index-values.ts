import { displayDocument, displayValue } from '../bson/display.js';
import { pathParts, visitPath } from '../bson/paths.js';
import { isDocument, isNullish, isNumeric } from '../bson/values.js';
import type { Document, Value } from '../bson/values.js';
import { MongoError } from '../errors.js';
import { doubleOf, readPair } from './coordinates.js';
import { partsOf } from './geometry.js';
import { readStored } from './read-stored.js';

/** The kinds of index that geo queries ask for. */
export type GeoKind = '2d' | '2dsphere';

export const isGeoKind = (kind: Value | undefined): kind is GeoKind => kind === '2d' || kind === '2dsphere';

/** Refuses a document whose value at a path cannot be in a geo index, as MongoDB does. */
export const checkGeoValue = (
  document: Document,
  path: string,
  kind: GeoKind,
  bounds: { readonly min: number; readonly max: number },
): void => {
  visitPath(document, pathParts(path), 'whole', (value) => {
    if (kind === '2d') check2d(value, bounds);
    else check2dsphere(document, value);
    return false;
  });
};

const check2dsphere = (document: Document, value: Value | undefined): void => {
  if (isNullish(value) || (Array.isArray(value) && value.length === 0)) return;
  const isList = Array.isArray(value) && !isNumeric(value[0]);
  for (const one of isList ? value : [value]) {
    const refuse = (reason: string): never => {
      throw new MongoError(16755, `Can't extract geo keys: ${displayDocument(document)}  ${reason}`);
    };
    try {
      for (const part of partsOf(readStored(one)))
        if (part.kind === 'point' && !part.isOnSphere)
          refuse(`longitude/latitude is out of bounds, lng: ${part.position.x} lat: ${part.position.y}`);
    } catch (error) {
      if (!(error instanceof MongoError) || error.codeName !== 'BadValue') throw error;
      refuse(error.message);
    }
  }
};

const check2d = (value: Value | undefined, { min, max }: { readonly min: number; readonly max: number }): void => {
  if (value === undefined) return;
  const entries = Array.isArray(value) ? value : isDocument(value) ? [...value.values()] : undefined;
  if (!entries) throw new MongoError(16804, `location object expected, location array not in correct format: ${displayValue(value)}`);
  if (entries.length === 0) return;
  for (const one of isNumeric(entries[0]) ? [value as Value] : entries) {
    const pair = Array.isArray(one) ? one : isDocument(one) ? [...one.values()] : [];
    if (!isNumeric(pair[0]) || !isNumeric(pair[1]))
      throw new MongoError(13026, `geo values must be 'legacy coordinate pairs' for 2d indexes: ${displayValue(one)}`);
    const { x, y } = readPair([pair[0], pair[1]], false);
    if (![x, y].every((coordinate) => coordinate >= min && coordinate <= max))
      throw new MongoError(13027, `point not in interval of [ ${min}, ${max} ] :: caused by :: ${displayValue(one)}`);
  }
};

/** What a 2d index takes, from its specification. */
export const boundsOf2d = (specification: Document): { readonly min: number; readonly max: number } => {
  const bound = (name: string, usual: number): number => {
    const given = specification.get(name);
    return isNumeric(given) ? doubleOf(given) : usual;
  };
  return { min: bound('min', -180), max: bound('max', 180) };
};
