import { Deadline } from '../deadline.js';

/** The `maxTimeMS` of an operation. It runs only while the operation does: a cursor's limit stands still between its batches. */
export class TimeLimit {
  readonly deadline: Deadline;
  private resumedAt = performance.now();

  /** `remaining` is in milliseconds; 0 means no limit. */
  constructor(private remaining: number) {
    this.deadline = new Deadline(remaining);
  }

  get remainingMs(): number {
    if (this.remaining === 0) return Infinity;
    return Math.max(0, this.remaining - (performance.now() - this.resumedAt));
  }

  pause(): void {
    if (this.remaining === 0) return;
    this.remaining = Math.max(1, this.remainingMs);
    this.deadline.renew();
  }

  resume(): void {
    this.resumedAt = performance.now();
    this.deadline.renew(this.remaining);
  }
}
