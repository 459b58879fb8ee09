import type { ChangeHistory } from '../change-streams/ChangeHistory.js';
import type { Cursors } from '../cursors/Cursors.js';
import type { FailPoints } from '../fail-points/FailPoints.js';
import type { Sessions } from '../sessions/Sessions.js';
import type { Store } from '../storage/Store.js';

export interface ServerContext {
  readonly store: Store;
  readonly sessions: Sessions;
  readonly cursors: Cursors;
  readonly changes: ChangeHistory;
  /** Only where the server was started with test commands. */
  readonly failPoints: FailPoints | undefined;
  readonly startedAt: Date;
  /** `host:port`, as drivers are to connect. */
  readonly address: string;
  readonly connections: { readonly current: number; readonly created: number };
}

export const replicaSetName = 'embedded';
