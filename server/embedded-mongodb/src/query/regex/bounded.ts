import { createContext, Script } from 'node:vm';
import { runningDeadline } from '../../deadline.js';
import type { Deadline } from '../../deadline.js';
import { MongoError } from '../../errors.js';
import type { Effort } from './backtracking.js';

/** One text may hold the server up no longer than this, whatever the caller's limit is. */
const longestMatchMs = 500;
/** So many steps take no time worth speaking of. */
const fewSteps = 10_000_000;
/** A text on which even a pattern that doubles its work does not take more steps. */
const shortText = 20;

const sandbox = createContext({ work: (): unknown => undefined }) as { work: () => unknown };
const script = new Script('work()');

/** Matches a text. Where a pattern could take without end for it, it is stopped when the time of the caller, or of one text, is over. */
export const bounded = <Result>(effort: Effort, text: string, work: () => Result): Result => {
  if (isCheap(effort, text.length)) return work();
  const deadline = runningDeadline();
  sandbox.work = work;
  try {
    const result = script.runInContext(sandbox, { timeout: timeFor(deadline) }) as Result;
    deadline.check();
    return result;
  } catch (error) {
    if (!isTimeout(error)) throw error;
    deadline.check();
    throw new MongoError(51156, 'embedded server: the regular expression takes too many steps for a text that it is to match');
  }
};

/** A moment longer than the caller's time: then that is over for sure. */
const timeFor = ({ remainingMs }: Deadline): number => Math.max(1, Math.ceil(Math.min(longestMatchMs, remainingMs + 1)));

const isCheap = ({ doubles, repetitions }: Effort, length: number): boolean =>
  doubles ? length <= shortText : length ** (repetitions + 1) <= fewSteps || repetitions === 0;

const isTimeout = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
