import { mapHeight, mapWidth } from './mapSize.js';

/** Keeps the room that a map will take, so that nothing jumps when it arrives. */
export function MapRoom() {
  return <div className="map-box" style={{ aspectRatio: `${mapWidth} / ${mapHeight}` }} />;
}
