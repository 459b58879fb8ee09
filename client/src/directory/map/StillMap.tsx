import './map.css';
import { useMemo } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { landPicture } from 'virtual:land-picture';
import { useMedia } from '../../ui/useMedia.js';
import { project } from './equalEarth.js';
import type { MapPlace } from './MapPlace.js';
import { mapHeight, mapTop, mapWidth } from './mapSize.js';
import { mostSeats, placeSeats, seatRadius } from './seats.js';

/** In units of the plane: on a narrow window larger, so that they are seen. */
const radii = { narrow: 8, wide: seatRadius };

interface Props {
  places: readonly MapPlace[];
  /** Countries to point at. */
  hot?: readonly string[];
}

/** One dot for each organisation near the middle of its country, on a plain picture of the land, which asks little of a slow line. */
export function StillMap({ places, hot = [] }: Props) {
  const { t } = useTranslation('directory');
  const radius = radii[useMedia('(min-width: 36rem)') ? 'wide' : 'narrow'];
  const total = places.reduce((sum, { count }) => sum + count, 0);
  const seats = useMemo(
    () => placeSeats(total <= mostSeats ? places : places.map((place) => ({ ...place, count: 1 })), project, radius),
    [places, total, radius],
  );
  return (
    <span className="map-box still-map" dir="ltr">
      <span className="still-map__land" style={{ maskImage: `url("${landPicture}")` }} />
      <svg className="map" viewBox={`0 ${mapTop} ${mapWidth} ${mapHeight}`} role="img" aria-label={t('map.picture', { count: total })}>
        {seats.map(({ country, x, y }, index) => (
          <circle
            key={index}
            className={hot.includes(country) ? 'map__seat is-hot' : 'map__seat'}
            cx={x.toFixed(1)}
            cy={y.toFixed(1)}
            r={radius}
          />
        ))}
      </svg>
    </span>
  );
}
