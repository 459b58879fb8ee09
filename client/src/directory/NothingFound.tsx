import { useQuery } from '@apollo/client/react';
import { useTranslation } from '../ui/useTranslation.js';
import { graphql } from '../generated/index.js';
import { Link } from '../ui/Link.js';
import { EmptyState } from '../ui/states.js';
import type { ChosenFilter } from './chosenFilters.js';
import { addressOf, type DirectoryView, variablesOf } from './directoryView.js';

const nearbyCount = graphql(`
  query NearbyCount($filter: OrganisationFilter, $search: String) {
    organisations(filter: $filter, search: $search, first: 1) {
      totalCount
    }
  }
`);

/** No organisation fits: says how many would without one filter or another. */
export function NothingFound({ view, filters, page }: { view: DirectoryView; filters: readonly ChosenFilter[]; page?: string }) {
  const { t } = useTranslation('facets');
  const title =
    filters.length === 0
      ? t('nothing.empty')
      : view.search && filters.length === 1
        ? t('nothing.search', { words: view.search })
        : t('nothing.title', { count: filters.length });
  return (
    <EmptyState title={title}>
      {filters.length > 1 ? (
        <>
          <p>{t('nothing.nearest')}</p>
          <ul>
            {filters.map((filter) => (
              <Nearby key={filter.key} view={view} filter={filter} page={page} />
            ))}
          </ul>
        </>
      ) : (
        <p>{t('nothing.advice')}</p>
      )}
      <Link className="button" to={addressOf({ layout: view.layout }, page)}>
        {t('nothing.all')}
      </Link>
    </EmptyState>
  );
}

function Nearby({ view, filter, page }: { view: DirectoryView; filter: ChosenFilter; page: string | undefined }) {
  const { t } = useTranslation('facets');
  const near = { ...view, ...filter.without };
  const { filter: conditions, search } = variablesOf(near);
  const { data } = useQuery(nearbyCount, { variables: { filter: conditions, search } });
  const count = data?.organisations.totalCount ?? 0;
  if (count === 0) return null;
  return (
    <li>
      <Link to={addressOf(near, page)}>{t('nothing.without', { count, filter: filter.label })}</Link>
    </li>
  );
}
