import type { Box } from './box.js';
import { outlineOf } from './box.js';
import { Land } from './Land.js';
import { toneOf } from './mapLayers.js';
import type { World } from './world.js';

interface Props {
  world: World;
  /** How many organisations each country has, where countries are shaded. */
  shaded: readonly { readonly country: string; readonly count: number }[];
  /** The countries that are outlined together. */
  outlined: readonly string[];
  /** The part of the map that the list is narrowed to. */
  frame: Box | undefined;
}

/** The land, countries in tones by how many organisations they have, the outline of a network, and the frame of the list. */
export function LandLayers({ world, shaded, outlined, frame }: Props) {
  const toneBy = new Map(shaded.map(({ country, count }) => [country, toneOf(count)]));
  const shapes = outlined.flatMap((country) => (world.countries[country] ? [{ country, path: world.countries[country] }] : []));
  const classOf = (country: string) => `map__shade map__shade--${toneBy.get(country) ?? 0}`;
  return (
    <>
      <Land path={world.land} />
      <g transform="scale(0.2)">
        {[...toneBy].map(
          ([country]) => world.countries[country] && <path key={country} className={classOf(country)} d={world.countries[country]} />,
        )}
        {shapes.length > 0 && <path className="map__outline" d={shapes.map(({ path }) => path).join('')} />}
        {/* Drawn once more over the line, so that it stands around the countries together and not between them. */}
        {shapes.map(({ country, path }) => (
          <path key={country} className={classOf(country)} d={path} />
        ))}
      </g>
      {frame && <path className="map__frame" d={outlineOf(frame)} />}
    </>
  );
}
