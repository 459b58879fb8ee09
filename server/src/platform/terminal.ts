import { CannotStart } from './database.js';
import { InvalidEnvironment } from './env.js';

/** Does a step and prints it with its time. */
export async function printStep<T>(title: string, act: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const took = (): string => `${((performance.now() - begun) / 1000).toFixed(1).padStart(6)} s`;
  try {
    const outcome = await act();
    console.log(`${took()}  ${title}${typeof outcome === 'string' ? `: ${outcome}` : ''}`);
    return outcome;
  } catch (error) {
    console.log(`${took()}  ${title}: failed`);
    throw error;
  }
}

/** Says in a sentence why the program cannot go on, and ends it with 1; a stack is for the log at level debug. */
export function sayWhyNot(error: unknown): never {
  const message = error instanceof Error ? error.message : String(error);
  const isOurs = error instanceof CannotStart || error instanceof InvalidEnvironment;
  console.error(isOurs ? message : `Plenum cannot go on: ${message}`);
  if (process.env['LOG_LEVEL'] === 'debug') console.error(error);
  process.exit(1);
}
