import { MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish, isNumeric } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import { asSafeInteger } from '../numbers.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';
import type { Unit } from './arguments.js';
import { asDate, evaluateZone, unitOf } from './arguments.js';
import { daysInMonth, localTime, millisecondsPerDay, partsOfLocal } from './calendar.js';
import { dateFrom } from './date-value.js';
import type { TimeZone } from './time-zone.js';
import { toInstant, toLocal } from './time-zone.js';

/** Units of a fixed length, whatever the zone. */
export const fixedUnits: Readonly<Partial<Record<Unit, number>>> = { hour: 3_600_000, minute: 60_000, second: 1000, millisecond: 1 };

const monthsOfUnit: Readonly<Partial<Record<Unit, number>>> = { year: 12, quarter: 3, month: 1 };

/** Adds to the local time: hours and less by the clock's running, days and more by the calendar, never past the end of a month. */
export const addToDate = (date: Date, unit: Unit, amount: number, zone: TimeZone): Date => {
  const instant = date.getTime();
  const fixed = fixedUnits[unit];
  if (fixed !== undefined) return dateFrom(BigInt(instant) + BigInt(amount) * BigInt(fixed), '$dateAdd');
  const offset = zone.offsetAt(instant);
  const local = toLocal(instant, zone);
  const months = monthsOfUnit[unit];
  const next = months === undefined ? local + amount * (unit === 'week' ? 7 : 1) * millisecondsPerDay : addMonths(local, amount * months);
  if (!Number.isSafeInteger(next)) throw new MongoError(5166406, '$dateAdd overflowed');
  return dateFrom(toInstant(next, zone, offset), '$dateAdd');
};

const addMonths = (local: number, amount: number): number => {
  const { year, month, day } = partsOfLocal(local);
  const months = year * 12 + (month - 1) + amount;
  const nextYear = Math.floor(months / 12);
  const nextMonth = (((months % 12) + 12) % 12) + 1;
  const time = ((local % millisecondsPerDay) + millisecondsPerDay) % millisecondsPerDay;
  return localTime(nextYear, nextMonth, Math.min(day, daysInMonth(nextYear, nextMonth))) + time;
};

/** Beyond these amounts no date of 64 bits could be meant. */
const greatestAmounts: Readonly<Record<Unit, number>> = {
  year: 584_942_417,
  quarter: 1_169_884_834,
  month: 7_019_309_004,
  week: 30_500_568_904,
  day: 213_503_982_334,
  hour: Infinity,
  minute: Infinity,
  second: Infinity,
  millisecond: Infinity,
};

const adding =
  (sign: 1 | -1): Operator =>
  (operand, compilation, name) => {
    const given = namedArguments(operand, name, ['startDate', 'unit', 'amount', 'timezone'], {
      notObject: 5166400,
      unknown: 5166401,
      missing: { startDate: 5166402, unit: 5166402, amount: 5166402 },
    });
    const [start, unit, amount, zone] = (['startDate', 'unit', 'amount', 'timezone'] as const).map((key) =>
      given.has(key) ? compilation.compile(given.get(key) as Value) : undefined,
    );
    const parts = [start, unit, amount, zone].filter((part) => part !== undefined);
    return folded(parts, (context) => {
      const startValue = start?.evaluate(context);
      const unitValue = unitOf(unit?.evaluate(context), name);
      const amountValue = amount?.evaluate(context);
      const timeZone = evaluateZone(zone, context);
      if (isNullish(startValue) || unitValue === undefined || isNullish(amountValue) || !timeZone) return null;
      const date = asDate(startValue);
      if (!date) throw new MongoError(5166403, `${name} requires startDate to be convertible to a date`);
      return addToDate(date, unitValue, sign * amountOf(amountValue, unitValue, name), timeZone);
    });
  };

const amountOf = (value: Value, unit: Unit, name: string): number => {
  const amount = isNumeric(value) ? asSafeInteger(value) : undefined;
  if (amount === undefined) {
    if (typeof value === 'bigint') throw new MongoError(5976500, `invalid ${name} 'amount' parameter value: ${value} ${unit}`);
    throw new MongoError(5166405, `${name} expects integer amount of time units, but got ${typeName(value)}`);
  }
  if (Math.abs(amount) > greatestAmounts[unit])
    throw new MongoError(5976500, `invalid ${name} 'amount' parameter value: ${amount} ${unit}`);
  return amount;
};

export const dateAddOperators: Operators = { $dateAdd: adding(1), $dateSubtract: adding(-1) };
