import { countryName, countryCalled, namesOfCountry } from './countryNames.js';
import { placeOf } from './places.js';
import { countries, regionOf, regions } from './regions.js';

test('every country has a region, a middle on the earth and a name in each language', () => {
  expect(countries.length).toBeGreaterThan(240);
  for (const country of countries) {
    expect(regions).toContain(regionOf(country));
    const place = placeOf(country);
    expect(Math.abs(place?.latitude ?? Infinity)).toBeLessThanOrEqual(90);
    expect(Math.abs(place?.longitude ?? Infinity)).toBeLessThanOrEqual(180);
    for (const language of ['en', 'fr', 'es', 'ar'] as const) expect(countryName(country, language)).not.toBe(country);
  }
});

test('the middle of a country is in the country, overseas parts aside', () => {
  expect(placeOf('FR')).toEqual({
    latitude: expect.closeTo(46.5, 0),
    longitude: expect.closeTo(2.6, 0),
    precision: 'COUNTRY',
    region: null,
    city: null,
  });
  expect(placeOf('US')).toMatchObject({ latitude: expect.closeTo(39.9, 0), longitude: expect.closeTo(-98.8, 0) });
  expect(placeOf('HR')).toMatchObject({ latitude: expect.closeTo(45.1, 0), longitude: expect.closeTo(16.3, 0) });
  expect(placeOf(null)).toBeNull();
});

test('a thousand readings give one point', () => {
  expect(new Set(Array.from({ length: 1000 }, () => JSON.stringify(placeOf('KH')))).size).toBe(1);
});

test('the twenty-two countries of the Arab League are the Arab region', () => {
  expect(countries.filter((country) => regionOf(country) === 'ARAB_REGION')).toHaveLength(22);
});

test('what is no country has no region', () => {
  for (const code of ['ZZ', 'AQ', 'ke', '', 'KEN']) expect(regionOf(code)).toBeUndefined();
});

test.each([
  ['Kenya', 'KE'],
  ['KENIA', 'KE'],
  ['كينيا', 'KE'],
  ['Ivory Coast', 'CI'],
  ['UK', 'GB'],
  ['Atlantis', undefined],
])('the country called %s is %s', (name, country) => {
  expect(countryCalled(name)).toBe(country);
});

test('a country is known by its names in four languages', () => {
  expect(namesOfCountry('DE')).toEqual(expect.arrayContaining(['Germany', 'Allemagne', 'Alemania', 'ألمانيا']));
});
