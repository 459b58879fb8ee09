import { countryCentres } from './countryCentres.js';

/** From the nearest to the farthest. */
export const precisions = ['CITY', 'REGION', 'COUNTRY'] as const;
export type PrecisionName = (typeof precisions)[number];

/** A point on the map, in degrees; it is the published middle of an area and never an address. */
export interface PlaceRecord {
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: PrecisionName;
  /** The name of the region of the country; null when no nearer than the country is shown. */
  readonly region: string | null;
  /** The name of the city; null when no nearer than the region is shown. */
  readonly city: string | null;
}

const placesOfCountries: ReadonlyMap<string, PlaceRecord> = new Map(
  Object.entries(countryCentres).map(([country, [latitude, longitude]]) => [
    country,
    { latitude, longitude, precision: 'COUNTRY', region: null, city: null },
  ]),
);

/** Where a map may show what is in the country: always the same point; null without a country. */
export function placeOf(country: string | null): PlaceRecord | null {
  return country === null ? null : (placesOfCountries.get(country) ?? null);
}
