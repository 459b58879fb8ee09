import type { FeatureCollection } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

let loading: Promise<FeatureCollection> | undefined;

/** The shapes of the countries, brought once; a failure is tried anew by the next who asks. */
export function loadCountryShapes(): Promise<FeatureCollection> {
  loading ??= import('world-atlas/countries-110m.json').then((module) => {
    const atlas = module.default as unknown as Topology<{ countries: GeometryCollection }>;
    return feature(atlas, atlas.objects.countries);
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}
