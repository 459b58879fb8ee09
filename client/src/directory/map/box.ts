import { project, unproject } from './equalEarth.js';
import { mapWidth } from './mapSize.js';
import type { MapView } from './mapView.js';

/** A part of the earth between two meridians and two parallels, in degrees; where `west` is greater than `east` it crosses the date line. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** The box that holds all of the earth that a window shows, and at its corners a little more. */
export function boxOfWindow(view: MapView, ratio: number): Box {
  const [width, height] = [mapWidth / view.zoom, (mapWidth * ratio) / view.zoom];
  const shares = Array.from({ length: 17 }, (_, index) => index / 16 - 0.5);
  const edge = shares.flatMap((share) => [
    onEarth(view.x + share * width, view.y - height / 2),
    onEarth(view.x + share * width, view.y + height / 2),
    onEarth(view.x - width / 2, view.y + share * height),
    onEarth(view.x + width / 2, view.y + share * height),
  ]);
  const [latitudes, longitudes] = [edge.map(({ latitude }) => latitude), edge.map(({ longitude }) => longitude)];
  const out = (degrees: number, round: (hundreds: number) => number) => round(degrees * 100) / 100;
  return {
    west: out(Math.min(...longitudes), Math.floor),
    south: out(Math.min(...latitudes), Math.floor),
    east: out(Math.max(...longitudes), Math.ceil),
    north: out(Math.max(...latitudes), Math.ceil),
  };
}

/** The point of the earth at a point of the plane; where the plane shows no earth any more, the edge of the earth. */
function onEarth(x: number, y: number): { longitude: number; latitude: number } {
  const { longitude, latitude } = unproject(x, y);
  const middle = project(0, 0);
  if (!Number.isFinite(latitude)) return { latitude: y < middle.y ? 90 : -90, longitude: x < middle.x ? -180 : 180 };
  return { latitude, longitude: Math.min(180, Math.max(-180, longitude)) };
}

const steps = 24;

/** The outline of a box as an SVG path on the plane of the map; in two parts where it crosses the date line. */
export function outlineOf({ west, south, east, north }: Box): string {
  if (west > east) return outlineOf({ west, south, east: 180, north }) + outlineOf({ west: -180, south, east, north });
  const along = (from: number, to: number) => Array.from({ length: steps + 1 }, (_, step) => from + ((to - from) * step) / steps);
  const points = [
    ...along(west, east).map((longitude) => project(longitude, north)),
    ...along(north, south).map((latitude) => project(east, latitude)),
    ...along(east, west).map((longitude) => project(longitude, south)),
    ...along(south, north).map((latitude) => project(west, latitude)),
  ];
  return `M${points.map(({ x, y }) => `${x.toFixed(2)} ${y.toFixed(2)}`).join('L')}Z`;
}
