import { type PlaceCluster, together } from './clusters.js';
import { middleOf, pinSize } from './pins.js';
import type { MapSeat } from './seats.js';

export interface Ring {
  readonly cluster: PlaceCluster;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** A ring around the seats of each cluster; rings that would cover one another are drawn as one. */
export function ringsAround(clusters: readonly PlaceCluster[], seats: readonly MapSeat[], seatRadius: number): Ring[] {
  const rings = clusters.map((cluster) => ringAround(cluster, seats, seatRadius));
  for (const [index, one] of rings.entries()) {
    const other = rings.slice(index + 1).find((ring) => cover(one, ring));
    if (!other) continue;
    const rest = rings.filter((ring) => ring !== one && ring !== other).map(({ cluster }) => cluster);
    return ringsAround([...rest, together(one.cluster, other.cluster)], seats, seatRadius);
  }
  return rings.sort((one, other) => one.x - other.x);
}

/** Whether the number on one ring would be hard to tell from the other: most of the smaller ring lies in the larger. */
function cover(one: Ring, other: Ring): boolean {
  const distance = Math.hypot(one.x - other.x, one.y - other.y);
  return distance + Math.min(one.radius, other.radius) * 0.5 < Math.max(one.radius, other.radius);
}

/** The ring that holds the seats of a cluster, with a little air. */
function ringAround(cluster: PlaceCluster, seats: readonly MapSeat[], seatRadius: number): Ring {
  const countries = new Set(cluster.places.map(({ country }) => country));
  const inside = seats.filter(({ country }) => countries.has(country));
  if (inside.length === 0) return { cluster, ...middleOf(cluster), radius: pinSize(cluster.count) / 2 };
  const xs = inside.map(({ x }) => x);
  const ys = inside.map(({ y }) => y);
  const x = (Math.min(...xs) + Math.max(...xs)) / 2;
  const y = (Math.min(...ys) + Math.max(...ys)) / 2;
  const reach = Math.max(...inside.map((seat) => Math.hypot(seat.x - x, seat.y - y)));
  return { cluster, x, y, radius: reach + seatRadius * 2.6 };
}
