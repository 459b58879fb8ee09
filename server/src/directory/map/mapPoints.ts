import type { OrganisationRecord } from '../OrganisationRecord.js';
import type { PlaceRecord } from '../places/places.js';
import type { RegionName } from '../places/regions.js';

/** The organisations at one published point: the middle of a country, or of the region or city that they chose to show. */
export interface MapPoint {
  readonly country: string;
  readonly region: RegionName;
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: PlaceRecord['precision'];
  /** The name of the city or region; null for the middle of a country. */
  readonly area: string | null;
  readonly count: number;
}

/** Every published point once, the most numerous first; with those that have no point they add up to the organisations given. */
export function pointsOf(organisations: readonly OrganisationRecord[]): MapPoint[] {
  const points = new Map<string, { -readonly [K in keyof MapPoint]: MapPoint[K] }>();
  for (const { country, region, place } of organisations) {
    if (country === null || region === null || place === null) continue;
    const { latitude, longitude, precision } = place;
    const key = `${country} ${latitude} ${longitude}`;
    const point = points.get(key);
    if (point !== undefined) point.count += 1;
    else points.set(key, { country, region, latitude, longitude, precision, area: place.city ?? place.region, count: 1 });
  }
  return [...points.values()].sort(
    (one, other) =>
      other.count - one.count || (one.country < other.country ? -1 : one.country > other.country ? 1 : one.longitude - other.longitude),
  );
}
