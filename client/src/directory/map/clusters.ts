import Supercluster from 'supercluster';
import type { MapPlace } from './MapPlace.js';

/** Places that stand too near to one another to be told apart. */
export interface PlaceCluster {
  /** The same for the same places. */
  readonly key: string;
  /** The most numerous first. */
  readonly places: readonly MapPlace[];
  /** How many organisations there are in all of them. */
  readonly count: number;
  /** The zoom from which they are more than one; null for a place alone. */
  readonly partsAt: number | null;
}

export type PlaceIndex = Supercluster<{ place: MapPlace }, { place: MapPlace }>;

const deepest = 8;

/** The depth from which nothing is gathered any more: every point stands alone. */
export const depthOfPoints = 5;

/** Prepares places for clustering. `radius` is how near two may stand, where the world at zoom 0 is 512 wide. */
export function indexPlaces(places: readonly MapPlace[], radius: number): PlaceIndex {
  const index: PlaceIndex = new Supercluster({ radius, maxZoom: deepest, minPoints: 2 });
  return index.load(
    places.map((place) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [place.longitude, place.latitude] },
      properties: { place },
    })),
  );
}

/** Every place once, alone or in its cluster, from west to east. The counts add up to those of the places. */
export function clustersAt(index: PlaceIndex, zoom: number): PlaceCluster[] {
  return index
    .getClusters([-180, -90, 180, 90], zoom)
    .map(({ properties, geometry }) => {
      const [longitude = 0] = geometry.coordinates;
      if (!('cluster_id' in properties)) return { longitude, cluster: clusterOf([properties.place], null) };
      const places = index.getLeaves(properties.cluster_id, Infinity).map((leaf) => leaf.properties.place);
      return { longitude, cluster: clusterOf(places, index.getClusterExpansionZoom(properties.cluster_id)) };
    })
    .sort((one, other) => one.longitude - other.longitude)
    .map(({ cluster }) => cluster);
}

/** Two clusters as one, whatever the zoom. */
export function together(one: PlaceCluster, other: PlaceCluster): PlaceCluster {
  return clusterOf([...one.places, ...other.places], null);
}

function clusterOf(unordered: readonly MapPlace[], partsAt: number | null): PlaceCluster {
  const places = [...unordered].sort((one, other) => other.count - one.count || (one.country < other.country ? -1 : 1));
  return { key: places.map(keyOf).join(' '), places, count: places.reduce((sum, { count }) => sum + count, 0), partsAt };
}

function keyOf({ country, area, latitude, longitude }: MapPlace): string {
  return area ? `${country}@${latitude},${longitude}` : country;
}

/** The countries of a cluster, the most numerous first. */
export function countriesIn({ places }: Pick<PlaceCluster, 'places'>): { country: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const { country, count } of places) counts.set(country, (counts.get(country) ?? 0) + count);
  return [...counts]
    .map(([country, count]) => ({ country, count }))
    .sort((one, other) => other.count - one.count || (one.country < other.country ? -1 : 1));
}
