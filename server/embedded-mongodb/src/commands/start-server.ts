import { Listener } from '../wire/Listener.js';
import { ChangeHistory } from '../change-streams/ChangeHistory.js';
import { Cursors } from '../cursors/Cursors.js';
import { FailPoints } from '../fail-points/FailPoints.js';
import { decodeSessionRecord } from '../sessions/session-record.js';
import type { SessionRecord } from '../sessions/session-record.js';
import { Sessions } from '../sessions/Sessions.js';
import { Store } from '../storage/Store.js';
import { dispatch } from './dispatch.js';
import { RunningCommands } from './RunningCommands.js';
import { replicaSetName } from './ServerContext.js';
import type { ServerContext } from './ServerContext.js';

export interface ServerOptions {
  readonly dataDirectory: string;
  /** 0 for a free one. */
  readonly port: number;
  /** Offers `configureFailPoint`, for testing drivers. */
  readonly testCommands: boolean;
}

export interface RunningServer {
  readonly uri: string;
  readonly port: number;
  stop(): Promise<void>;
}

const expireEveryMs = 60_000;

const reportFault = (error: unknown): void => console.error('embedded MongoDB:', error);

const removeOld = async (store: Store): Promise<void> => {
  await store.removeExpired();
  await store.forgetSessions();
};

const recordOf = (store: Store, session: string): SessionRecord | undefined => {
  const bytes = store.sessionRecord(session);
  return bytes && decodeSessionRecord(bytes);
};

/** Opens the data and serves it in this thread; rejects when the data or the port cannot be had. */
export const startServer = async (options: ServerOptions): Promise<RunningServer> => {
  const store = await Store.open({ directory: options.dataDirectory });
  const changes = new ChangeHistory(store.lastCommit);
  const stopListening = store.onCommit((commit) => changes.add(commit));
  const expiry = setInterval(() => void removeOld(store).catch(reportFault), expireEveryMs);
  expiry.unref();
  const cursors = new Cursors();
  const sessions = new Sessions(
    (session) => cursors.killWhere((cursor) => cursor.sessionKey === session.key),
    undefined,
    (key) => recordOf(store, key),
  );
  const running = new RunningCommands();
  const listener = new Listener((message, connection) => running.track(dispatch(context, message, connection)));
  const context: ServerContext = {
    store,
    sessions,
    cursors,
    changes,
    failPoints: options.testCommands ? new FailPoints() : undefined,
    startedAt: new Date(),
    get address() {
      return listener.address;
    },
    get connections() {
      return { current: listener.connectionCount, created: listener.connectionsCreated };
    },
  };
  try {
    await listener.listen(options.port);
  } catch (error) {
    await store.close();
    throw error;
  }
  return {
    uri: `mongodb://${listener.address}/?replicaSet=${replicaSetName}`,
    port: listener.port,
    stop: async () => {
      await listener.close();
      clearInterval(expiry);
      cursors.closeAll();
      sessions.close();
      await running.untilIdle();
      stopListening();
      await store.close();
    },
  };
};
