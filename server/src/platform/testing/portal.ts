import type { Change, StopWatching } from '../changes.js';
import type { Portal } from '../Portal.js';
import type { TestRequest } from './request.js';
import { testRequest } from './request.js';

/** A portal for tests of one room: steps are done in silence, and `change` says what a change stream would say. */
export interface TestPortal extends Portal {
  change(collection: string, change: Change): Promise<void>;
  stop(): Promise<void>;
}

export function testPortal(request: TestRequest = {}): TestPortal {
  const { environment, log, now, publicUrl } = testRequest(request);
  const watchers: { collection: string; onChange: (change: Change) => Promise<void> | void }[] = [];
  const stops: StopWatching[] = [];
  return {
    environment,
    log,
    now,
    publicUrl,
    step: (_title, act) => act(),
    watch(model, onChange) {
      watchers.push({ collection: model.collection.name, onChange });
      return Promise.resolve();
    },
    serveFile: () => undefined,
    describePage: () => undefined,
    onStop(stop) {
      stops.push(stop);
    },
    async change(collection, change) {
      for (const watcher of watchers) if (watcher.collection === collection) await watcher.onChange(change);
    },
    async stop() {
      for (const stop of stops.reverse()) await stop();
    },
  };
}
