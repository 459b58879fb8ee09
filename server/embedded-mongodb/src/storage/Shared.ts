import type { Catalogue } from './catalogue/Catalogue.js';
import type { StoredCatalogue } from './catalogue/StoredCatalogue.js';
import type { Commit } from './ChangeEvent.js';
import type { ClusterClock } from './ClusterClock.js';
import type { Conflicts } from './Conflicts.js';
import type { Commits } from './key-value/Commits.js';
import type { Key } from './key-value/keys.js';
import type { SessionJournal } from './SessionJournal.js';
import type { Workspace } from './Workspace.js';

/** What all units of a store share. */
export interface Shared {
  readonly readOnly: boolean;
  readonly commits: Commits;
  readonly conflicts: Conflicts<Workspace>;
  readonly clock: ClusterClock;
  readonly storedCatalogue: StoredCatalogue;
  readonly sessionJournal: SessionJournal;
  /** The committed catalogue. */
  catalogue: Catalogue;
  /** Somebody wants to hear of commits. */
  readonly hasListeners: boolean;
  announce(commit: Commit): void;
  nextRecordId(prefix: Key): number;
  /** Tables were given up: their entries can be removed when there is time. */
  tidyUp(): void;
}
