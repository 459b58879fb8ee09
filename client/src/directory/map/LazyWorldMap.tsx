import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from '../../ui/useTranslation.js';
import { Boundary } from '../../ui/Boundary.js';
import { MapRoom } from './MapRoom.js';
import type { WorldMapProps } from './WorldMap.js';

const WorldMap = lazy(() => import('./WorldMap.js').then((module) => ({ default: module.WorldMap })));

/** The map of the world, its program and its shapes loaded when it is first shown; the page does not wait for it, nor loses `meanwhile` before it stands. */
export function LazyWorldMap({ meanwhile = <MapRoom />, ...props }: WorldMapProps & { meanwhile?: ReactNode }) {
  const { t } = useTranslation('directory');
  return (
    <Boundary fallback={<p className="small quiet">{t('map.failed')}</p>}>
      <Suspense fallback={meanwhile}>
        <WorldMap {...props} />
      </Suspense>
    </Boundary>
  );
}
