import { MongoError } from '../../../errors.js';
import { typeName } from '../../../bson/types.js';
import { isNullish } from '../../../bson/values.js';
import type { Value } from '../../../bson/values.js';
import type { Operator, Operators } from '../operator.js';
import { folded, namedArguments } from '../operator.js';
import { dateOf, evaluateZone } from './arguments.js';
import { dayOfYear, isoDayOfWeek, isoWeek, monthNames, partsOfLocal, weekOfYear } from './calendar.js';
import type { TimeZone } from './time-zone.js';
import { toLocal } from './time-zone.js';

const digits = (value: number, count: number): string => String(value).padStart(count, '0');

const yearText = (year: number): string => {
  if (year < 0 || year > 9999)
    throw new MongoError(18537, `Could not convert date to string: date component was outside the supported range of 0-9999: ${year}`);
  return digits(year, 4);
};

/** What the letter after `%` stands for, from local time and the minutes that it is ahead of UTC. */
const specifiers: Readonly<Record<string, (local: number, offsetMinutes: number) => string>> = {
  d: (local) => digits(partsOfLocal(local).day, 2),
  G: (local) => yearText(isoWeek(local).year),
  H: (local) => digits(partsOfLocal(local).hour, 2),
  j: (local) => digits(dayOfYear(local), 3),
  L: (local) => digits(partsOfLocal(local).millisecond, 3),
  m: (local) => digits(partsOfLocal(local).month, 2),
  M: (local) => digits(partsOfLocal(local).minute, 2),
  S: (local) => digits(partsOfLocal(local).second, 2),
  u: (local) => String(isoDayOfWeek(local)),
  U: (local) => digits(weekOfYear(local), 2),
  V: (local) => digits(isoWeek(local).week, 2),
  w: (local) => String(partsOfLocal(local).dayOfWeek + 1),
  Y: (local) => yearText(partsOfLocal(local).year),
  b: (local) => monthName(local).slice(0, 3),
  B: (local) => monthName(local),
  z: (_, offset) => `${offset < 0 ? '-' : '+'}${digits(Math.floor(Math.abs(offset) / 60), 2)}${digits(Math.abs(offset) % 60, 2)}`,
  Z: (_, offset) => String(offset),
  '%': () => '%',
};

const monthName = (local: number): string => monthNames[partsOfLocal(local).month - 1] as string;

/** Throws where a format of `$dateToString` or `$dateFromString` has a letter that is not allowed. */
export const checkFormat = (format: string, allowed: ReadonlySet<string>): void => {
  for (const [specifier] of format.matchAll(/%(.|$)/gsu)) {
    const letter = specifier.slice(1);
    if (letter === '') throw new MongoError(18535, "Unmatched '%' at end of format string");
    if (!allowed.has(letter)) throw new MongoError(18536, `Invalid format character '%${letter}' in format string`);
  }
};

const allowedLetters: ReadonlySet<string> = new Set(Object.keys(specifiers));

export const formatDate = (date: Date, zone: TimeZone, format: string): string => {
  const local = toLocal(date.getTime(), zone);
  const offset = Math.trunc(zone.offsetAt(date.getTime()) / 60_000);
  return format.replace(/%(.)/gsu, (_, letter: string) => specifiers[letter]?.(local, offset) ?? '');
};

const toString: Operator = (operand, compilation) => {
  const given = namedArguments(operand, '$dateToString', ['date', 'format', 'timezone', 'onNull'], {
    notObject: 18629,
    unknown: 18534,
    missing: { date: 18628 },
  });
  const [date, format, zone, onNull] = (['date', 'format', 'timezone', 'onNull'] as const).map((key) =>
    given.has(key) ? compilation.compile(given.get(key) as Value) : undefined,
  );
  const parts = [date, format, zone, onNull].filter((part) => part !== undefined);
  return folded(parts, (context) => {
    const value = date?.evaluate(context);
    const pattern = format ? checkedFormat(format.evaluate(context)) : undefined;
    const timeZone = evaluateZone(zone, context);
    if (isNullish(value)) return onNull ? onNull.evaluate(context) : null;
    if (!timeZone || (format && pattern === undefined)) return null;
    return formatDate(dateOf(value), timeZone, pattern ?? (timeZone.isUtc ? '%Y-%m-%dT%H:%M:%S.%LZ' : '%Y-%m-%dT%H:%M:%S.%L'));
  });
};

/** `undefined` for a null or missing format. */
const checkedFormat = (format: Value | undefined): string | undefined => {
  if (isNullish(format)) return undefined;
  if (typeof format !== 'string')
    throw new MongoError(18533, `$dateToString requires that 'format' be a string, found: ${typeName(format)}`);
  checkFormat(format, allowedLetters);
  return format;
};

export const toStringOperators: Operators = { $dateToString: toString };
