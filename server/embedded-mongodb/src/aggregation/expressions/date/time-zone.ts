import { MongoError } from '../../../errors.js';

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** Milliseconds of local time ("wall time") are those that UTC would have at the same reading of the clock. */
export interface TimeZone {
  readonly isUtc: boolean;
  /** By how many milliseconds local time is ahead of UTC at an instant. */
  offsetAt(instant: number): number;
}

const fixedZone = (offset: number, isUtc = false): TimeZone => ({ isUtc, offsetAt: () => offset });

export const utc: TimeZone = fixedZone(0, true);

const zones = new Map<string, TimeZone>([
  ['UTC', utc],
  ['GMT', utc],
]);
const mostZones = 1000;

/** The zone of an Olson name or an offset such as `+05:30`; another text is a MongoError 40485. */
export const timeZoneOf = (text: string): TimeZone => {
  const known = zones.get(text);
  if (known) return known;
  const zone = fixedOffset(text) ?? namedZone(text);
  if (zones.size < mostZones) zones.set(text, zone);
  return zone;
};

const fixedOffset = (text: string): TimeZone | undefined => {
  const found = /^([+-])(\d{2})(?::?(\d{2}))?$/u.exec(text);
  if (!found) return undefined;
  const [, sign, hours, minutes = '0'] = found;
  const offset = Number(hours) * hour + Number(minutes) * minute;
  return offset === 0 ? utc : fixedZone(sign === '-' ? -offset : offset);
};

const unknownZone = (text: string): never => {
  throw new MongoError(40485, `unrecognized time zone identifier: "${text}"`);
};

/** Intl takes names in any case, MongoDB only as the database of zones writes them. */
const isWellWritten = (text: string): boolean =>
  text.split('/').every((part) => /^[A-Z]/u.test(part) && (!text.includes('/') || !/^[A-Z]{4,}/u.test(part)));

const namedZone = (text: string): TimeZone => {
  if (!isWellWritten(text)) return unknownZone(text);
  try {
    const format = new Intl.DateTimeFormat('en-US', { timeZone: text, timeZoneName: 'longOffset', year: 'numeric' });
    return zoneOfFormat(format);
  } catch {
    return unknownZone(text);
  }
};

/** Zones change their offset only at such steps of UTC, since 1970. */
const step = 15 * minute;
const mostRemembered = 20_000;

const zoneOfFormat = (format: Intl.DateTimeFormat): TimeZone => {
  const remembered = new Map<number, number>();
  return {
    isUtc: false,
    offsetAt(instant) {
      if (instant < 0) return offsetOf(format, instant);
      const place = Math.floor(instant / step);
      const known = remembered.get(place);
      if (known !== undefined) return known;
      const offset = offsetOf(format, instant);
      if (remembered.size >= mostRemembered) remembered.clear();
      remembered.set(place, offset);
      return offset;
    },
  };
};

const offsetOf = (format: Intl.DateTimeFormat, instant: number): number => {
  const found = /GMT(?:([+-])(\d{2}):(\d{2})(?::(\d{2}))?)?$/u.exec(format.format(instant));
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = found ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * hour + Number(minutes) * minute + Number(seconds) * 1000);
};

export const toLocal = (instant: number, zone: TimeZone): number => instant + zone.offsetAt(instant);

/**
 * The instant of a local time. A local time that clocks skip is read with the offset before the change. One that they show twice is
 * taken with the preferred offset where that is one of both, else the second time.
 */
export const toInstant = (local: number, zone: TimeZone, preferredOffset?: number): number => {
  const before = zone.offsetAt(local - day);
  const after = zone.offsetAt(local + day);
  if (before === after) return local - before;
  const fitting = [before, after].filter((offset) => zone.offsetAt(local - offset) === offset);
  if (fitting.length === 0) return local - before;
  const preferred = fitting.find((offset) => offset === preferredOffset);
  return local - (preferred ?? (fitting.at(-1) as number));
};
