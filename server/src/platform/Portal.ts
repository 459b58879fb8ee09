import type { Change, StopWatching, Watched } from './changes.js';
import type { Clock } from './clock.js';
import type { Environment } from './env.js';
import type { Logger } from './log.js';
import type { RequestContext } from './RequestContext.js';

/** A file that a reader takes home. */
export interface ServedFile {
  contentType: string;
  fileName: string;
  body: string | Buffer;
}

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
  watch(model: Watched, onChange: (change: Change) => Promise<void> | void): Promise<void>;
  /** Answers GET requests of this path, such as `/directory.csv`, with a file; `make` gets what the address says behind `?`, and what it throws is masked. */
  serveFile(path: string, make: (request: RequestContext, parameters: URLSearchParams) => Promise<ServedFile>): void;
  /** Has `stop` called when the portal stops, the last registered first. */
  onStop(stop: StopWatching): void;
}
