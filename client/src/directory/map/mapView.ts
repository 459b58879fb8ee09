import { project, unproject } from './equalEarth.js';
import { mapHeight, mapTop, mapWidth } from './mapSize.js';

/** The part of the world that a window shows: its middle on the plane, and how many times it is enlarged. */
export interface MapView {
  readonly x: number;
  readonly y: number;
  /** 1 shows the whole world, each doubling half as much. */
  readonly zoom: number;
}

export const wholeWorld: MapView = { x: mapWidth / 2, y: mapTop + mapHeight / 2, zoom: 1 };
export const deepestZoom = 32;

/** Keeps the window on the land and the zoom within its bounds. `ratio` is the height of the window by its width. */
export function heldInWorld({ x, y, zoom }: MapView, ratio: number): MapView {
  const held = Math.min(deepestZoom, Math.max(1, zoom));
  const within = (value: number, start: number, size: number, windowSize: number) =>
    windowSize >= size ? start + size / 2 : Math.min(start + size - windowSize / 2, Math.max(start + windowSize / 2, value));
  return { x: within(x, 0, mapWidth, mapWidth / held), y: within(y, mapTop, mapHeight, (mapWidth * ratio) / held), zoom: held };
}

/** Where a point of the plane stands in the window, as shares of its width and height; below 0 and above 1 it is outside. */
export function inWindow(
  view: MapView,
  ratio: number,
  { x, y }: { x: number; y: number },
): { left: number; top: number; isInside: boolean } {
  const left = ((x - view.x) * view.zoom) / mapWidth + 0.5;
  const top = ((y - view.y) * view.zoom) / (mapWidth * ratio) + 0.5;
  return { left, top, isInside: left >= 0 && left <= 1 && top >= 0 && top <= 1 };
}

/** The view enlarged by a factor around a point of the window, given as shares of its width and height, which stays where it is. */
export function zoomedAround(view: MapView, ratio: number, factor: number, left: number, top: number): MapView {
  const zoom = Math.min(deepestZoom, Math.max(1, view.zoom * factor));
  const shift = mapWidth * (1 / view.zoom - 1 / zoom);
  return heldInWorld({ x: view.x + (left - 0.5) * shift, y: view.y + (top - 0.5) * ratio * shift, zoom }, ratio);
}

/** How many doublings a view is enlarged. */
export const depthOf = ({ zoom }: MapView): number => Math.floor(Math.log2(zoom) + 1e-9);

/** Writes a view as `latitude,longitude,zoom`; empty for the whole world. */
export function writeMapView(view: MapView): string {
  if (view.zoom <= 1) return '';
  const { longitude, latitude } = unproject(view.x, view.y);
  return `${latitude.toFixed(2)},${longitude.toFixed(2)},${Number(view.zoom.toFixed(2))}`;
}

/** Reads what `writeMapView` has written; anything else is the whole world. */
export function readMapView(text: string | null): MapView {
  const [latitude, longitude, zoom, ...rest] = (text ?? '').split(',').map(Number);
  if (latitude === undefined || longitude === undefined || zoom === undefined || rest.length > 0) return wholeWorld;
  if (![latitude, longitude, zoom].every(Number.isFinite) || Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return wholeWorld;
  return { ...project(longitude, latitude), zoom: Math.min(deepestZoom, Math.max(1, zoom)) };
}
