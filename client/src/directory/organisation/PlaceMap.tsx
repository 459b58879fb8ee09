import '../map/map.css';
import { geoContains, geoEqualEarth, geoPath } from 'd3-geo';
import { use, useMemo } from 'react';
import { loadCountryShapes } from './countryShapes.js';

const width = 420;
const height = 300;

/** The surroundings of one place; the dot stands where the organisation chose to be shown, on the middle of a city, a region or its country, never on an address. */
export function PlaceMap({ latitude, longitude, label }: { latitude: number; longitude: number; label: string }) {
  const countries = use(loadCountryShapes());
  const shapes = useMemo(() => {
    const projection = geoEqualEarth()
      .rotate([-longitude, 0])
      .scale(560)
      .clipExtent([
        [-1, -1],
        [width + 1, height + 1],
      ]);
    const [, y = 0] = projection.translate([0, 0])([longitude, latitude]) ?? [];
    projection.translate([width / 2, height / 2 - y]);
    const path = geoPath(projection).digits(1);
    return countries.features.map((country) => ({ path: path(country), isHere: geoContains(country, [longitude, latitude]) }));
  }, [countries, latitude, longitude]);
  return (
    <svg className="map place-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      {shapes.map(({ path, isHere }, index) => path && <path key={index} className={isHere ? 'place-map__here' : 'map__land'} d={path} />)}
      <circle className="place-map__point" cx={width / 2} cy={height / 2} r="7" />
    </svg>
  );
}
