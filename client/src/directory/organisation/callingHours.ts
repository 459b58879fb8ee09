import { offsetOf } from '../../ui/zone.js';

/** How burdensome a call is at an hour of the day: 0 at work, 10 in the night. */
export type Burden = 0 | 1 | 3 | 6 | 10;

const burdenByHour: readonly Burden[] = [10, 10, 10, 10, 10, 10, 6, 3, 1, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 3, 3, 6, 10];

export function burdenAt(hour: number): Burden {
  return burdenByHour[((Math.floor(hour) % 24) + 24) % 24] ?? 10;
}

/** The one zone of a country; undefined for a country with several clocks, or where this device does not know. */
export function zoneOf(country: string, moment: Date): string | undefined {
  const locale = new Intl.Locale(`und-${country}`) as Intl.Locale & { getTimeZones?(): string[]; timeZones?: string[] };
  const zones = locale.getTimeZones?.() ?? locale.timeZones ?? [];
  const offsets = new Set(zones.map((zone) => offsetOf(zone, moment)));
  return offsets.size === 1 ? zones[0] : undefined;
}

/** Half hours, counted from the reader's midnight, at which both are at work: from (inclusive) and to (exclusive); undefined where there are none. */
export function sharedHours(minutesAhead: number): { from: number; to: number } | undefined {
  const both = Array.from({ length: 48 }, (_, half) => half).filter(
    (half) => burdenAt(half / 2) === 0 && burdenAt((half * 30 + minutesAhead) / 60) === 0,
  );
  const [first] = both;
  const last = both.at(-1);
  return first === undefined || last === undefined ? undefined : { from: first, to: last + 1 };
}
