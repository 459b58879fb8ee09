import { useTranslation } from '../ui/useTranslation.js';
import { useFormat } from '../ui/format.js';
import { type ChosenFilter, chosenFilters } from './chosenFilters.js';
import type { DirectoryView } from './directoryView.js';
import { FilterChips } from './FilterChips.js';
import { NothingFound } from './NothingFound.js';
import type { ChangeView } from './useDirectoryView.js';

interface Labelled {
  readonly id: string;
  readonly label: string;
}

/** What the facets call the values that can be chosen. */
export interface FacetLabels {
  readonly networks: readonly { readonly slug: string; readonly network: string }[];
  readonly themes?: readonly { readonly theme: Labelled }[];
  readonly offers?: readonly { readonly exchange: Labelled }[];
  readonly seeks?: readonly { readonly exchange: Labelled }[];
}

interface Props {
  view: DirectoryView;
  facets: FacetLabels | undefined;
}

/** The filters that are on, each to be taken away. */
export function ChosenFilters({ view, facets, onChange }: Props & { onChange: ChangeView }) {
  return <FilterChips filters={useChosenFilters({ view, facets })} onChange={onChange} />;
}

/** Nothing fits the filters that are on. */
export function NothingFits({ view, facets, page }: Props & { page?: '/map' }) {
  return <NothingFound view={view} filters={useChosenFilters({ view, facets })} {...(page && { page })} />;
}

function useChosenFilters({ view, facets }: Props): ChosenFilter[] {
  const { t } = useTranslation('directory');
  const { t: inFacets } = useTranslation('facets');
  const format = useFormat();
  const networks = new Map(facets?.networks.map(({ slug, network }) => [slug, network]));
  const exchanges = [...(facets?.offers ?? []), ...(facets?.seeks ?? [])].map(({ exchange }) => exchange);
  const labels = new Map([...(facets?.themes ?? []).map(({ theme }) => theme), ...exchanges].map(({ id, label }) => [id, label]));
  return chosenFilters(view, t, inFacets, format, networks, labels);
}
