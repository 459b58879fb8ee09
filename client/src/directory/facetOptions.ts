import type { FacetOption } from '../ui/Facet.js';
import type { Format } from '../ui/format.js';

/** Makes the options of a facet: what is chosen, or would find somebody; the most numerous first. */
export const optionsIn =
  (format: Format) =>
  <T extends string>(chosen: readonly T[], counts: readonly { value: T; label: string; count: number }[]): FacetOption[] =>
    counts
      .map((each) => ({ ...each, isChosen: chosen.includes(each.value) }))
      .filter(({ count, isChosen }) => count > 0 || isChosen)
      .sort((one, other) => other.count - one.count || format.compare(one.label, other.label));
