import { lazy, Suspense } from 'react';
import { Boundary } from '../../ui/Boundary.js';
import type { MapPlace } from './MapPlace.js';
import { MapRoom } from './MapRoom.js';

const StillMap = lazy(() => import('./StillMap.js').then((module) => ({ default: module.StillMap })));

/** The picture of a map, for pages that do not wait for it. */
export function LazyStillMap({ places }: { places: readonly MapPlace[] }) {
  return (
    <Boundary fallback={null}>
      <Suspense fallback={<MapRoom />}>
        <StillMap places={places} />
      </Suspense>
    </Boundary>
  );
}
