import '../directory.css';
import './map-page.css';
import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { useLabelLanguage } from '../../api/labelLanguage.js';
import { QueryFailure } from '../../api/QueryFailure.js';
import { readFragment } from '../../generated/index.js';
import { Boundary } from '../../ui/Boundary.js';
import { Link } from '../../ui/Link.js';
import { useFormat } from '../../ui/format.js';
import { PageHeading } from '../../ui/PageHeading.js';
import { Bones } from '../../ui/states.js';
import { useMedia, wide } from '../../ui/useMedia.js';
import { BesideMap } from '../BesideMap.js';
import { ChosenFilters, NothingFits } from '../ChosenFilters.js';
import { DirectorySearch } from '../DirectorySearch.js';
import { addressOf, variablesOf } from '../directoryView.js';
import { moreOrganisations } from '../moreOrganisations.js';
import { OrganisationList } from '../OrganisationList.js';
import { Pager } from '../Pager.js';
import { RecordDay } from '../RecordDay.js';
import { useDirectoryView } from '../useDirectoryView.js';
import { useFocusOnNew } from '../useFocusOnNew.js';
import { boxOfWindow } from './box.js';
import { LayerControls } from './LayerControls.js';
import { mapQuery } from './mapQuery.js';
import { FullScreenIcon, LeaveScreenIcon } from './mapIcons.js';
import { placesOnMap } from './MapPlace.js';
import { MapRoom } from './MapRoom.js';
import { heldInWorld } from './mapView.js';
import { TimePanel } from './time/TimePanel.js';
import { leaveScreen, takeScreen, useFullWindow, useRatio } from './useFullWindow.js';
import { useMapAddress } from './useMapAddress.js';

const MapStage = lazy(() => import('./MapStage.js').then((module) => ({ default: module.MapStage })));

const pageSize = 12;

/** The directory as a map over the whole width, with its list beside it and its years below; a place is chosen on either. */
export function MapPage() {
  const { t } = useTranslation('directory');
  const { t: inMap } = useTranslation('map');
  const format = useFormat();
  const isWide = useMedia(wide);
  const { view, change } = useDirectoryView();
  const { mapView, moveTo, layers, setLayers, isFull, setFull, besideMap, addressOfMarker } = useMapAddress(view);
  const [hotCountries, setHotCountries] = useState<readonly string[]>([]);
  const hot = { countries: hotCountries, point: setHotCountries };

  const variables = variablesOf(view);
  const language = useLabelLanguage();
  const anywhere = variablesOf({ ...view, countries: [], withoutCountry: false, within: undefined }).filter;
  const { data, previousData, loading, error, refetch, fetchMore } = useQuery(mapQuery, {
    variables: {
      ...variables,
      anywhere,
      hasOutline: layers.outline !== null,
      outlined:
        layers.outline === null ? null : { networks: [layers.outline], ...(view.knownBy !== undefined && { knownBy: view.knownBy }) },
      first: pageSize,
      language,
    },
    notifyOnNetworkStatusChange: true,
  });
  const shown = data ?? previousData;
  const found = shown?.organisations;
  const networkNames = new Map(found?.facets.networks.map(({ slug, network }) => [slug, network]));
  const reasons = new Map(view.search ? found?.edges.map((edge) => [edge.node.id, edge]) : []);
  const everywhere = shown?.everywhere;
  const onMap = readFragment(placesOnMap, everywhere);
  const places = onMap?.places ?? [];
  const outlined = (layers.outline !== null && shown?.outlined?.places) || undefined;
  const counts = new Map(places.map(({ country, count }) => [country, count]));

  const page = useRef<HTMLDivElement>(null);
  const stage = useRef<HTMLDivElement>(null);
  const leave = useCallback(() => {
    leaveScreen();
    setFull(false);
  }, [setFull]);
  useFullWindow(page, isFull, leave);
  const ratio = useRatio(stage, isFull, isWide ? 0.5 : 0.8);
  const list = useRef<HTMLElement>(null);
  const awaitNew = useFocusOnNew(list, found?.edges.length ?? 0);
  const showMore = async () => {
    awaitNew();
    await fetchMore({
      query: moreOrganisations,
      variables: { ...variables, language, first: pageSize, after: found?.pageInfo.endCursor ?? null },
    });
  };

  const fullButton = (
    <button
      type="button"
      className="button button--icon"
      aria-label={isFull ? inMap('full.leave') : inMap('full.open')}
      title={isFull ? inMap('full.leave') : inMap('full.open')}
      onClick={() => {
        if (isFull) return leave();
        takeScreen(page.current);
        setFull(true);
      }}
    >
      {isFull ? <LeaveScreenIcon /> : <FullScreenIcon />}
    </button>
  );

  return (
    <>
      <div className="wrap">
        <header className="page-head directory__head map-page__head">
          <div className="stack directory__title">
            <PageHeading title={t('map.page')} />
            <RecordDay day={shown?.network.recordReadOn} />
          </div>
          <DirectorySearch view={view} onChange={change} />
        </header>
        <Suspense>
          <ChosenFilters view={view} facets={found?.facets} onChange={change} />
        </Suspense>
      </div>
      <div ref={page} className={isFull ? 'map-page is-full' : 'wrap map-page'}>
        <figure className="map-page__map">
          <div ref={stage} className="map-page__stage">
            {everywhere ? (
              <Boundary fallback={<p className="small quiet">{t('map.failed')}</p>}>
                <Suspense fallback={<MapRoom ratio={ratio} />}>
                  <MapStage
                    points={onMap?.points ?? null}
                    places={places}
                    filter={anywhere}
                    search={variables.search}
                    shaded={layers.isShaded ? places : []}
                    outlined={outlined?.map(({ country }) => country) ?? []}
                    frame={view.within}
                    chosen={view.countries}
                    addressOf={(marker) => addressOfMarker(marker, counts)}
                    view={mapView}
                    onView={moveTo}
                    ratio={ratio}
                    fillsWindow={isFull}
                    hot={hot}
                    tools={fullButton}
                  />
                </Suspense>
              </Boundary>
            ) : (
              <MapRoom ratio={ratio} />
            )}
          </div>
          <figcaption className="map-page__foot">
            {found && everywhere ? (
              <>
                <LayerControls
                  layers={layers}
                  onLayers={setLayers}
                  networks={found.facets.networks}
                  outlinedCountries={outlined?.length}
                  hasAreas={onMap?.points?.some(({ area }) => area) ?? false}
                  isNarrowed={view.within !== undefined}
                >
                  <button
                    type="button"
                    className="button button--quiet"
                    onClick={() => change({ within: view.within ? undefined : boxOfWindow(heldInWorld(mapView, ratio), ratio) })}
                  >
                    {view.within ? inMap('part.all') : inMap('part.only')}
                  </button>
                </LayerControls>
                <p className="tiny quiet">
                  {inMap('foot', {
                    count: everywhere.totalCount - everywhere.unplacedCount,
                    countries: t('map.countries', { count: places.length }),
                  })}{' '}
                  {view.within && inMap('notShown', { count: everywhere.totalCount - found.totalCount })}
                </p>
              </>
            ) : (
              <div className="map-page__controls-to-come" />
            )}
            <p className="tiny quiet no-print map__keys" id="map-keys">
              {t('map.keys')} {inMap('gestures')}
            </p>
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
            <Suspense>
              <NothingFits view={view} facets={found.facets} page="/map" />
            </Suspense>
          ) : (
            <>
              <OrganisationList organisations={found.edges.map(({ node }) => node)} hot={hot} reasons={reasons} />
              <Pager
                shown={found.edges.length}
                total={found.totalCount}
                pageSize={pageSize}
                onMore={found.pageInfo.hasNextPage ? showMore : undefined}
              />
            </>
          )}
        </section>
        <div className="map-page__below">
          {found && shown && (
            <TimePanel
              network={shown.network}
              growth={found.growth}
              chosenNetworks={view.networks.map((slug) => networkNames.get(slug) ?? slug)}
              year={view.knownBy}
              isShown={!loading}
              onYear={(year) => change({ knownBy: year, withoutKnownDay: false }, { replace: true })}
              addressIn={(year) => besideMap({ knownBy: year, withoutKnownDay: false })}
              addressOfUndated={besideMap({ knownBy: undefined, withoutKnownDay: true })}
            />
          )}
          {found && everywhere && (
            <div className="stack map-page__words">
              <BesideMap
                places={places}
                unplacedCount={view.within ? everywhere.unplacedCount : found.unplacedCount}
                view={view}
                hot={hot}
                page="/map"
              />
            </div>
          )}
        </div>
      </div>
    </>
  );
}
