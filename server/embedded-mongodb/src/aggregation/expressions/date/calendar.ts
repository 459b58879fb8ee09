export const millisecondsPerDay = 86_400_000;

/** The reading of calendar and clock at a local time; the month counts from 1, the day of the week from Sunday as 0. */
export interface LocalParts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly millisecond: number;
  readonly dayOfWeek: number;
}

export const partsOfLocal = (local: number): LocalParts => {
  const date = new Date(local);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
    second: date.getUTCSeconds(),
    millisecond: date.getUTCMilliseconds(),
    dayOfWeek: date.getUTCDay(),
  };
};

/** Local milliseconds of a date and time; parts beyond their range carry over. NaN where JavaScript has no such date. */
export const localTime = (year: number, month: number, day: number, hour = 0, minute = 0, second = 0, millisecond = 0): number => {
  // Date.UTC takes years from 0 to 99 for 1900 to 1999; 400 years repeat the calendar.
  const cycle = 400 * 365.2425 * millisecondsPerDay;
  return Date.UTC(year + 400, month - 1, day, hour, minute, second, millisecond) - cycle;
};

export const dayNumberOf = (local: number): number => Math.floor(local / millisecondsPerDay);

/** From 1 to 366. */
export const dayOfYear = (local: number): number => dayNumberOf(local) - dayNumberOf(localTime(partsOfLocal(local).year, 1, 1)) + 1;

/** Weeks from Sunday to Saturday; days before the year's first Sunday are in week 0. */
export const weekOfYear = (local: number): number => Math.floor((dayOfYear(local) - 1 + 7 - partsOfLocal(local).dayOfWeek) / 7);

/** From Monday as 1 to Sunday as 7. */
export const isoDayOfWeek = (local: number): number => partsOfLocal(local).dayOfWeek || 7;

/** The week of ISO 8601 and the year that it belongs to. */
export const isoWeek = (local: number): { year: number; week: number } => {
  const thursday = local + (4 - isoDayOfWeek(local)) * millisecondsPerDay;
  return { year: partsOfLocal(thursday).year, week: Math.floor((dayOfYear(thursday) - 1) / 7) + 1 };
};

/** Local milliseconds of a day of an ISO week; parts beyond their range carry over. */
export const localTimeOfIsoWeek = (year: number, week: number, dayOfWeek: number): number => {
  const januaryFourth = localTime(year, 1, 4);
  const firstMonday = januaryFourth - (isoDayOfWeek(januaryFourth) - 1) * millisecondsPerDay;
  return firstMonday + ((week - 1) * 7 + (dayOfWeek - 1)) * millisecondsPerDay;
};

export const daysInMonth = (year: number, month: number): number => partsOfLocal(localTime(year, month + 1, 0)).day;

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
