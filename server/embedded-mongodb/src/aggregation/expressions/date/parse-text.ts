import { notSupported } from '../../../errors.js';
import { conversionFailure } from '../conversion/conversion-failure.js';
import { daysInMonth, localTime } from './calendar.js';
import { dateFrom } from './date-value.js';
import type { TimeZone } from './time-zone.js';
import { timeZoneOf, toInstant } from './time-zone.js';

const form =
  /^[ \t\n]*(\d{4})-(\d{1,2})-(\d{1,2})(?:[Tt ] *(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d{1,9}))?)? *(Z|z|UTC|GMT|[+-]\d{2}(?::?\d{2})?)?)?[ \t\n]*$/u;

/**
 * Reads a date without a given format: ISO 8601 and what comes near it. MongoDB reads many other forms, which are refused,
 * except a text without any digit, which is no date for MongoDB either: a conversion failure.
 */
export const parseDateText = (text: string, zone: TimeZone): Date => {
  const found = form.exec(text);
  if (!found) {
    if (!/\d/u.test(text)) return conversionFailure(`Error parsing date string '${text}'`);
    return notSupported(`the form of the date '${text}'`);
  }
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', offset] = found;
  const [y, m, d, h, min, s] = [year, month, day, hour, minute, second].map(Number) as [number, number, number, number, number, number];
  if (m < 1 || m > 12 || d < 1 || d > daysInMonth(y, m) || h > 23 || min > 59 || s > 59) {
    return conversionFailure(`Error parsing date string '${text}'`);
  }
  if (offset !== undefined && !zone.isUtc) {
    return conversionFailure(
      `you cannot pass in a date/time string with time zone information ('${offset}') together with a timezone argument`,
    );
  }
  const local = localTime(y, m, d, h, min, s, Number(fraction.padEnd(3, '0').slice(0, 3)));
  const textZone = offset === undefined ? zone : timeZoneOf(offset.toUpperCase() === 'Z' ? 'UTC' : offset);
  return dateFrom(toInstant(local, textZone), '$dateFromString');
};
