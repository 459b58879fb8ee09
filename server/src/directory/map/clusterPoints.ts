import { createHash } from 'node:crypto';
import Supercluster from 'supercluster';
import { LeastRecentlyUsed } from '../../platform/LeastRecentlyUsed.js';
import type { BoundingBox } from './BoundingBox.js';
import { holds } from './BoundingBox.js';
import type { MapPoint } from './mapPoints.js';

/** Organisations that stand too near to one another on the map to be told apart at a zoom; its edges are those of the smallest box that holds them. */
export interface PointCluster extends BoundingBox {
  readonly latitude: number;
  readonly longitude: number;
  readonly count: number;
  /** The most numerous countries first, at most `mostCountries` of them. */
  readonly countries: { country: string; count: number }[];
  readonly countryCount: number;
  /** The city or region, where all of them stand at one point that is no middle of a country. */
  readonly area: string | null;
  /** The zoom from which it is more than one; null for a single point. */
  readonly partsAtZoom: number | null;
}

type Index = Supercluster<{ point: MapPoint }, { point: MapPoint }>;

/** From here on nothing is gathered: every point stands alone. */
export const deepestZoom = 9;
const mostCountries = 4;
/** How near two may stand, where the world at zoom 0 is 512 wide: the pins of the map are up to 49 pixels on a plane of 1000. */
const radius = 34;

/** Indexes by what they are made of, so that whoever sees the same points shares one; weighed by their points. */
const kept = new LeastRecentlyUsed<string, Index>(200_000);

/** More than these are gathered as from farther away: nobody can tell them apart, and no answer grows without end. */
const mostClusters = 2000;

/** The clusters at a zoom, whole numbers from 0 to `deepestZoom`, whose middle lies in the box: from west to east. */
export function clusterPoints(points: readonly MapPoint[], zoom: number, within: BoundingBox | null): PointCluster[] {
  const index = indexOf(points);
  const found = index
    .getClusters([-180, -90, 180, 90], zoom)
    .map((feature) => {
      const [longitude = 0, latitude = 0] = feature.geometry.coordinates;
      return { feature, longitude, latitude };
    })
    .filter((middle) => within === null || holds(within, middle));
  if (found.length > mostClusters && zoom > 0) return clusterPoints(points, zoom - 1, within);
  return found
    .sort((one, other) => one.longitude - other.longitude || other.latitude - one.latitude)
    .map(({ feature, ...middle }) => {
      const { properties } = feature;
      if (!('cluster_id' in properties)) return { ...middle, ...summary([properties.point]), partsAtZoom: null };
      const leaves = index.getLeaves(properties.cluster_id, Infinity).map((leaf) => leaf.properties.point);
      return { ...middle, ...summary(leaves), partsAtZoom: index.getClusterExpansionZoom(properties.cluster_id) };
    });
}

function summary(points: readonly MapPoint[]): Omit<PointCluster, 'latitude' | 'longitude' | 'partsAtZoom'> {
  const countries = new Map<string, number>();
  let [count, west, south, east, north] = [0, 180, 90, -180, -90];
  for (const point of points) {
    count += point.count;
    countries.set(point.country, (countries.get(point.country) ?? 0) + point.count);
    west = Math.min(west, point.longitude);
    east = Math.max(east, point.longitude);
    south = Math.min(south, point.latitude);
    north = Math.max(north, point.latitude);
  }
  const ranked = [...countries].sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
  return {
    count,
    countries: ranked.slice(0, mostCountries).map(([country, each]) => ({ country, count: each })),
    countryCount: ranked.length,
    west,
    south,
    east,
    north,
    area: points.length === 1 ? (points[0]?.area ?? null) : null,
  };
}

function indexOf(points: readonly MapPoint[]): Index {
  const key = contentOf(points);
  const known = kept.get(key);
  if (known !== undefined) return known;
  const index: Index = new Supercluster({ radius, maxZoom: deepestZoom - 1, minPoints: 2 });
  index.load(
    points.map((point) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates: [point.longitude, point.latitude] },
      properties: { point },
    })),
  );
  kept.set(key, index, Math.max(1, points.length));
  return index;
}

/** The same for the same points in the same order, and for no others. */
function contentOf(points: readonly MapPoint[]): string {
  const hash = createHash('sha256');
  for (const { country, area, latitude, longitude, count } of points)
    hash.update(`${country} ${latitude} ${longitude} ${count} ${area ?? ''}\n`);
  return hash.digest('base64');
}
