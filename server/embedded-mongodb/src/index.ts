import { Worker } from 'node:worker_threads';
import type { ServerOptions } from './commands/start-server.js';
import type { WorkerMessage } from './worker.js';

export interface EmbeddedMongoDBOptions {
  /** Where the data lies; made when it is not there. One server at a time. */
  readonly dataDirectory: string;
  /** The port on 127.0.0.1; 0, the default, takes a free one. */
  readonly port?: number;
  /** Offers the fail point `failCommand`, for testing how clients take errors. */
  readonly testCommands?: boolean;
}

export interface EmbeddedMongoDB {
  /** The connection string for any MongoDB driver. */
  readonly uri: string;
  readonly port: number;
  /** Ends every connection and closes the data; resolves when the directory may be opened again. */
  stop(): Promise<void>;
}

/** Starts the server in a thread of its own. Rejects when the data directory or the port cannot be had. */
export const startEmbeddedMongoDB = ({
  dataDirectory,
  port = 0,
  testCommands = false,
}: EmbeddedMongoDBOptions): Promise<EmbeddedMongoDB> => {
  const workerData: ServerOptions = { dataDirectory, port, testCommands };
  // One file of them all: a thread that reads some hundred modules one by one takes twice as long to begin.
  const worker = new Worker(new URL('./worker.bundle.js', import.meta.url), { workerData, execArgv: [] });
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (message: WorkerMessage) => {
      // From here on a fault of the thread is nobody's to catch, and must not pass unseen.
      worker.off('error', reject);
      if (message.kind === 'ready') resolve({ uri: message.uri, port: message.port, stop: once(() => stop(worker)) });
      else reject(new Error(message.kind === 'failed' ? message.message : 'the embedded server stopped before it was ready'));
    });
  });
};

const stop = (worker: Worker): Promise<void> =>
  new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', (message: WorkerMessage) => {
      void worker.terminate().then(() => {
        if (message.kind === 'failed') reject(new Error(message.message));
        else resolve();
      });
    });
    worker.postMessage('stop');
  });

const once = (act: () => Promise<void>): (() => Promise<void>) => {
  let done: Promise<void> | undefined;
  return () => (done ??= act());
};
