import type { PlaceCluster } from './clusters.js';
import { project } from './equalEarth.js';

/** The diameter of a circle that shows a number, in pixels: never less than a finger finds. */
export function pinSize(count: number): number {
  return Math.round(Math.min(49, Math.max(26, 22 + 3.1 * Math.sqrt(count))));
}

/** The middle of a cluster on the plane, each place weighing as many as it holds. */
export function middleOf({ places, count }: Pick<PlaceCluster, 'places' | 'count'>): { x: number; y: number } {
  const points = places.map((place) => ({ ...project(place.longitude, place.latitude), share: place.count / (count || 1) }));
  return { x: points.reduce((sum, { x, share }) => sum + x * share, 0), y: points.reduce((sum, { y, share }) => sum + y * share, 0) };
}
