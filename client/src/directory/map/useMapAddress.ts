import { useCallback } from 'react';
import { useSearchParams } from 'react-router';
import { type DirectoryView, toggled, withCommas, writeView } from '../directoryView.js';
import { type MapLayers, readLayers, writeLayers } from './mapLayers.js';
import { type MapView, readMapView, writeMapView } from './mapView.js';
import type { MapMarker } from './markers.js';

/** What the address says of the map beside the list: its part, its layers, and whether it fills the window. */
export function useMapAddress(view: DirectoryView) {
  const [query, setQuery] = useSearchParams();
  const set = useCallback(
    (change: (query: URLSearchParams) => URLSearchParams) => setQuery((current) => change(new URLSearchParams(current)), { replace: true }),
    [setQuery],
  );
  const put = (name: string, value: string) => (current: URLSearchParams) => {
    if (value) current.set(name, value);
    else current.delete(name);
    return current;
  };
  const besideMap = (part: Partial<DirectoryView>) => `/map?${withCommas(writeView({ ...view, ...part }, query))}`;
  return {
    mapView: readMapView(query.get('at')),
    moveTo: (next: MapView) => set(put('at', writeMapView(next))),
    layers: readLayers(query, view.networks),
    setLayers: (layers: MapLayers) => set((current) => writeLayers(layers, view.networks, current)),
    isFull: query.get('full') === '1',
    setFull: useCallback((isFull: boolean) => set(put('full', isFull ? '1' : '')), [set]),
    /** The same map with another list beside it. */
    besideMap,
    /** The list of a marker: of its country where it holds all of it, else of the part of the map where it stands. */
    addressOfMarker: ({ countries, countryCount, count, bounds }: MapMarker, counts: ReadonlyMap<string, number>) => {
      const [first] = countries;
      return first && countryCount === 1 && counts.get(first.country) === count
        ? besideMap({ withoutCountry: false, within: undefined, countries: toggled(view.countries, first.country) })
        : besideMap({ withoutCountry: false, countries: [], within: bounds });
    },
  };
}
