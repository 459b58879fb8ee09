import { fail, MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish, ObjectId, Timestamp } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import type { EvaluationContext, Expression } from '../expression.js';
import type { TimeZone } from './time-zone.js';
import { timeZoneOf, utc } from './time-zone.js';

export type Unit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond';

const units: ReadonlySet<string> = new Set<Unit>(['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second', 'millisecond']);

const isUnit = (text: string): text is Unit => units.has(text);

/** The date of creation, whose seconds MongoDB reads as a signed number. */
export const dateOfObjectId = ({ id }: ObjectId): Date => new Date(new DataView(id.buffer, id.byteOffset).getInt32(0) * 1000);

/** Dates, timestamps and ObjectIds hold a point in time; `undefined` for other types. */
export const asDate = (value: Value | undefined): Date | undefined => {
  if (value instanceof Date) return value;
  if (value instanceof ObjectId) return dateOfObjectId(value);
  if (value instanceof Timestamp) return new Date(value.t * 1000);
  return undefined;
};

export const dateOf = (value: Value | undefined): Date => {
  const date = asDate(value);
  if (!date) throw new MongoError(16006, `can't convert from BSON type ${typeName(value)} to Date`);
  return date;
};

/** The zone that an argument gives, UTC without one; `undefined` where it is null or missing. */
export const evaluateZone = (expression: Expression | undefined, context: EvaluationContext): TimeZone | undefined => {
  if (!expression) return utc;
  const value = expression.evaluate(context);
  if (isNullish(value)) return undefined;
  if (typeof value !== 'string') throw new MongoError(40517, `timezone must evaluate to a string, found ${typeName(value)}`);
  return timeZoneOf(value);
};

/** The unit that an argument gives; `undefined` where it is null or missing. */
export const unitOf = (value: Value | undefined, name: string): Unit | undefined => {
  if (isNullish(value)) return undefined;
  if (typeof value !== 'string') throw new MongoError(5439013, `${name} requires 'unit' to be a string, but got ${typeName(value)}`);
  return isUnit(value) ? value : fail('FailedToParse', `unknown time unit value: ${value}`);
};

const daysOfWeek = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** The day of the week that an argument names, by its English name or the first three letters of it: Sunday is 0. `undefined` for null. */
export const startOfWeekOf = (value: Value | undefined, name: string): number | undefined => {
  if (isNullish(value)) return undefined;
  if (typeof value !== 'string') throw new MongoError(5439015, `${name} requires 'startOfWeek' to be a string, but got ${typeName(value)}`);
  const text = value.toLowerCase();
  const found = daysOfWeek.findIndex((dayName) => dayName === text || dayName.slice(0, 3) === text);
  if (found < 0) throw new MongoError(5439016, `${name} parameter 'startOfWeek' value cannot be recognized as a day of a week: ${value}`);
  return found;
};
