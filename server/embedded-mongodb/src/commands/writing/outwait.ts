import { setTimeout as sleep } from 'node:timers/promises';
import type { TimeLimit } from '../TimeLimit.js';

/** No transaction lives longer. */
const longestWaitMs = 120_000;

/** Waits until an open transaction has ended that stands in the way; throws 50 MaxTimeMSExpired when the command's time is over first. */
export const outwait = async (released: Promise<void>, timeLimit: TimeLimit): Promise<void> => {
  const patience = new AbortController();
  const limit = Math.min(timeLimit.remainingMs + 1, longestWaitMs);
  await Promise.race([released, sleep(limit, undefined, { signal: patience.signal, ref: false }).catch(() => undefined)]);
  patience.abort();
  timeLimit.deadline.check();
};
