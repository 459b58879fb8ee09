import type { TFunction } from 'i18next';
import type { Format } from '../../ui/format.js';
import type { MapMarker } from './markers.js';

const named = 4;

/** A marker in full, for those who do not see it: `16 organisations: DR Congo 5, Kenya 3, Ethiopia 2, Yemen 1 and 5 more countries`. */
export function markerInWords(
  { countries, countryCount, count, area }: Pick<MapMarker, 'countries' | 'countryCount' | 'count' | 'area'>,
  t: TFunction<'directory'>,
  format: Format,
): string {
  const words = countries.slice(0, named).map((each) => `${format.country(each.country)} ${format.number(each.count)}`);
  const rest = countryCount - words.length;
  const [first] = countries;
  const places =
    area && first
      ? t('map.area', { area, country: format.country(first.country) })
      : format.list(rest > 0 ? [...words, t('map.moreCountries', { count: rest })] : words);
  const [number, counted] = [format.number(count), t('organisations.counted', { count })];
  // Who speaks to the page says the number that is seen, and the Arabic dual has none.
  const organisations = counted.includes(number) ? counted : `${number} · ${counted}`;
  return t('map.cluster', { organisations, places });
}
