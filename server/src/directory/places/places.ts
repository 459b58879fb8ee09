import { countryCentres } from './countryCentres.js';

/** A point on the map, in degrees; it is the published middle of an area and never an address. */
export interface PlaceRecord {
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: 'CITY' | 'REGION' | 'COUNTRY';
}

const placesOfCountries: ReadonlyMap<string, PlaceRecord> = new Map(
  Object.entries(countryCentres).map(([country, [latitude, longitude]]) => [country, { latitude, longitude, precision: 'COUNTRY' }]),
);

/** Where a map may show what is in the country: always the same point; null without a country. */
export function placeOf(country: string | null): PlaceRecord | null {
  return country === null ? null : (placesOfCountries.get(country) ?? null);
}
