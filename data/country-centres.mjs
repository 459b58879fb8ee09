// Computes the middle of each country from Natural Earth's shapes (public domain) and writes
// server/src/directory/places/countryCentres.ts. Run from the root: node data/country-centres.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { geoArea, geoBounds, geoCentroid, geoContains, geoDistance } from 'd3-geo';
import countryCodes from 'i18n-iso-countries';
import { feature } from 'topojson-client';

const atlas = JSON.parse(readFileSync('node_modules/world-atlas/countries-10m.json', 'utf8'));
const shapes = feature(atlas, atlas.objects.countries).features;

/** Territories that Natural Earth draws inside another shape, with a point by which their part of it is found. */
const insideAnother = {
  BQ: [-68.27, 12.18],
  CC: [96.83, -12.16],
  CX: [105.66, -10.49],
  GF: [-53.1, 3.9],
  GP: [-61.55, 16.2],
  MQ: [-61.0, 14.65],
  RE: [55.53, -21.12],
  SJ: [16.0, 78.6],
  TK: [-171.8, -9.2],
  YT: [45.15, -12.8],
};
const uninhabited = ['AQ', 'BV', 'GS', 'HM', 'TF', 'UM'];
const earthRadius = 6371;
const farthestPart = 3000; // kilometres from the largest part; keeps islands together and leaves overseas parts out
const polygon = (coordinates) => ({ type: 'Polygon', coordinates });
const partsOf = (shape) =>
  shape.geometry.type === 'Polygon' ? [polygon(shape.geometry.coordinates)] : shape.geometry.coordinates.map(polygon);
const kilometres = (one, other) => geoDistance(one, other) * earthRadius;

const claimed = new Set();
const parts = new Map();
const all = shapes
  .flatMap((shape) => partsOf(shape).map((part) => ({ shape, part, centre: geoCentroid(part), area: geoArea(part) })))
  // A few tiny parts collapse when the atlas is rounded, turn inside out and would hold the whole earth.
  .filter(({ area }) => area < 2 * Math.PI);
for (const [country, point] of Object.entries(insideAnother)) {
  const near = all.filter(({ part, centre }) => kilometres(centre, point) < 60 || geoContains(part, point));
  for (const each of near) claimed.add(each);
  if (near.length > 0) parts.set(country, near);
  else parts.set(country, [{ part: { type: 'Point', coordinates: point }, centre: point, area: 0 }]);
}
for (const each of all) {
  if (claimed.has(each)) continue;
  const { id, properties } = each.shape;
  const country = properties.name === 'Kosovo' ? 'XK' : id && countryCodes.numericToAlpha2(id);
  if (country) parts.set(country, [...(parts.get(country) ?? []), each]);
}

function middleOf(ownParts) {
  const largest = ownParts.reduce((best, each) => (each.area > best.area ? each : best));
  const together = ownParts.filter(({ centre }) => kilometres(centre, largest.centre) < farthestPart);
  const middle =
    ownParts.length === 1 ? largest.centre : geoCentroid({ type: 'GeometryCollection', geometries: together.map(({ part }) => part) });
  const inAnother = all.some((each) => !ownParts.includes(each) && geoContains(each.part, middle));
  return inAnother ? nearestInside(largest.part, middle) : middle;
}

/** For crescents such as Croatia: of 80 x 80 points laid over the shape, the nearest that is inside with its four neighbours. */
function nearestInside(part, middle) {
  const [[west, south], [east, north]] = geoBounds(part);
  const [stepEast, stepNorth] = [(east - west) / 80, (north - south) / 80];
  let best = null;
  for (let i = 1; i < 80; i += 1) {
    for (let j = 1; j < 80; j += 1) {
      const point = [west + i * stepEast, south + j * stepNorth];
      const around = [
        point,
        [point[0] + stepEast, point[1]],
        [point[0] - stepEast, point[1]],
        [point[0], point[1] + stepNorth],
        [point[0], point[1] - stepNorth],
      ];
      const distance = kilometres(point, middle);
      if ((best === null || distance < best.distance) && around.every((each) => geoContains(part, each))) best = { point, distance };
    }
  }
  return best?.point ?? geoCentroid(part);
}

const named = [...parts.keys()].filter((country) => !uninhabited.includes(country)).sort();
const lines = named.map((country) => {
  const [longitude, latitude] = middleOf(parts.get(country));
  return `  ${country}: [${latitude.toFixed(2).replace(/\.?0+$/, '')}, ${longitude.toFixed(2).replace(/\.?0+$/, '')}],`;
});
writeFileSync(
  'server/src/directory/places/countryCentres.ts',
  `/**
 * The middle of each country, \`[latitude, longitude]\` in degrees, by ISO 3166-1 alpha-2 code.
 * Computed by data/country-centres.mjs from the shapes of Natural Earth 4.1.0, which are in the public domain.
 */
export const countryCentres: Readonly<Record<string, readonly [latitude: number, longitude: number]>> = {
${lines.join('\n')}
};
`,
);
console.log(`${lines.length} countries`);
