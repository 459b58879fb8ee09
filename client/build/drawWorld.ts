import { createRequire } from 'node:module';
import { geoEqualEarth, geoPath } from 'd3-geo';
import countryCodes from 'i18n-iso-countries';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import type { Plugin } from 'vite';

const antarctica = '010';
const virtualName = 'virtual:world-shapes';

/** Fifths of the units of the map's plane: fine enough for the deepest zoom, and the path needs no decimal points. */
const fifths = 5;

/**
 * The countries of the world but Antarctica as SVG paths, from Natural Earth in the Equal Earth projection, in fifths of the units of
 * `src/directory/map/equalEarth.ts`: by ISO 3166-1 alpha-2 code, and by name what has none.
 */
export function drawWorld(): Record<string, string> {
  const atlas = createRequire(import.meta.url)('world-atlas/countries-110m.json') as Topology<{
    countries: GeometryCollection<{ name: string }>;
  }>;
  const projection = geoEqualEarth()
    .scale(188.254 * fifths)
    .translate([500 * fifths, 245.753 * fifths]);
  const path = geoPath(projection).digits(0);
  return Object.fromEntries(
    feature(atlas, atlas.objects.countries)
      .features.filter(({ id }) => id !== antarctica)
      .map((country) => [codeOf(country.id, country.properties.name), relative(path(country) ?? '')]),
  );
}

function codeOf(id: string | number | undefined, name: string): string {
  if (name === 'Kosovo') return 'XK';
  return (id !== undefined && countryCodes.numericToAlpha2(id)) || name;
}

/** The same path by steps from point to point: half as long as one that names each point. */
function relative(path: string): string {
  let at = { x: 0, y: 0 };
  return path.replace(/([ML])(-?\d+),(-?\d+)/g, (_, command: string, x: string, y: string) => {
    const [right, down] = [Number(x) - at.x, Number(y) - at.y];
    at = { x: Number(x), y: Number(y) };
    if (command === 'M') return `M${x} ${y}`;
    return right === 0 && down === 0 ? '' : `l${right}${down < 0 ? '' : ' '}${down}`;
  });
}

/** Offers `virtual:world-shapes`: the drawings as a file of its own, so that no reader's device has to project anything to see the world. */
export function worldShapesModule(): Plugin {
  let isBuild = false;
  return {
    name: 'world-shapes',
    configResolved({ command }) {
      isBuild = command === 'build';
    },
    resolveId: (id) => (id === virtualName ? `\0${virtualName}` : undefined),
    load(id) {
      if (id !== `\0${virtualName}`) return undefined;
      const drawing = JSON.stringify(drawWorld());
      if (!isBuild) return `export const loadWorldShapes = async () => (${drawing});`;
      const file = this.emitFile({ type: 'asset', name: 'world.json', source: drawing });
      return `export async function loadWorldShapes() {
  const response = await fetch(import.meta.ROLLUP_FILE_URL_${file});
  if (!response.ok) throw new Error('The shapes of the world did not arrive.');
  return response.json();
}`;
    },
  };
}
