import type { TFunction } from 'i18next';
import type { Format } from '../../ui/format.js';
import type { PlaceCluster } from './clusters.js';

const named = 4;

/** A cluster in full, for those who do not see it: `16 organisations: DR Congo 5, Kenya 3, Ethiopia 2, Yemen 1 and 5 more countries`. */
export function clusterInWords(
  { places, count }: Pick<PlaceCluster, 'places' | 'count'>,
  t: TFunction<'directory'>,
  format: Format,
): string {
  const words = places.slice(0, named).map((place) => `${format.country(place.country)} ${format.number(place.count)}`);
  const rest = places.length - named;
  const list = rest > 0 ? [...words, t('map.moreCountries', { count: rest })] : words;
  return t('map.cluster', { organisations: t('organisations.counted', { count }), places: format.list(list) });
}
