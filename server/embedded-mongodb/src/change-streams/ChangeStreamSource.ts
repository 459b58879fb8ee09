import type { Document } from '../bson/values.js';
import { encodeDocument } from '../bson/encode.js';
import type { CursorBatch, CursorSource } from '../cursors/OpenCursor.js';
import { fail } from '../errors.js';
import { maxDocumentBytes } from '../wire/limits.js';
import type { ChangeHistory, PastChange } from './ChangeHistory.js';
import type { EventOptions } from './change-event.js';
import { changeEvent, invalidateEvent, tokenOf } from './change-event.js';
import { ResumeToken } from './ResumeToken.js';
import type { StreamScope } from './StreamScope.js';

export interface StreamOptions {
  readonly scope: StreamScope;
  readonly events: EventOptions;
  /** The stages after `$changeStream`: gives the event as they leave it, or nothing. */
  readonly transform: (event: Document) => Document | undefined;
  /** Where to start; changes up to it are not told. */
  readonly from: ResumeToken;
}

/** The documents of a change stream's cursor. It never ends by itself but when what it watches is gone. */
export class ChangeStreamSource implements CursorSource {
  private position: number;
  private seen: ResumeToken;
  private ended = false;
  /** The change at `position` was told before the stream was opened anew; only its invalidation is left. */
  private toldAlready: boolean;
  private readonly killed = new AbortController();

  constructor(
    private readonly history: ChangeHistory,
    private readonly options: StreamOptions,
  ) {
    this.seen = options.from;
    this.position = history.positionOf(options.from);
    const next = history.at(this.position);
    this.toldAlready = next !== undefined && next.index === this.seen.index && next.time.equals(this.seen.time);
  }

  async next(count: number, awaitMs: number): Promise<CursorBatch> {
    const documents: Uint8Array[] = [];
    const waitUntil = performance.now() + awaitMs;
    for (;;) {
      this.read(documents, count);
      const patience = waitUntil - performance.now();
      if (documents.length > 0 || this.ended || count === 0 || patience <= 0) break;
      await this.history.untilMore(patience, this.killed.signal);
      if (this.killed.signal.aborted) return fail('CursorKilled', 'the change stream was closed');
    }
    return { documents, exhausted: this.ended, postBatchResumeToken: this.seen.toDocument() };
  }

  interrupt(): void {
    this.killed.abort();
  }

  close(): void {
    this.ended = true;
    this.killed.abort();
  }

  private read(documents: Uint8Array[], count: number): void {
    let bytes = 0;
    while (documents.length < count && !this.ended) {
      const past = this.history.at(this.position);
      if (!past) {
        this.seen = laterOf(this.seen, ResumeToken.after(this.history.newestTime));
        return;
      }
      const event = this.toldAlready || !this.options.scope.includes(past.change) ? undefined : this.eventOf(past);
      if (event && documents.length > 0 && bytes + event.length > maxDocumentBytes) return;
      this.position += 1;
      if (event) {
        documents.push(event);
        bytes += event.length;
      }
      this.seen = tokenOf(past);
      this.toldAlready = false;
      if (this.options.scope.includes(past.change) && this.options.scope.isEndedBy(past.change)) this.end(past, documents);
    }
  }

  private end(past: PastChange, documents: Uint8Array[]): void {
    this.ended = true;
    this.seen = new ResumeToken(past.time, past.index, true);
    const event = this.encode(invalidateEvent(past));
    if (event) documents.push(event);
  }

  private eventOf(past: PastChange): Uint8Array | undefined {
    return this.encode(changeEvent(past, this.options.events));
  }

  private encode(event: Document): Uint8Array | undefined {
    const token = event.get('_id');
    const transformed = this.options.transform(event);
    if (!transformed) return undefined;
    if (transformed.get('_id') !== token)
      fail(
        'ChangeStreamFatalError',
        'Encountered an event whose _id field, which contains the resume token, was modified by the pipeline. Modifying the _id field of an event makes it impossible to resume the stream from that point. Only transformations that retain the unmodified _id field are allowed.',
      );
    const bytes = encodeDocument(transformed);
    if (bytes.length > maxDocumentBytes) fail('BSONObjectTooLarge', `a change event of ${bytes.length} bytes is too large`);
    return bytes;
  }
}

const laterOf = (a: ResumeToken, b: ResumeToken): ResumeToken => {
  const order = a.time.compare(b.time) || a.index - b.index || Number(a.isInvalidation) - Number(b.isInvalidation);
  return order >= 0 ? a : b;
};
