import { MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish } from '../../../bson/values.js';
import type { Document, Value } from '../../../bson/values.js';
import type { Expression } from '../expression.js';
import { int } from '../numbers.js';
import type { Compilation, Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';
import { dateOf, evaluateZone } from './arguments.js';
import { dayOfYear, isoDayOfWeek, isoWeek, partsOfLocal, weekOfYear } from './calendar.js';
import { toLocal } from './time-zone.js';

/** `date` or `{ date, timezone }` */
const dateOperands = (operand: Value, compilation: Compilation, name: string): { date: Expression; zone: Expression | undefined } => {
  if (operand instanceof Map && ![...operand.keys()].some((key) => key.startsWith('$'))) {
    const given = namedArguments(operand, name, ['date', 'timezone'], { notObject: 40535, unknown: 40535, missing: { date: 40539 } });
    const timezone = given.get('timezone');
    return {
      date: compilation.compile(given.get('date') as Value),
      zone: timezone === undefined ? undefined : compilation.compile(timezone),
    };
  }
  if (!Array.isArray(operand)) return { date: compilation.compile(operand), zone: undefined };
  if (operand.length !== 1)
    throw new MongoError(40536, `${name} accepts exactly one argument if given an array, but was given ${operand.length}`);
  return { date: compilation.compile(operand[0] as Value), zone: undefined };
};

/** An operator that reads one part of the local time. */
const part =
  (compute: (local: number) => Value): Operator =>
  (operand, compilation, name) => {
    const { date, zone } = dateOperands(operand, compilation, name);
    return folded(zone ? [date, zone] : [date], (context) => {
      const value = date.evaluate(context);
      if (isNullish(value)) return null;
      const instant = dateOf(value).getTime();
      const timeZone = evaluateZone(zone, context);
      return timeZone ? compute(toLocal(instant, timeZone)) : null;
    });
  };

const toParts: Operator = (operand, compilation) => {
  if (!(operand instanceof Map)) throw new MongoError(40524, '$dateToParts only supports an object as its argument');
  const given = namedArguments(operand, '$dateToParts', ['date', 'timezone', 'iso8601'], {
    notObject: 40524,
    unknown: 40520,
    missing: { date: 40522 },
  });
  const [date, zone, iso] = (['date', 'timezone', 'iso8601'] as const).map((key) =>
    given.has(key) ? compilation.compile(given.get(key) as Value) : undefined,
  );
  const all = [date, zone, iso].filter((each) => each !== undefined);
  return folded(all, (context) => {
    const value = date?.evaluate(context);
    const timeZone = evaluateZone(zone, context);
    const isIso = iso ? iso.evaluate(context) : false;
    if (isNullish(value) || !timeZone || isNullish(isIso)) return null;
    if (typeof isIso !== 'boolean') throw new MongoError(40521, `iso8601 must evaluate to a bool, found ${typeName(isIso)}`);
    const local = toLocal(dateOf(value).getTime(), timeZone);
    return isIso ? isoParts(local) : calendarParts(local);
  });
};

const clockParts = (local: number): [string, Value][] => {
  const { hour, minute, second, millisecond } = partsOfLocal(local);
  return [
    ['hour', int(hour)],
    ['minute', int(minute)],
    ['second', int(second)],
    ['millisecond', int(millisecond)],
  ];
};

const calendarParts = (local: number): Document => {
  const { year, month, day } = partsOfLocal(local);
  return new Map<string, Value>([['year', int(year)], ['month', int(month)], ['day', int(day)], ...clockParts(local)]);
};

const isoParts = (local: number): Document => {
  const { year, week } = isoWeek(local);
  return new Map<string, Value>([
    ['isoWeekYear', int(year)],
    ['isoWeek', int(week)],
    ['isoDayOfWeek', int(isoDayOfWeek(local))],
    ...clockParts(local),
  ]);
};

export const datePartOperators: Operators = {
  $year: part((local) => int(partsOfLocal(local).year)),
  $month: part((local) => int(partsOfLocal(local).month)),
  $dayOfMonth: part((local) => int(partsOfLocal(local).day)),
  $hour: part((local) => int(partsOfLocal(local).hour)),
  $minute: part((local) => int(partsOfLocal(local).minute)),
  $second: part((local) => int(partsOfLocal(local).second)),
  $millisecond: part((local) => int(partsOfLocal(local).millisecond)),
  $dayOfWeek: part((local) => int(partsOfLocal(local).dayOfWeek + 1)),
  $dayOfYear: part((local) => int(dayOfYear(local))),
  $week: part((local) => int(weekOfYear(local))),
  $isoDayOfWeek: part((local) => int(isoDayOfWeek(local))),
  $isoWeek: part((local) => int(isoWeek(local).week)),
  $isoWeekYear: part((local) => BigInt(isoWeek(local).year)),
  $dateToParts: toParts,
};
