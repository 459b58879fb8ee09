import { conversionFailure } from '../conversion/conversion-failure.js';
import { daysInMonth, localTime, localTimeOfIsoWeek, monthNames } from './calendar.js';
import { dateFrom } from './date-value.js';
import type { TimeZone } from './time-zone.js';
import { timeZoneOf, toInstant } from './time-zone.js';

type Field =
  'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'millisecond' | 'isoYear' | 'isoWeek' | 'isoDay' | 'dayOfYear' | 'offset';

/** What a letter of the format takes from the text, and what it means. */
interface Reader {
  readonly expression: RegExp;
  readonly field: Field;
  readonly read: (text: string) => number;
}

const monthNumber = (text: string): number =>
  1 + monthNames.findIndex((name) => name.slice(0, 3).toLowerCase() === text.slice(0, 3).toLowerCase());

const readers: Readonly<Record<string, Reader>> = {
  Y: { expression: /\d{4}/y, field: 'year', read: Number },
  G: { expression: /\d{4}/y, field: 'isoYear', read: Number },
  m: { expression: /\d{1,2}/y, field: 'month', read: Number },
  d: { expression: /\d{1,2}/y, field: 'day', read: Number },
  H: { expression: /\d{1,2}/y, field: 'hour', read: Number },
  M: { expression: /\d{2}/y, field: 'minute', read: Number },
  S: { expression: /\d{2}/y, field: 'second', read: Number },
  L: { expression: /\d{1,3}/y, field: 'millisecond', read: (text) => Number(text.padEnd(3, '0')) },
  j: { expression: /\d{1,3}/y, field: 'dayOfYear', read: Number },
  u: { expression: /\d/y, field: 'isoDay', read: Number },
  V: { expression: /\d{1,2}/y, field: 'isoWeek', read: Number },
  b: { expression: /jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec/iy, field: 'month', read: monthNumber },
  B: {
    expression: /january|february|march|april|may|june|july|august|september|october|november|december/iy,
    field: 'month',
    read: monthNumber,
  },
  z: { expression: /Z|[+-]\d{2}:?\d{2}/y, field: 'offset', read: (text) => timeZoneOf(text === 'Z' ? 'UTC' : text).offsetAt(0) },
  Z: { expression: /[+-]\d{1,4}/y, field: 'offset', read: (text) => Number(text) * 60_000 },
};

/** The letters that `$dateFromString` reads after a `%`. */
export const readLetters: ReadonlySet<string> = new Set([...Object.keys(readers), '%']);

/** Reads a date by a format; a text that does not fit is a conversion failure. */
export const parseWithFormat = (text: string, format: string, zone: TimeZone): Date => {
  const fields = readFields(text, format);
  const offset = fields.get('offset');
  if (offset !== undefined && !zone.isUtc) {
    return conversionFailure('you cannot pass in a date/time string with GMT offset together with a timezone argument');
  }
  const local = localOf(fields, text);
  return dateFrom(offset === undefined ? toInstant(local, zone) : local - offset, '$dateFromString');
};

const readFields = (text: string, format: string): ReadonlyMap<Field, number> => {
  const fields = new Map<Field, number>();
  let position = 0;
  for (let index = 0; index < format.length; index += 1) {
    const character = format[index] as string;
    const reader = character === '%' ? readers[format[index + 1] as string] : undefined;
    if (character === '%') index += 1;
    if (!reader) {
      if (text[position] !== format[index]) return misfit(text);
      position += 1;
      continue;
    }
    reader.expression.lastIndex = position;
    const found = reader.expression.exec(text);
    if (!found || fields.has(reader.field)) return misfit(text);
    fields.set(reader.field, reader.read(found[0]));
    position += found[0].length;
  }
  return position === text.length ? fields : misfit(text);
};

const misfit = (text: string): never => conversionFailure(`Error parsing date string '${text}': it does not fit the format`);

const localOf = (fields: ReadonlyMap<Field, number>, text: string): number => {
  const clock = [fields.get('hour') ?? 0, fields.get('minute') ?? 0, fields.get('second') ?? 0, fields.get('millisecond') ?? 0] as const;
  const [hour, minute, second, millisecond] = clock;
  if (hour > 23 || minute > 59 || second > 59) return misfit(text);
  const time = ((hour * 60 + minute) * 60 + second) * 1000 + millisecond;
  return dayOf(fields, text) + time;
};

const dayOf = (fields: ReadonlyMap<Field, number>, text: string): number => {
  const [year, month, day] = [fields.get('year'), fields.get('month'), fields.get('day')];
  const [isoYear, isoWeek, isoDay] = [fields.get('isoYear'), fields.get('isoWeek'), fields.get('isoDay')];
  const dayOfYear = fields.get('dayOfYear');
  const hasIso = isoYear !== undefined || isoWeek !== undefined || isoDay !== undefined;
  if (hasIso) {
    if (year !== undefined || month !== undefined || day !== undefined || dayOfYear !== undefined) return misfit(text);
    if (isoYear === undefined || (isoWeek ?? 1) > 53 || (isoDay ?? 1) < 1 || (isoDay ?? 1) > 7) return misfit(text);
    return localTimeOfIsoWeek(isoYear, isoWeek ?? 1, isoDay ?? 1);
  }
  if (year === undefined) return misfit(text);
  if (dayOfYear !== undefined) {
    if (month !== undefined || day !== undefined || dayOfYear < 1 || dayOfYear > 366) return misfit(text);
    // MongoDB counts the day of the year from 0 here, though it writes it from 1.
    return localTime(year, 1, dayOfYear + 1);
  }
  if ((month ?? 1) < 1 || (month ?? 1) > 12 || (day ?? 1) < 1 || (day ?? 1) > daysInMonth(year, month ?? 1)) return misfit(text);
  return localTime(year, month ?? 1, day ?? 1);
};
