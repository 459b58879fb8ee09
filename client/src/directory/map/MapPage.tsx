import '../directory.css';
import './map-page.css';
import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { QueryFailure } from '../../api/QueryFailure.js';
import { graphql } from '../../generated/index.js';
import { Boundary } from '../../ui/Boundary.js';
import { useFormat } from '../../ui/format.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { Bones } from '../../ui/states.js';
import { useMedia, wide } from '../../ui/useMedia.js';
import { BesideMap } from '../BesideMap.js';
import { chosenFilters } from '../chosenFilters.js';
import { DirectorySearch } from '../DirectorySearch.js';
import { addressOf, toggled, variablesOf, withCommas, writeView } from '../directoryView.js';
import { FilterChips } from '../FilterChips.js';
import { moreOrganisations } from '../moreOrganisations.js';
import { NothingFound } from '../NothingFound.js';
import { OrganisationList } from '../OrganisationList.js';
import { Pager } from '../Pager.js';
import { RecordDay } from '../RecordDay.js';
import { useDirectoryView } from '../useDirectoryView.js';
import { useFocusOnNew } from '../useFocusOnNew.js';
import { MapRoom } from './MapRoom.js';
import { type MapView, readMapView, writeMapView } from './mapView.js';

const ZoomableMap = lazy(() => import('./ZoomableMap.js').then((module) => ({ default: module.ZoomableMap })));

const pageSize = 12;

const mapQuery = graphql(`
  query DirectoryMap($filter: OrganisationFilter, $anywhere: OrganisationFilter, $search: String, $sort: OrganisationSort, $first: Int!) {
    organisations(filter: $filter, search: $search, sort: $sort, first: $first) {
      totalCount
      unplacedCount
      edges {
        cursor
        node {
          id
          country
          ...OrganisationLine
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
      facets {
        networks {
          network
          slug
        }
      }
    }
    everywhere: organisations(filter: $anywhere, search: $search, first: 1) {
      totalCount
      places {
        country
        latitude
        longitude
        count
      }
    }
    network {
      recordReadOn
    }
  }
`);

/** The directory as a map over the whole width, with its list beside it; a country is chosen on either. */
export function MapPage() {
  const { t } = useTranslation('directory');
  const format = useFormat();
  const isWide = useMedia(wide);
  const { view, change } = useDirectoryView();
  const [query, setQuery] = useSearchParams();
  const [hotCountries, setHotCountries] = useState<readonly string[]>([]);
  const hot = { countries: hotCountries, point: setHotCountries };
  const mapView = readMapView(query.get('at'));

  const variables = variablesOf(view);
  const anywhere = variablesOf({ ...view, countries: [], withoutCountry: false }).filter;
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(mapQuery, {
    variables: { ...variables, anywhere, first: pageSize },
    notifyOnNetworkStatusChange: true,
  });
  const shown = data ?? previousData;
  const found = shown?.organisations;
  const places = shown?.everywhere.places ?? [];
  const filters = chosenFilters(view, t, format, new Map(found?.facets.networks.map(({ slug, network }) => [slug, network])));

  const searchFor = useCallback((words: string) => change({ search: words }, { replace: true }), [change]);
  const moveTo = (next: MapView) => {
    const moved = new URLSearchParams(query);
    const at = writeMapView(next);
    if (at) moved.set('at', at);
    else moved.delete('at');
    setQuery(moved, { replace: true, preventScrollReset: true });
  };
  const list = useRef<HTMLElement>(null);
  const awaitNew = useFocusOnNew(list, found?.edges.length ?? 0);
  const showMore = async () => {
    awaitNew();
    await fetchMore({ query: moreOrganisations, variables: { ...variables, first: pageSize, after: found?.pageInfo.endCursor ?? null } });
  };
  const besideMap = (country: string) =>
    `/map?${withCommas(writeView({ ...view, withoutCountry: false, countries: toggled(view.countries, country) }, query))}`;

  return (
    <>
      <div className="wrap">
        <header className="page-head directory__head map-page__head">
          <div className="stack directory__title">
            <PageHeading title={t('map.page')} />
            <RecordDay day={shown?.network.recordReadOn} />
          </div>
          <DirectorySearch search={view.search} onSearch={searchFor} />
        </header>
        <FilterChips filters={filters} onChange={change} />
      </div>
      <div className="wrap map-page">
        <figure className="map-page__map">
          {found ? (
            <Boundary fallback={<p className="small quiet">{t('map.failed')}</p>}>
              <Suspense fallback={<MapRoom />}>
                <ZoomableMap
                  places={places}
                  chosen={view.countries}
                  addressOf={besideMap}
                  view={mapView}
                  onView={moveTo}
                  ratio={isWide ? 0.5 : 0.8}
                  hot={hot}
                />
              </Suspense>
            </Boundary>
          ) : (
            <MapRoom />
          )}
          <figcaption className="figure-foot">
            <span className="tiny">
              {found &&
                t('map.foot', {
                  count: places.reduce((sum, { count }) => sum + count, 0),
                  countries: t('map.countries', { count: places.length }),
                })}
            </span>
            <span className="tiny no-print map__keys" id="map-keys">
              {t('map.keys')}
            </span>
          </figcaption>
        </figure>
        <section ref={list} className="map-page__list" aria-labelledby="results" aria-busy={loading}>
          <div className="directory__bar">
            <h2 id="results" className="directory__count">
              {found && (
                <Link className="number" to={addressOf(view)}>
                  {format.number(found.totalCount)}
                </Link>
              )}{' '}
              <span>{found ? t('organisations.noun', { count: found.totalCount }) : t('list.title')}</span>
            </h2>
            <p className="visually-hidden" role="status">
              {found && !loading && t('organisations.found', { count: found.totalCount })}
            </p>
            <Link className="button button--quiet" to={addressOf(view)}>
              {t('map.asList')}
            </Link>
          </div>
          {error && !loading ? (
            <QueryFailure error={error} kept={t('failed.kept')} onRetry={() => void refetch()} />
          ) : !found ? (
            <Bones lines={10} />
          ) : found.totalCount === 0 ? (
            <NothingFound view={view} filters={filters} page="/map" />
          ) : (
            <>
              <OrganisationList organisations={found.edges.map(({ node }) => node)} hot={hot} />
              <Pager
                shown={found.edges.length}
                total={found.totalCount}
                pageSize={pageSize}
                onMore={found.pageInfo.hasNextPage ? showMore : undefined}
              />
            </>
          )}
        </section>
        <div className="stack map-page__words">
          {found && <BesideMap places={places} unplacedCount={found.unplacedCount} view={view} hot={hot} page="/map" />}
        </div>
      </div>
    </>
  );
}
