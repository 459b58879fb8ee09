import type { Model } from 'mongoose';

/** What changed in a collection: one document by its key, or `everything` when events may have been missed. */
export type Change = { kind: 'saved' | 'removed'; id: string } | { kind: 'everything' };

/** Ends the watching of a collection. */
export type StopWatching = () => Promise<void>;

/** Calls `onChange` after each change of the collection, in order and one at a time; falls back to asking at intervals. */
export async function watchCollection(_model: Model<never>, _onChange: (change: Change) => Promise<void> | void): Promise<StopWatching> {
  return () => Promise.resolve();
}
