import { useState } from 'react';
import { useTranslation } from '../ui/useTranslation.js';
import { Link } from '../ui/Link.js';
import { useFormat } from '../ui/format.js';
import { addressOf, type DirectoryView, emptyView } from './directoryView.js';
import type { MapPlace } from './map/MapPlace.js';
import { type Hot, pointingAt } from './OrganisationList.js';

const shownAtFirst = 16;

/** What the map shows, as a list: each country with its number. */
export function MapInWords({ places, view, hot, page }: { places: readonly MapPlace[]; view: DirectoryView; hot: Hot; page?: string }) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const [showsAll, setShowsAll] = useState(false);
  const ordered = places
    .map(({ country, count }) => ({ country, count, name: format.country(country) }))
    .sort((one, other) => other.count - one.count || format.compare(one.name, other.name));
  const shown = showsAll ? ordered : ordered.slice(0, shownAtFirst);
  if (places.length === 0) return null;
  return (
    <section className="map-words" aria-labelledby="map-words">
      <h3 id="map-words" className="aside-title">
        {t('map.words')}
      </h3>
      <ul className="countries">
        {shown.map(({ country, count, name }) => {
          const { className, handlers } = pointingAt(hot, [country]);
          return (
            <li key={country} className={className}>
              <Link
                to={addressOf(
                  { ...view, regions: emptyView.regions, withoutCountry: false, within: undefined, countries: [country] },
                  page,
                )}
                {...handlers}
              >
                <span>{name}</span>
                <span className="numerals quiet">{format.number(count)}</span>
              </Link>
            </li>
          );
        })}
      </ul>
      {shown.length < ordered.length && (
        <p className="small">
          <button type="button" className="link-button" onClick={() => setShowsAll(true)}>
            {t('filters.allCountries', { count: ordered.length })}
          </button>
        </p>
      )}
    </section>
  );
}
