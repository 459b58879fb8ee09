import { geoEqualEarth, geoPath } from 'd3-geo';
import type { FeatureCollection } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

type WorldTopology = Topology<{ countries: GeometryCollection<{ name: string }> }>;

export interface World {
  readonly countries: FeatureCollection;
  /** SVG paths on the plane of the map. */
  readonly landPath: string;
  readonly bordersPath: string;
}

const antarctica = '010';

/** Equal Earth: Africa is as large as it is. Without Antarctica the land is 1000 wide and 440 high. */
export const projection = geoEqualEarth().scale(188.254).translate([500, 245.753]);

/** A point of the earth, in degrees, on the plane of the map. */
export function project(longitude: number, latitude: number): { x: number; y: number } {
  const [x, y] = projection([longitude, latitude]) ?? [0, 0];
  return { x, y };
}

let loading: Promise<World> | undefined;

/** The shapes of the countries, brought once; a failure is tried anew by the next who asks. */
export function loadWorld(): Promise<World> {
  loading ??= import('world-atlas/countries-110m.json').then((module) => worldOf(module.default as unknown as WorldTopology));
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

function worldOf(topology: WorldTopology): World {
  const source = topology.objects.countries;
  const inhabited: GeometryCollection<{ name: string }> = { ...source, geometries: source.geometries.filter(({ id }) => id !== antarctica) };
  const countries = feature(topology, inhabited);
  const path = geoPath(projection).digits(1);
  return { countries, landPath: path(countries) ?? '', bordersPath: path(mesh(topology, inhabited, (one, other) => one !== other)) ?? '' };
}
