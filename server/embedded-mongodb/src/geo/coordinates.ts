import { displayValue } from '../bson/display.js';
import { decimalToDouble } from '../bson/decimal.js';
import { Decimal128, isDocument, isNumeric } from '../bson/values.js';
import type { Numeric, Value } from '../bson/values.js';
import { fail } from '../errors.js';
import { isOnEarth } from './geometry.js';
import type { Position } from './geometry.js';

export const doubleOf = (value: Numeric): number => (value instanceof Decimal128 ? decimalToDouble(value) : Number(value));

/** A pair of numbers in an array or in a document, whatever its fields are called. */
export const readPair = (value: Value | undefined, takesMore: boolean): Position => {
  const numbers = Array.isArray(value) ? value : isDocument(value) ? [...value.values()] : undefined;
  if (!numbers) return fail('BadValue', `Point must be an array or object, instead got type ${displayValue(value)}`);
  const [x, y] = numbers;
  if (!isNumeric(x) || !isNumeric(y))
    return fail('BadValue', `Point must only contain numeric elements, instead got ${displayValue(value)}`);
  if (!takesMore && numbers.length > 2)
    return fail('BadValue', `Point must only contain two numeric elements, instead got ${displayValue(value)}`);
  return finite({ x: doubleOf(x), y: doubleOf(y) });
};

const finite = (position: Position): Position =>
  Number.isFinite(position.x) && Number.isFinite(position.y)
    ? position
    : fail('BadValue', `Point coordinates must be finite numbers, instead got x: ${position.x} y: ${position.y}`);

/** A pair that must be a longitude and a latitude. */
export const checkedOnEarth = (position: Position): Position =>
  isOnEarth(position) ? position : fail('BadValue', `longitude/latitude is out of bounds, lng: ${position.x} lat: ${position.y}`);

/** One position of GeoJSON; what follows the first two numbers, such as a height, is left aside. */
export const readPosition = (value: Value | undefined): Position =>
  Array.isArray(value) ? checkedOnEarth(readPair(value, true)) : fail('BadValue', 'GeoJSON coordinates must be an array');
