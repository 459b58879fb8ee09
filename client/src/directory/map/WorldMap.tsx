import './map.css';
import { use, useMemo } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { Link } from '../../ui/Link.js';
import { useFormat } from '../../ui/format.js';
import type { Hot } from '../OrganisationList.js';
import { clustersAt, countriesIn, indexPlaces, type PlaceCluster } from './clusters.js';
import { project } from './equalEarth.js';
import { Land } from './Land.js';
import type { MapPlace } from './MapPlace.js';
import { mapHeight, mapTop, mapWidth } from './mapSize.js';
import { middleOf, pinSize } from './pins.js';
import { markerInWords } from './placesInWords.js';
import { ringsAround } from './rings.js';
import { mostSeats, placeSeats, seatRadius } from './seats.js';
import { loadWorld } from './world.js';

export interface WorldMapProps {
  places: readonly MapPlace[];
  /** Where the list of these countries is. */
  addressOf(countries: readonly string[]): string;
  hot: Hot;
}

/** One dot for each organisation near where it chose to be shown, in rings that lead to their lists; on a narrow screen, circles with numbers. */
export function WorldMap({ places, addressOf, hot }: WorldMapProps) {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const { land } = use(loadWorld());
  const total = places.reduce((sum, { count }) => sum + count, 0);
  const seats = useMemo(() => (total <= mostSeats ? placeSeats(places, project, seatRadius) : []), [places, total]);
  const rings = useMemo(() => ringsAround(clustersAt(indexPlaces(places, 38), 0), seats, seatRadius), [places, seats]);
  const pins = useMemo(() => clustersAt(indexPlaces(places, 62), 0), [places]);
  const linkTo = (cluster: PlaceCluster) => ({
    to: addressOf(countriesOf(cluster)),
    'aria-label': markerInWords({ ...wordsOf(cluster), count: cluster.count }, t, format),
    onPointerEnter: () => hot.point(countriesOf(cluster)),
    onPointerLeave: () => hot.point([]),
    onFocus: () => hot.point(countriesOf(cluster)),
    onBlur: () => hot.point([]),
  });
  const isHot = (cluster: PlaceCluster) => hot.countries.some((country) => cluster.places.some((place) => place.country === country));

  return (
    <div className="map-box map-box--ringed" dir="ltr">
      <svg className="map" viewBox={`0 ${mapTop} ${mapWidth} ${mapHeight}`} aria-hidden>
        <Land path={land} />
        <g className="map__seats">
          {seats.map(({ country, x, y }, index) => (
            <circle
              key={index}
              className={hot.countries.includes(country) ? 'map__seat is-hot' : 'map__seat'}
              cx={x.toFixed(1)}
              cy={y.toFixed(1)}
              r={seatRadius}
            />
          ))}
        </g>
      </svg>
      {rings.map(({ cluster, x, y, radius }) => (
        <Link
          key={cluster.key}
          className={`map__ring ${isHot(cluster) ? 'is-hot' : ''}`}
          style={{ ...positionOf(x, y), inlineSize: `${(radius * 200) / mapWidth}%` }}
          {...linkTo(cluster)}
        >
          {cluster.count > 1 && <b>{format.number(cluster.count)}</b>}
        </Link>
      ))}
      {pins.map((cluster) => {
        const { x, y } = middleOf(cluster);
        return (
          <Link
            key={cluster.key}
            className={`map__pin ${isHot(cluster) ? 'is-hot' : ''}`}
            style={{ ...positionOf(x, y), '--pin': `${pinSize(cluster.count)}px` }}
            {...linkTo(cluster)}
          >
            {format.number(cluster.count)}
          </Link>
        );
      })}
    </div>
  );
}

const wordsOf = (cluster: PlaceCluster) => {
  const countries = countriesIn(cluster);
  return { countries, countryCount: countries.length, area: cluster.places.length === 1 ? (cluster.places[0]?.area ?? null) : null };
};

const countriesOf = (cluster: PlaceCluster) => countriesIn(cluster).map(({ country }) => country);

const positionOf = (x: number, y: number) => ({
  insetInlineStart: `${((x / mapWidth) * 100).toFixed(2)}%`,
  insetBlockStart: `${(((y - mapTop) / mapHeight) * 100).toFixed(2)}%`,
});
