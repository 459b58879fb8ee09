import { decodeDocument } from '../bson/decode.js';
import type { Document } from '../bson/values.js';
import type { NearestPlace } from '../geo/near.js';

/** A document as it lies in storage; decoded only when somebody asks, and only once. */
export class StoredDocument {
  #document: Document | undefined;
  /** What a query for the nearest has found in it. */
  place: NearestPlace | undefined;

  constructor(
    readonly recordId: number,
    readonly bytes: Buffer,
    document?: Document,
  ) {
    this.#document = document;
  }

  get isDecoded(): boolean {
    return this.#document !== undefined;
  }

  /** Shared between all that ask: copy before changing. */
  document(): Document {
    this.#document ??= decodeDocument(this.bytes);
    return this.#document;
  }
}
