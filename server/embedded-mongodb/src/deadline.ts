import { fail } from './errors.js';

/** How many calls of `tick` share one look at the clock. */
const ticksPerCheck = 128;

let running: Deadline | undefined;

/** That of the operation that is at work: every one looks at its own before each document. */
export const runningDeadline = (): Deadline => (running ??= new Deadline());

const noteRunning = (deadline: Deadline): void => {
  running = deadline;
};

/** The end of the time that one command may take (`maxTimeMS`). A cursor renews it with each `getMore`. */
export class Deadline {
  #end: number;
  #interrupted = false;
  #ticks = 0;

  /** @param milliseconds time left from now; `undefined` or 0 for no limit. */
  constructor(milliseconds?: number) {
    this.#end = endAfter(milliseconds);
    noteRunning(this);
  }

  get remainingMs(): number {
    return this.#end - performance.now();
  }

  /** Starts anew, for the next batch of a cursor. */
  renew(milliseconds?: number): void {
    this.#end = endAfter(milliseconds);
  }

  /** Makes the next check fail, as `killOp` and `killCursors` do. */
  interrupt(): void {
    this.#interrupted = true;
  }

  /** Throws 50 MaxTimeMSExpired when the time is over, 11601 Interrupted after `interrupt`. */
  check(): void {
    noteRunning(this);
    if (this.#interrupted) fail('Interrupted', 'operation was interrupted');
    if (this.#end !== Infinity && performance.now() > this.#end) fail('MaxTimeMSExpired', 'operation exceeded time limit');
  }

  /** A check so cheap that loops can afford it for each document: it looks at the clock now and then. */
  tick(): void {
    noteRunning(this);
    this.#ticks += 1;
    if (this.#ticks >= ticksPerCheck) {
      this.#ticks = 0;
      this.check();
    }
  }
}

const endAfter = (milliseconds: number | undefined): number => (milliseconds ? performance.now() + milliseconds : Infinity);
