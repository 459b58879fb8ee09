import { MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';
import type { Unit } from './arguments.js';
import { asDate, evaluateZone, startOfWeekOf, unitOf } from './arguments.js';
import { dayNumberOf, partsOfLocal } from './calendar.js';
import type { TimeZone } from './time-zone.js';
import { toLocal } from './time-zone.js';

/** How many borders between units lie between two dates, in local time. */
export const differenceOf = (start: Date, end: Date, unit: Unit, zone: TimeZone, startOfWeek: number): number => {
  const from = toLocal(start.getTime(), zone);
  const to = toLocal(end.getTime(), zone);
  switch (unit) {
    case 'millisecond':
      return end.getTime() - start.getTime();
    case 'second':
      return clockUnits(from, to, 1000, start, end, zone);
    case 'minute':
      return clockUnits(from, to, 60_000, start, end, zone);
    case 'hour':
      return clockUnits(from, to, 3_600_000, start, end, zone);
    case 'day':
      return dayNumberOf(to) - dayNumberOf(from);
    case 'week':
      return weekNumberOf(to, startOfWeek) - weekNumberOf(from, startOfWeek);
    case 'month':
      return monthNumberOf(to) - monthNumberOf(from);
    case 'quarter':
      return Math.floor(monthNumberOf(to) / 3) - Math.floor(monthNumberOf(from) / 3);
    case 'year':
      return partsOfLocal(to).year - partsOfLocal(from).year;
  }
};

/** Borders on the local clock, less those that a change of the offset moved over. */
const clockUnits = (from: number, to: number, length: number, start: Date, end: Date, zone: TimeZone): number => {
  const moved = zone.offsetAt(start.getTime()) - zone.offsetAt(end.getTime());
  return Math.floor(to / length) - Math.floor(from / length) + Math.trunc(moved / length);
};

const monthNumberOf = (local: number): number => {
  const { year, month } = partsOfLocal(local);
  return year * 12 + month - 1;
};

/** The first day of 1970 was a Thursday. */
const weekNumberOf = (local: number, startOfWeek: number): number => Math.floor((dayNumberOf(local) + 4 - startOfWeek) / 7);

const difference: Operator = (operand, compilation) => {
  const given = namedArguments(operand, '$dateDiff', ['startDate', 'endDate', 'unit', 'timezone', 'startOfWeek'], {
    notObject: 5166301,
    unknown: 5166302,
    missing: { startDate: 5166303, endDate: 5166304, unit: 5166305 },
  });
  const [start, end, unit, zone, startOfWeek] = (['startDate', 'endDate', 'unit', 'timezone', 'startOfWeek'] as const).map((key) =>
    given.has(key) ? compilation.compile(given.get(key) as Value) : undefined,
  );
  const parts = [start, end, unit, zone, startOfWeek].filter((part) => part !== undefined);
  return folded(parts, (context) => {
    const startValue = start?.evaluate(context);
    const endValue = end?.evaluate(context);
    const unitValue = unit?.evaluate(context);
    const weekValue = startOfWeek?.evaluate(context);
    if ([startValue, endValue, unitValue].some(isNullish) || (startOfWeek && isNullish(weekValue))) return null;
    const timeZone = evaluateZone(zone, context);
    if (!timeZone) return null;
    const from = asDate(startValue);
    const to = asDate(endValue);
    if (!from) throw new MongoError(5166307, `$dateDiff requires 'startDate' to be a date, but got ${typeName(startValue)}`);
    if (!to) throw new MongoError(5166307, `$dateDiff requires 'endDate' to be a date, but got ${typeName(endValue)}`);
    const checkedUnit = unitOf(unitValue, '$dateDiff') as Unit;
    const firstDay = checkedUnit === 'week' && startOfWeek ? startOfWeekOf(weekValue, '$dateDiff') : 0;
    return BigInt(differenceOf(from, to, checkedUnit, timeZone, firstDay ?? 0));
  });
};

export const dateDifferenceOperators: Operators = { $dateDiff: difference };
