import { type Connection, mongo } from 'mongoose';
import type { Logger } from './log.js';

/** What changed in a collection: one document by its key, or `everything` when events may have been missed. */
export type Change = { kind: 'saved' | 'removed'; id: string } | { kind: 'everything' };

/** What of a model is needed to watch its collection. */
export interface Watched {
  readonly collection: { readonly name: string };
  readonly db: Connection;
}

/** Ends the watching of a collection. */
export type StopWatching = () => Promise<void>;

/** Where a server offers no change streams (a single MongoDB that is no replica set), how often everything is read anew, in milliseconds. */
const readAnewEvery = 10_000;

const firstRetry = 250;
const longestRetry = 10_000;

/**
 * Calls `onChange` after each change of the collection, in order and one at a time, from the moment that it resolves.
 * A stream that breaks is opened again, with `everything` said first; a server without change streams is asked at intervals.
 */
export async function watchCollection(
  watched: Watched,
  onChange: (change: Change) => Promise<void> | void,
  log: Logger,
): Promise<StopWatching> {
  let isStopped = false;
  let stream: mongo.ChangeStream | undefined;
  let wake: (() => void) | undefined;
  const collection = watched.collection.name;

  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });

  const tell = async (change: Change): Promise<void> => {
    try {
      await onChange(change);
    } catch (error) {
      log.error({ err: error, collection, change }, 'a change could not be taken in');
    }
  };

  /** Starts at a moment that the server names, so that nobody has to wait until the first question is answered. */
  async function open(): Promise<mongo.ChangeStream | 'not offered'> {
    const answer = await watched.db.db?.command({ ping: 1 });
    const now = answer?.['operationTime'] as mongo.BSON.Timestamp | undefined;
    if (now === undefined) return 'not offered';
    const startAtOperationTime = new mongo.BSON.Timestamp({ t: now.t, i: now.i + 1 });
    return watched.db.collection(collection).watch([], { fullDocument: 'default', startAtOperationTime }) as unknown as mongo.ChangeStream;
  }

  async function follow(opened: mongo.ChangeStream): Promise<void> {
    stream = opened;
    while (!isStopped) await tell(changeOf(await opened.next()));
  }

  /** Opens the stream anew for as long as it takes. */
  async function keepFollowing(start: mongo.ChangeStream): Promise<void> {
    let opened: mongo.ChangeStream | 'not offered' | undefined = start;
    let retry = firstRetry;
    while (!isStopped) {
      try {
        opened ??= await open();
        if (opened === 'not offered') return await askAtIntervals();
        if (opened !== start) {
          // What it brings is part of `everything`; that it brings anything shows that it works again.
          await opened.tryNext();
          await tell({ kind: 'everything' });
          retry = firstRetry;
        }
        await follow(opened);
      } catch (error) {
        await stream?.close().catch(() => undefined);
        opened = undefined;
        if (isStopped) return;
        log.warn({ err: error, collection }, 'the change stream broke and is opened again');
        await pause(retry);
        retry = Math.min(retry * 2, longestRetry);
      }
    }
  }

  async function askAtIntervals(): Promise<void> {
    log.warn({ collection }, 'the database offers no change streams; the collection is read anew every ten seconds');
    while (!isStopped) {
      await pause(readAnewEvery);
      if (!isStopped) await tell({ kind: 'everything' });
    }
  }

  const opened = await open();
  const following = opened === 'not offered' ? askAtIntervals() : keepFollowing(opened);
  return async () => {
    isStopped = true;
    wake?.();
    await stream?.close().catch(() => undefined);
    await following;
  };
}

function changeOf(event: mongo.ChangeStreamDocument): Change {
  if (event.operationType === 'delete') return { kind: 'removed', id: String(event.documentKey._id) };
  if (event.operationType === 'insert' || event.operationType === 'update' || event.operationType === 'replace') {
    return { kind: 'saved', id: String(event.documentKey._id) };
  }
  return { kind: 'everything' };
}
