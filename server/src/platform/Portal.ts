import type { Change, StopWatching } from './changes.js';
import type { Clock } from './clock.js';
import type { Environment } from './env.js';
import type { Logger } from './log.js';
import type { Model } from 'mongoose';

/** What a room is handed when the portal starts: the database is open and the collections exist. */
export interface Portal {
  readonly environment: Environment;
  readonly log: Logger;
  readonly now: Clock;
  /** Where the portal will be reached, without a slash at its end. */
  readonly publicUrl: string;
  /** Does a step of the start and prints it with its time. */
  step<T>(title: string, act: () => Promise<T>): Promise<T>;
  /** Calls `onChange` after each change of the collection; whole answers made of the collection are forgotten afterwards. */
  watch<T>(model: Model<T>, onChange: (change: Change) => Promise<void> | void): Promise<void>;
  /** Has `stop` called when the portal stops, the last registered first. */
  onStop(stop: StopWatching): void;
}
