import { geoContains, geoEqualEarth, geoPath } from 'd3-geo';
import type { Feature, FeatureCollection } from 'geojson';

/** Of the picture, in its own units. */
export const width = 420;
export const height = 300;
const scale = 560;

/** Beyond these nothing can be in the picture, in degrees from its middle; wide, since degrees of longitude grow narrow far from the equator. */
const farthest = { longitude: 75, latitude: 30 };

export interface Shape {
  /** For the `d` of an SVG path. */
  readonly path: string;
  /** Whether the middle of the picture lies in this country. */
  readonly isHere: boolean;
}

/**
 * The countries around a place, which is in the middle of the picture. Only what comes near is drawn: all of the world takes a slow phone a tenth
 * of a second.
 */
export function drawSurroundings(countries: FeatureCollection, longitude: number, latitude: number, comesNear = isNear): Shape[] {
  const projection = geoEqualEarth()
    .rotate([-longitude, 0])
    .scale(scale)
    .clipExtent([
      [-1, -1],
      [width + 1, height + 1],
    ]);
  const [, y = 0] = projection.translate([0, 0])([longitude, latitude]) ?? [];
  projection.translate([width / 2, height / 2 - y]);
  const draw = geoPath(projection).digits(1);
  return countries.features
    .filter((country) => comesNear(country, longitude, latitude))
    .map((country) => ({ path: draw(country) ?? '', isHere: geoContains(country, [longitude, latitude]) }))
    .filter(({ path }) => path !== '');
}

function isNear({ geometry }: Feature, longitude: number, latitude: number): boolean {
  const polygons = geometry.type === 'MultiPolygon' ? geometry.coordinates : geometry.type === 'Polygon' ? [geometry.coordinates] : [];
  const isNearPoint = ([x = 0, y = 0]: number[]) =>
    Math.abs(y - latitude) < farthest.latitude && Math.abs(((x - longitude + 540) % 360) - 180) < farthest.longitude;
  return polygons.some(([outline = []]) => outline.some(isNearPoint));
}
