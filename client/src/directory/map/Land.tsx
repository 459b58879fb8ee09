import type { World } from './world.js';

export function Land({ world }: { world: World }) {
  return (
    <>
      <path className="map__land" d={world.landPath} />
      <path className="map__borders" d={world.bordersPath} />
    </>
  );
}
