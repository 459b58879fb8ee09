import { mapHeight, mapWidth } from './mapSize.js';

/** Keeps the room that a map will take, so that nothing jumps when it arrives. `ratio` is its height for a width of 1. */
export function MapRoom({ ratio = mapHeight / mapWidth }: { ratio?: number }) {
  return <div className="map-box" style={{ aspectRatio: `1 / ${ratio}` }} />;
}
