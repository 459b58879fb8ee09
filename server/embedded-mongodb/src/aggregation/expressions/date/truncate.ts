import { MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish, isNumeric } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import { asSafeInteger } from '../numbers.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';
import { fixedUnits } from './add.js';
import type { Unit } from './arguments.js';
import { asDate, evaluateZone, startOfWeekOf, unitOf } from './arguments.js';
import { dayNumberOf, localTime, millisecondsPerDay, partsOfLocal } from './calendar.js';
import { dateFrom } from './date-value.js';
import type { TimeZone } from './time-zone.js';
import { toInstant, toLocal } from './time-zone.js';

/** MongoDB counts bins from the beginning of this year, in local time. */
const firstYear = 2000;

const floorTo = (value: number, step: number): number => Math.floor(value / step) * step;

/** The beginning of the bin of `binSize` units that a date lies in. */
export const truncateDate = (date: Date, unit: Unit, binSize: number, zone: TimeZone, startOfWeek: number): Date => {
  const fixed = fixedUnits[unit];
  const firstInstant = localTime(firstYear, 1, 1);
  if (fixed !== undefined) {
    const origin = toInstant(firstInstant, zone);
    return dateFrom(origin + floorTo(date.getTime() - origin, fixed * binSize), '$dateTrunc');
  }
  const local = toLocal(date.getTime(), zone);
  return dateFrom(toInstant(localBinStart(local, unit, binSize, startOfWeek), zone), '$dateTrunc');
};

const localBinStart = (local: number, unit: Unit, binSize: number, startOfWeek: number): number => {
  const firstDay = dayNumberOf(localTime(firstYear, 1, 1));
  if (unit === 'day') return (firstDay + floorTo(dayNumberOf(local) - firstDay, binSize)) * millisecondsPerDay;
  if (unit === 'week') {
    // The first day of 2000 was a Saturday.
    const origin = firstDay + ((startOfWeek + 1) % 7);
    return (origin + floorTo(dayNumberOf(local) - origin, 7 * binSize)) * millisecondsPerDay;
  }
  const { year, month } = partsOfLocal(local);
  const months = unit === 'year' ? 12 : unit === 'quarter' ? 3 : 1;
  const start = floorTo((year - firstYear) * 12 + month - 1, months * binSize);
  return localTime(firstYear, 1 + start, 1);
};

/** Bins so long that their length in milliseconds or months passes 64 bits. */
const checkBinLength = (unit: Unit, binSize: number): void => {
  const fixed = fixedUnits[unit];
  if (fixed !== undefined && fixed > 1 && binSize * fixed >= 2 ** 63) throw new MongoError(5439002, "$dateTrunc 'binSize' is too large");
  if (unit === 'year' && binSize > 100_000_000_000 / 12) throw new MongoError(5439006, "$dateTrunc 'binSize' is too large");
};

const truncate: Operator = (operand, compilation) => {
  const given = namedArguments(operand, '$dateTrunc', ['date', 'unit', 'binSize', 'timezone', 'startOfWeek'], {
    notObject: 5439007,
    unknown: 5439008,
    missing: { date: 5439009, unit: 5439010 },
  });
  const [date, unit, binSize, zone, startOfWeek] = (['date', 'unit', 'binSize', 'timezone', 'startOfWeek'] as const).map((key) =>
    given.has(key) ? compilation.compile(given.get(key) as Value) : undefined,
  );
  const parts = [date, unit, binSize, zone, startOfWeek].filter((part) => part !== undefined);
  return folded(parts, (context) => {
    const value = date?.evaluate(context);
    const size = binSize ? binSize.evaluate(context) : 1;
    const unitValue = unit?.evaluate(context);
    const weekValue = startOfWeek?.evaluate(context);
    if (isNullish(value) || isNullish(size) || isNullish(unitValue) || (startOfWeek && isNullish(weekValue))) return null;
    const timeZone = evaluateZone(zone, context);
    if (!timeZone) return null;
    const instant = asDate(value);
    if (!instant) throw new MongoError(5166307, `$dateTrunc requires 'date' to be a date, but got ${typeName(value)}`);
    const checkedUnit = unitOf(unitValue, '$dateTrunc') as Unit;
    const length = binSizeOf(size);
    checkBinLength(checkedUnit, length);
    const firstDay = checkedUnit === 'week' && startOfWeek ? startOfWeekOf(weekValue, '$dateTrunc') : 0;
    return truncateDate(instant, checkedUnit, length, timeZone, firstDay ?? 0);
  });
};

const binSizeOf = (value: Value): number => {
  const size = isNumeric(value) ? (asSafeInteger(value) ?? (typeof value === 'bigint' ? Number(value) : undefined)) : undefined;
  if (size === undefined) throw new MongoError(5439017, `$dateTrunc requires 'binSize' to be a 64-bit integer, but got ${typeName(value)}`);
  if (size <= 0) throw new MongoError(5439018, `$dateTrunc requires 'binSize' to be greater than 0, but got ${size}`);
  return size;
};

export const dateTruncateOperators: Operators = { $dateTrunc: truncate };
