import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import { graphql } from '../../generated/index.js';
import type { OrganisationFilter } from '../../generated/graphql.js';
import { boxOfWindow, type Box } from './box.js';
import { depthOfPoints, indexPlaces } from './clusters.js';
import type { MapPlace } from './MapPlace.js';
import { depthOf, heldInWorld, type MapView } from './mapView.js';
import { type MapMarker, markerOf, markersAt } from './markers.js';
import { ZoomableMap, type ZoomableMapProps } from './ZoomableMap.js';

const clustersQuery = graphql(`
  query MapClusters($filter: OrganisationFilter, $search: String, $zoom: Int!, $within: BoundingBox) {
    organisations(filter: $filter, search: $search, first: 1) {
      clusters(zoom: $zoom, within: $within) {
        clusters {
          latitude
          longitude
          count
          countries {
            country
            count
          }
          countryCount
          area
          west
          south
          east
          north
          partsAtZoom
        }
      }
    }
  }
`);

interface Props extends Omit<ZoomableMapProps, 'markers' | 'total'> {
  /** Every point, to be gathered here; null when there are so many that the server gathers them. */
  points: readonly MapPlace[] | null;
  /** How many each country has. */
  places: readonly MapPlace[];
  filter: OrganisationFilter | null;
  search: string | null;
}

/** The map with its markers, gathered here or by the server. */
export function MapStage({ points, places, filter, search, ...map }: Props) {
  const isTall = map.ratio > 0.7;
  const view = heldInWorld(map.view, map.ratio);
  const depth = Math.min(depthOf(view), depthOfPoints);
  const index = useMemo(() => points && indexPlaces(points, isTall ? 62 : 34), [points, isTall]);
  const gathered = useMemo(() => index && markersAt(index, depth), [index, depth]);
  const served = useServedMarkers(filter, search, askedOf(view, map.ratio, depth, isTall), isTall ? 1 : 0, gathered !== null);
  const total = places.reduce((sum, { count }) => sum + count, 0);
  return <ZoomableMap {...map} markers={gathered ?? served} total={total} />;
}

/** What the server is asked for: on a narrow window, where circles stand closer, they are gathered as from farther away. */
function askedOf(view: MapView, ratio: number, depth: number, isTall: boolean): { zoom: number; within: Box | null } {
  const zoom = depth === depthOfPoints ? 9 : Math.max(0, isTall ? depth - 1 : depth);
  return { zoom, within: depth < 2 ? null : roundedOut(boxOfWindow(view, ratio), 90 / 2 ** depth) };
}

/** A box with edges on a grid, so that moving the map a little asks nothing new. */
function roundedOut({ west, south, east, north }: Box, grid: number): Box {
  return {
    west: Math.max(-180, Math.floor(west / grid) * grid),
    south: Math.max(-90, Math.floor(south / grid) * grid),
    east: Math.min(180, Math.ceil(east / grid) * grid),
    north: Math.min(90, Math.ceil(north / grid) * grid),
  };
}

const none: readonly MapMarker[] = [];

function useServedMarkers(
  filter: OrganisationFilter | null,
  search: string | null,
  asked: ReturnType<typeof askedOf>,
  /** How many doublings farther away the server is asked to look. */
  farther: number,
  skip: boolean,
) {
  const { data, previousData } = useQuery(clustersQuery, { variables: { filter, search, ...asked }, skip });
  const clusters = (data ?? previousData)?.organisations.clusters.clusters;
  return useMemo(() => clusters?.map((cluster) => markerOf(cluster, farther)) ?? none, [clusters, farther]);
}
