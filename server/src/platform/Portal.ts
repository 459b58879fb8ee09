import type { Change, StopWatching, Watched } from './changes.js';
import type { Clock } from './clock.js';
import type { Environment } from './env.js';
import type { PageDescription } from './http/PageHead.js';
import type { Logger } from './log.js';
import type { RequestContext } from './RequestContext.js';

/** A file that a reader takes home, or a program reads. */
export interface ServedFile {
  contentType: string;
  /** Under which name browsers keep it; null for what programs read where it is. */
  fileName: string | null;
  body: string | Buffer;
}

/** What a page says of itself to this reader; null when there is nothing that they may see, and the address then answers as one that nobody knows. */
export type DescribePage = (
  request: RequestContext,
  parameters: Readonly<Record<string, string>>,
) => PageDescription | null | Promise<PageDescription | null>;

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
  /** Says what a page of schema/pages.json, such as `/organisations/:slug`, says of itself in its HTML. */
  describePage(pattern: string, describe: DescribePage): void;
  /** Has `stop` called when the portal stops, the last registered first. */
  onStop(stop: StopWatching): void;
}
