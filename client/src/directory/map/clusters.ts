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
}

export type PlaceIndex = Supercluster<{ place: MapPlace }, { place: MapPlace }>;

const deepest = 8;

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
      const places =
        'cluster_id' in properties
          ? index.getLeaves(properties.cluster_id, Infinity).map((leaf) => leaf.properties.place)
          : [properties.place];
      return { longitude, cluster: clusterOf(places) };
    })
    .sort((one, other) => one.longitude - other.longitude)
    .map(({ cluster }) => cluster);
}

/** Two clusters as one. */
export function together(one: PlaceCluster, other: PlaceCluster): PlaceCluster {
  return clusterOf([...one.places, ...other.places]);
}

function clusterOf(unordered: readonly MapPlace[]): PlaceCluster {
  const places = [...unordered].sort((one, other) => other.count - one.count || (one.country < other.country ? -1 : 1));
  return { key: places.map(({ country }) => country).join(' '), places, count: places.reduce((sum, { count }) => sum + count, 0) };
}

/** The zoom at which the places of a cluster are no longer one; beyond `deepest` for places that always are. */
export function zoomThatParts(index: PlaceIndex, cluster: PlaceCluster, from: number): number {
  for (let zoom = Math.floor(from) + 1; zoom <= deepest; zoom += 1) {
    if (!clustersAt(index, zoom).some(({ key }) => key === cluster.key)) return zoom;
  }
  return deepest;
}
