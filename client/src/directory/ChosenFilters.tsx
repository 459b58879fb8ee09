import { useTranslation } from '../ui/useTranslation.js';
import { useFormat } from '../ui/format.js';
import { type FragmentType, graphql, readFragment } from '../generated/index.js';
import { type ChosenFilter, chosenFilters } from './chosenFilters.js';
import type { DirectoryView } from './directoryView.js';
import { FilterChips } from './FilterChips.js';
import { NothingFound } from './NothingFound.js';
import type { ChangeView } from './useDirectoryView.js';

/** What the facets call the values that can be chosen. */
const facetLabels = graphql(`
  fragment FacetLabels on OrganisationFacets {
    networks {
      network
      slug
    }
    themes {
      theme {
        id
        label(language: $language)
      }
    }
    offers {
      exchange {
        id
        label(language: $language)
      }
    }
    seeks {
      exchange {
        id
        label(language: $language)
      }
    }
  }
`);

interface Props {
  view: DirectoryView;
  facets: FragmentType<typeof facetLabels> | undefined;
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
  const labelled = readFragment(facetLabels, facets);
  const networks = new Map(labelled?.networks.map(({ slug, network }) => [slug, network]));
  const exchanges = [...(labelled?.offers ?? []), ...(labelled?.seeks ?? [])].map(({ exchange }) => exchange);
  const labels = new Map([...(labelled?.themes ?? []).map(({ theme }) => theme), ...exchanges].map(({ id, label }) => [id, label]));
  return chosenFilters(view, t, inFacets, format, networks, labels);
}
