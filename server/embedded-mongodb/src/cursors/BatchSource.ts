import { maxDocumentBytes } from '../wire/limits.js';
import { setImmediate as nextTurn } from 'node:timers/promises';

export interface Batch {
  readonly documents: readonly Uint8Array[];
  /** No further document will come. */
  readonly exhausted: boolean;
}

export const defaultFirstBatch = 101;

const sliceMs = 20;
const lookAtClockEvery = 16;

/**
 * Reads encoded documents one batch at a time: at most `count` of them and at most 16 MB. A document that does not fit is kept for the
 * next batch. Long batches give other connections a turn in between.
 */
export class BatchSource {
  private kept: Uint8Array | undefined;
  private done = false;

  /**
   * `limit` is the number of documents after which the end is known without asking for one more; `guard` throws where reading may not
   * go on.
   */
  constructor(
    private readonly documents: Iterator<Uint8Array>,
    private limit = Infinity,
    private readonly guard: () => void = () => undefined,
  ) {}

  next(count: number): Batch | Promise<Batch> {
    const filling = { documents: [] as Uint8Array[], bytes: 0, count };
    return this.fill(filling) ? this.batch(filling) : this.fillInTurns(filling);
  }

  close(): void {
    this.done = true;
    this.kept = undefined;
    this.documents.return?.();
  }

  private batch({ documents }: Filling): Batch {
    return { documents, exhausted: this.done };
  }

  private async fillInTurns(filling: Filling): Promise<Batch> {
    do await nextTurn();
    while (!this.fill(filling));
    return this.batch(filling);
  }

  /** True when the batch is full or the end is reached, false when its time slice is used up. */
  private fill(filling: Filling): boolean {
    this.guard();
    const sliceEnd = performance.now() + sliceMs;
    while (filling.documents.length < filling.count && !this.done) {
      const document = this.kept ?? this.read();
      if (!document) break;
      this.kept = document;
      if (filling.documents.length > 0 && filling.bytes + document.length > maxDocumentBytes) break;
      this.kept = undefined;
      filling.documents.push(document);
      filling.bytes += document.length + 12;
      this.limit -= 1;
      if (this.limit <= 0) this.close();
      if (filling.documents.length % lookAtClockEvery === 0 && performance.now() > sliceEnd) return false;
    }
    return true;
  }

  private read(): Uint8Array | undefined {
    const result = this.documents.next();
    if (!result.done) return result.value;
    this.done = true;
    return undefined;
  }
}

interface Filling {
  readonly documents: Uint8Array[];
  bytes: number;
  readonly count: number;
}
