import { createRequire } from 'node:module';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';
import { mapHeight, mapTop, mapWidth } from '../src/directory/map/mapSize.js';

const virtualName = 'virtual:land-picture';

/** Islands of fewer points are no more than a speck. */
const fewestPoints = 4;
const antarctica = -60;

/** The land of the world without borders, as an SVG in whole units of the plane of `src/directory/map/equalEarth.ts`: no finer than a picture beside a list shows. */
export function drawLand(): string {
  const atlas = createRequire(import.meta.url)('world-atlas/land-110m.json') as Topology<{ land: GeometryCollection }>;
  const projection = geoEqualEarth().scale(188.254).translate([500, 245.753]);
  const path = geoPath(projection).digits(0);
  const rings = feature(atlas, atlas.objects.land)
    .features.flatMap(({ geometry }) => (geometry.type === 'MultiPolygon' ? geometry.coordinates : []))
    .filter(([outline]) => !outline?.some(([, latitude = 0]) => latitude < antarctica))
    .map((coordinates) => inSteps(path({ type: 'Polygon', coordinates }) ?? ''));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 ${mapTop} ${mapWidth} ${mapHeight}" preserveAspectRatio="none"><path d="${rings.join('')}"/></svg>`;
}

/** A ring by steps from point to point, points on the way of a straight step left out; nothing for a speck. */
function inSteps(path: string): string {
  const rings = path.split('Z').map((ring) =>
    [...ring.matchAll(/(-?\d+),(-?\d+)/g)]
      .map(([, x, y]) => ({ x: Number(x), y: Number(y) }))
      .filter((point, index, all) => index === 0 || point.x !== all[index - 1]?.x || point.y !== all[index - 1]?.y)
      .filter((point, index, all) => {
        const [before, after] = [all[index - 1], all[index + 1]];
        return !before || !after || (point.x - before.x) * (after.y - point.y) !== (point.y - before.y) * (after.x - point.x);
      }),
  );
  return rings
    .filter((points) => points.length >= fewestPoints)
    .map((points) =>
      points
        .map(({ x, y }, index) => {
          const before = points[index - 1];
          if (!before) return `M${x} ${y}l`;
          const down = y - before.y;
          return `${index > 1 && x >= before.x ? ' ' : ''}${x - before.x}${down < 0 ? '' : ' '}${down}`;
        })
        .join(''),
    )
    .map((ring) => `${ring}z`)
    .join('');
}

/** Offers `virtual:land-picture`: the address of that picture. */
export function landPictureModule(): Plugin {
  let isBuild = false;
  return {
    name: 'land-picture',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === virtualName ? `\0${virtualName}` : undefined),
    load(id) {
      if (id !== `\0${virtualName}`) return undefined;
      const picture = drawLand();
      if (!isBuild) return `export const landPicture = ${JSON.stringify(`data:image/svg+xml,${encodeURIComponent(picture)}`)};`;
      return `export const landPicture = import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'asset', name: 'land.svg', source: picture })};`;
    },
  };
}
