/** What is laid over the land, as the address says it. */
export interface MapLayers {
  /** Countries in tones by how many organisations they have. */
  readonly isShaded: boolean;
  /** The short name of the network whose countries are outlined; null for none. */
  readonly outline: string | null;
}

/** Reads the layers of an address. Where nothing is said, countries are shaded and a network that is chosen by itself is outlined. */
export function readLayers(query: URLSearchParams, chosenNetworks: readonly string[]): MapLayers {
  const outline = query.get('outline');
  const [only] = chosenNetworks.length === 1 ? chosenNetworks : [];
  return { isShaded: query.get('shade') !== '0', outline: outline === 'none' ? null : outline || only || null };
}

/** Writes the layers into an address, as short as can be. */
export function writeLayers(layers: MapLayers, chosenNetworks: readonly string[], kept: URLSearchParams): URLSearchParams {
  const query = new URLSearchParams(kept);
  for (const name of ['shade', 'outline']) query.delete(name);
  if (!layers.isShaded) query.set('shade', '0');
  if (layers.outline !== readLayers(query, chosenNetworks).outline) query.set('outline', layers.outline ?? 'none');
  return query;
}

/** The least number of organisations of each tone, from the lightest. */
export const tones = [1, 2, 5, 10] as const;

/** Which tone a number has, 1 the lightest; 0 for none at all. */
export function toneOf(count: number): number {
  return tones.filter((least) => count >= least).length;
}
