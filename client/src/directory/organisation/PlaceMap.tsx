import '../map/map.css';
import { use, useMemo } from 'react';
import { loadCountryShapes } from './countryShapes.js';
import { drawSurroundings, height, width } from './drawSurroundings.js';

/** The surroundings of one place; the dot stands where the organisation chose to be shown, on the middle of a city, a region or its country, never on an address. */
export function PlaceMap({ latitude, longitude, label }: { latitude: number; longitude: number; label: string }) {
  const countries = use(loadCountryShapes());
  const shapes = useMemo(() => drawSurroundings(countries, longitude, latitude), [countries, latitude, longitude]);
  return (
    <svg className="map place-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {shapes.map(({ path, isHere }, index) => (
        <path key={index} className={isHere ? 'place-map__here' : 'map__land'} d={path} />
      ))}
      <circle className="place-map__point" cx={width / 2} cy={height / 2} r="7" />
    </svg>
  );
}
