import { parentPort, workerData } from 'node:worker_threads';
import { startServer } from './commands/start-server.js';
import type { ServerOptions } from './commands/start-server.js';

/** What the worker tells the thread that started it. */
export type WorkerMessage =
  | { readonly kind: 'ready'; readonly uri: string; readonly port: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'stopped' };

const tell = (message: WorkerMessage): void => parentPort?.postMessage(message);

const serve = async (): Promise<void> => {
  const server = await startServer(workerData as ServerOptions);
  parentPort?.once('message', () => {
    void server.stop().then(
      () => tell({ kind: 'stopped' }),
      (error: unknown) => tell({ kind: 'failed', message: String(error) }),
    );
  });
  tell({ kind: 'ready', uri: server.uri, port: server.port });
};

serve().catch((error: unknown) => tell({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }));
