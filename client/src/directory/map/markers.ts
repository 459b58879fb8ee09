import type { Box } from './box.js';
import { clustersAt, countriesIn, depthOfPoints, type PlaceCluster, type PlaceIndex } from './clusters.js';
import { project } from './equalEarth.js';
import { middleOf } from './pins.js';

/** What stands at one place of the map: a point, or several that are too near to one another to be told apart. */
export interface MapMarker {
  /** The same for the same organisations. */
  readonly key: string;
  /** Where on the plane. */
  readonly x: number;
  readonly y: number;
  readonly count: number;
  /** The most numerous first; of many, the first few. */
  readonly countries: readonly { readonly country: string; readonly count: number }[];
  readonly countryCount: number;
  /** The city or region in whose middle a single point stands. */
  readonly area: string | null;
  /** The smallest box that holds its points. */
  readonly bounds: Box;
  /** The depth from which it is more than one; null for a single point. */
  readonly partsAt: number | null;
}

/** The markers at a depth, from west to east: 0 is the whole world, each further one is enlarged twice as much. */
export function markersAt(index: PlaceIndex, depth: number): MapMarker[] {
  const at = Math.min(depth, depthOfPoints);
  return clustersAt(index, at === depthOfPoints ? Infinity : at).map((cluster) => {
    const countries = countriesIn(cluster);
    const [only] = cluster.places.length === 1 ? cluster.places : [];
    return {
      key: cluster.key,
      ...middleOf(cluster),
      count: cluster.count,
      countries,
      countryCount: countries.length,
      area: only?.area ?? null,
      bounds: boundsOf(cluster),
      partsAt: cluster.partsAt === null ? null : Math.min(cluster.partsAt, depthOfPoints),
    };
  });
}

/** What the server says of a cluster. */
export interface ServedCluster extends Box {
  readonly latitude: number;
  readonly longitude: number;
  readonly count: number;
  readonly countries: readonly { readonly country: string; readonly count: number }[];
  readonly countryCount: number;
  readonly area?: string | null;
  readonly partsAtZoom?: number | null;
}

/** The marker of a cluster that the server has gathered as from `farther` doublings away. */
export function markerOf(
  { latitude, longitude, west, south, east, north, area, partsAtZoom, ...rest }: ServedCluster,
  farther: number,
): MapMarker {
  return {
    ...rest,
    ...project(longitude, latitude),
    key: `${longitude},${latitude} ${rest.count}`,
    area: area ?? null,
    bounds: { west, south, east, north },
    partsAt: partsAtZoom == null ? null : Math.min(partsAtZoom + farther, depthOfPoints),
  };
}

function boundsOf({ places }: PlaceCluster): Box {
  const [longitudes, latitudes] = [places.map(({ longitude }) => longitude), places.map(({ latitude }) => latitude)];
  return { west: Math.min(...longitudes), south: Math.min(...latitudes), east: Math.max(...longitudes), north: Math.max(...latitudes) };
}
