import '../directory.css';
import './frame.css';
import { useRef, useState } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { readFragment } from '../../generated/index.js';
import { Link } from '../../ui/Link.js';
import { useFormat } from '../../ui/format.js';
import { Bones, FailedState } from '../../ui/states.js';
import { addressOf, type DirectoryView } from '../directoryView.js';
import { LazyWorldMap } from '../map/LazyWorldMap.js';
import { placesOnMap } from '../map/MapPlace.js';
import { MapRoom } from '../map/MapRoom.js';
import { OrganisationList } from '../OrganisationList.js';
import { Pager } from '../Pager.js';
import { useFocusOnNew } from '../useFocusOnNew.js';
import type { FrameSettings } from './frameSettings.js';
import { pageSize, useFramedDirectory } from './useFramedDirectory.js';

/** The directory, or a part of it, for the page of another site: what everybody may see, as a map, a list or both. */
export function FramedDirectory({ view, show }: { view: DirectoryView; show: FrameSettings['show'] }) {
  const { t } = useTranslation('ways-out');
  const { t: inDirectory } = useTranslation('directory');
  const { t: inUi } = useTranslation('ui');
  const format = useFormat();
  const [hotCountries, setHotCountries] = useState<readonly string[]>([]);
  const hot = { countries: hotCountries, point: setHotCountries };
  const list = useRef<HTMLElement>(null);
  const { data, hasFailed, retry, more } = useFramedDirectory(view);
  const found = data?.organisations;
  const onMap = readFragment(placesOnMap, found);
  const awaitNew = useFocusOnNew(list, found?.edges.length ?? 0);
  const showMore = async () => {
    awaitNew();
    await more();
  };

  return (
    <main className="frame" aria-labelledby="frame-title" aria-busy={!data && !hasFailed}>
      <header className="frame__head">
        <h1 id="frame-title">{t('frame.title')}</h1>
        <p className="small">
          {found && (
            <Link className="number" to={addressOf(view)}>
              {inDirectory('organisations.counted', { count: found.totalCount })}
            </Link>
          )}
        </p>
      </header>
      {hasFailed ? (
        <FailedState isWholePage title={inUi('failed.fault')} onRetry={retry} />
      ) : (
        <div className="frame__body">
          {show !== 'list' && (
            <section aria-label={inDirectory('map.title')}>
              {onMap ? (
                <LazyWorldMap
                  places={onMap.points ?? onMap.places}
                  hot={hot}
                  addressOf={(countries) => addressOf({ ...view, regions: [], withoutCountry: false, countries })}
                />
              ) : (
                <MapRoom />
              )}
              {found && found.unplacedCount > 0 && (
                <p className="tiny quiet frame__unplaced">
                  {inDirectory('unplaced.count', { count: found.unplacedCount })} {inDirectory('unplaced.why')}
                </p>
              )}
            </section>
          )}
          {show !== 'map' && (
            <section ref={list} aria-labelledby="frame-list">
              <h2 id="frame-list" className="visually-hidden">
                {inDirectory('list.title')}
              </h2>
              {!found ? (
                <Bones lines={8} />
              ) : found.totalCount === 0 ? (
                <p className="panel">{t('frame.nobody')}</p>
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
          )}
        </div>
      )}
      <footer className="frame__foot tiny">
        <p>
          {data && (
            <>
              {inDirectory('record.readOn')} <time dateTime={data.network.recordReadOn}>{format.day(data.network.recordReadOn)}</time>
            </>
          )}
        </p>
        <Link to={addressOf(view)}>{t('frame.open')}</Link>
      </footer>
    </main>
  );
}
