import type { DirectoryView } from './directoryView.js';
import { MapInWords } from './MapInWords.js';
import type { MapPlace } from './map/MapPlace.js';
import type { Hot } from './OrganisationList.js';
import { ShareView } from './ShareView.js';
import { UnplacedPanel } from './UnplacedPanel.js';

interface Props {
  places: readonly MapPlace[];
  unplacedCount: number;
  view: DirectoryView;
  hot: Hot;
  /** The page whose view changes when a country is chosen; the list where nothing is said. */
  page?: string;
}

/** What every map has beside it: its content in words, who is not on it, and ways to take the view along. */
export function BesideMap({ places, unplacedCount, view, hot, page }: Props) {
  return (
    <>
      <MapInWords places={places} view={view} hot={hot} page={page} />
      <UnplacedPanel count={unplacedCount} view={view} page={page} />
      <ShareView />
    </>
  );
}
