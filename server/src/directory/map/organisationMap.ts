import { badUserInput } from '../../platform/errors.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import type { BoundingBox } from './BoundingBox.js';
import { checkBox } from './BoundingBox.js';
import type { PointCluster } from './clusterPoints.js';
import { clusterPoints, deepestZoom } from './clusterPoints.js';
import type { Growth } from './knownYears.js';
import type { MapPoint } from './mapPoints.js';
import { pointsOf } from './mapPoints.js';

/** What the map asks of the organisations that match; each is worked out only for those who ask for it. */
export interface OrganisationMap {
  pointCount(): number;
  points(): MapPoint[] | null;
  clusters(asked: { zoom: number; within?: BoundingBox | null | undefined }): MapClusters;
  growth(): Growth;
}

export interface MapClusters {
  readonly clusters: PointCluster[];
  readonly notShownCount: number;
}

/** With more points than these the clusters come from here, and no browser has to gather them. */
export const mostPoints = 5000;

export function organisationMap(organisations: readonly OrganisationRecord[], growth: () => Growth): OrganisationMap {
  let known: MapPoint[] | undefined;
  const all = (): MapPoint[] => (known ??= pointsOf(organisations));
  return {
    pointCount: () => all().length,
    points: () => (all().length > mostPoints ? null : all()),
    clusters: ({ zoom, within }) => {
      if (zoom < 0 || zoom > deepestZoom) throw badUserInput(`\`zoom\` must be from 0 to ${deepestZoom}.`);
      const clusters = clusterPoints(all(), zoom, within ? checkBox('within', within) : null);
      const shown = clusters.reduce((sum, { count }) => sum + count, 0);
      return { clusters, notShownCount: organisations.length - shown };
    },
    growth,
  };
}
