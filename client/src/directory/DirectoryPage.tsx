import './directory.css';
import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from '../ui/useTranslation.js';
import { useLocation } from 'react-router';
import { useLabelLanguage } from '../api/labelLanguage.js';
import { QueryFailure } from '../api/QueryFailure.js';
import { graphql, readFragment } from '../generated/index.js';
import { Boundary } from '../ui/Boundary.js';
import { Link } from '../ui/Link.js';
import { lazyPage } from '../ui/lazyPage.js';
import { PageHeading } from '../ui/PageHeading.js';
import { Bones } from '../ui/states.js';
import { useInSteps } from '../ui/useInSteps.js';
import { useMedia, wide } from '../ui/useMedia.js';
import { DirectorySearch } from './DirectorySearch.js';
import { addressOf, variablesOf } from './directoryView.js';
import { placesOnMap } from './map/MapPlace.js';
import { MapRoom } from './map/MapRoom.js';
import { OrganisationList } from './OrganisationList.js';
import { Pager } from './Pager.js';
import { RecordDay } from './RecordDay.js';
import { ResultBar } from './ResultBar.js';
import { useDirectoryView } from './useDirectoryView.js';
import { useFocusOnNew } from './useFocusOnNew.js';

const OwnPeersLink = lazyPage(() => import('./peers/OwnPeersLink.js').then((module) => module.OwnPeersLink), 'peers').Page;
// Beside the list, or folded behind a button: the list does not wait for them.
const { Page: DirectoryFacets } = lazyPage(() => import('./DirectoryFacets.js').then((module) => module.DirectoryFacets), 'facets');
const AskedMap = lazy(() => import('./map/AskedMap.js').then((module) => ({ default: module.AskedMap })));
const BesideMap = lazy(() => import('./BesideMap.js').then((module) => ({ default: module.BesideMap })));
const { Page: ChosenFilters } = lazyPage(() => import('./ChosenFilters.js').then((module) => module.ChosenFilters), 'facets');
const { Page: NothingFits } = lazyPage(() => import('./ChosenFilters.js').then((module) => module.NothingFits), 'facets');
const OrganisationTable = lazy(() => import('./OrganisationTable.js').then((module) => ({ default: module.OrganisationTable })));

const pageSize = 24;
/** Words about so many take as much room as those that will come. */
const likely = { organisations: 100, countries: 50 };

const directoryQuery = graphql(`
  query Directory($filter: OrganisationFilter, $search: String, $sort: OrganisationSort, $first: Int!, $language: Language!) {
    organisations(filter: $filter, search: $search, sort: $sort, first: $first) {
      totalCount
      unplacedCount
      edges {
        cursor
        ...SearchReasons
        node {
          id
          country
          ...OrganisationLine
          ...OrganisationRow
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        ...FacetLabels
        ...DirectoryFacets
      }
      ...PlacesOnMap
    }
    network {
      recordReadOn
    }
  }
`);

/** Whether somebody is signed in, as the menu of every page has found out. */
const knownViewerQuery = graphql(`
  query KnownViewer {
    viewer {
      person {
        id
      }
    }
  }
`);

/** Everybody in the directory whom the address asks for: as a list or a table, with filters, and on a map. */
export function DirectoryPage() {
  const { t } = useTranslation('directory');
  const isWide = useMedia(wide);
  const { search } = useLocation();
  const { view, change } = useDirectoryView();
  const [hotCountries, setHotCountries] = useState<readonly string[]>([]);
  const hot = { countries: hotCountries, point: setHotCountries };
  const list = useRef<HTMLElement>(null);

  const { data: known } = useQuery(knownViewerQuery, { fetchPolicy: 'cache-only' });
  const language = useLabelLanguage();
  const variables = { ...variablesOf(view), language };
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(directoryQuery, {
    variables: { ...variables, first: pageSize },
    notifyOnNetworkStatusChange: true,
  });
  const shown = useInSteps(data ?? previousData);
  const found = shown?.organisations;
  const onMap = readFragment(placesOnMap, found);
  const organisations = found?.edges.map(({ node }) => node) ?? [];
  const reasons = new Map(view.search ? found?.edges.map((edge) => [edge.node.id, edge]) : []);

  const awaitNew = useFocusOnNew(list, organisations.length);
  const showMore = async () => {
    awaitNew();
    const { moreOrganisations } = await import('./moreOrganisations.js');
    await fetchMore({ query: moreOrganisations, variables: { ...variables, first: pageSize, after: found?.pageInfo.endCursor ?? null } });
  };

  const facets = (
    <aside key="facets" className="facets" aria-label={t('filters.title')}>
      <Boundary fallback={null}>
        {found ? (
          <Suspense fallback={<Bones lines={9} />}>
            <DirectoryFacets facets={found.facets} view={view} onChange={change} />
          </Suspense>
        ) : (
          !error && <Bones lines={9} />
        )}
      </Boundary>
    </aside>
  );
  const results = (
    <section key="results" ref={list} className="directory__list" aria-labelledby="results" aria-busy={loading}>
      <ResultBar total={found?.totalCount} isLoading={loading} view={view} sort={variables.sort} onChange={change} />
      {(variables.filter || view.search) && (
        <Suspense>
          <ChosenFilters view={view} facets={found?.facets} onChange={change} />
        </Suspense>
      )}
      {error && !loading ? (
        <QueryFailure error={error} kept={t('failed.kept')} onRetry={() => void refetch()} />
      ) : !found ? (
        <Bones lines={12} />
      ) : (
        <div className={loading && !data ? 'is-waiting' : undefined}>
          <Suspense fallback={<Bones lines={12} />}>
            {found.totalCount === 0 ? (
              <NothingFits view={view} facets={found.facets} />
            ) : view.layout === 'table' ? (
              <OrganisationTable organisations={organisations} sort={variables.sort} onSort={(sort) => change({ sort })} />
            ) : (
              <OrganisationList organisations={organisations} hot={hot} reasons={reasons} />
            )}
          </Suspense>
          <Pager
            shown={organisations.length}
            total={found.totalCount}
            pageSize={pageSize}
            onMore={found.pageInfo.hasNextPage ? showMore : undefined}
          />
        </div>
      )}
    </section>
  );
  const besides = found && onMap && (
    <Suspense>
      <BesideMap places={onMap.places} unplacedCount={found.unplacedCount} view={view} hot={hot} />
    </Suspense>
  );
  const map = (
    <aside key="map" className="directory__map" aria-label={t('map.title')}>
      <div className="directory__stick">
        {found && onMap ? (
          <>
            <Boundary fallback={null}>
              <Suspense fallback={<MapRoom />}>
                <AskedMap
                  places={onMap.points ?? onMap.places}
                  hot={hot}
                  addressOf={(countries) => addressOf({ ...view, regions: [], withoutCountry: false, countries })}
                />
              </Suspense>
            </Boundary>
            <p className="figure-foot">
              <span className="tiny">
                {onMap.places.length > 0 &&
                  t('map.foot', {
                    count: found.totalCount - found.unplacedCount,
                    countries: t('map.countries', { count: onMap.places.length }),
                  })}
              </span>
              <Link className="small" to={`/map${search}`}>
                {t('map.open')}
              </Link>
            </p>
          </>
        ) : (
          <>
            <MapRoom />
            <p className="figure-foot is-to-come">
              <span className="tiny">
                {t('map.foot', { count: likely.organisations, countries: t('map.countries', { count: likely.countries }) })}
              </span>
              <span className="small">{t('map.open')}</span>
            </p>
          </>
        )}
        {isWide && besides}
      </div>
    </aside>
  );

  return (
    <>
      <div className="wrap">
        <header className="page-head directory__head">
          <div className="stack directory__title">
            <PageHeading title={t('title')} />
            <RecordDay day={shown?.network.recordReadOn} />
            {known?.viewer && (
              <Boundary fallback={null}>
                <Suspense>
                  <OwnPeersLink />
                </Suspense>
              </Boundary>
            )}
          </div>
          <DirectorySearch view={view} onChange={change} />
        </header>
      </div>
      <div className={`wrap directory ${view.layout === 'table' ? 'directory--table' : ''}`}>
        {isWide ? [facets, results, map] : [map, facets, results]}
        {!isWide && <div className="directory__stick">{besides}</div>}
      </div>
    </>
  );
}
