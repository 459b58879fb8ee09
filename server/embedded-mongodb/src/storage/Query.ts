import type { Document } from '../bson/values.js';
import type { NearQuery } from '../geo/near.js';
import type { Collation } from '../query/collation.js';
import type { Filter } from '../query/filter.js';

/** Something that throws 50 MaxTimeMSExpired once the caller's time is over. */
export interface Deadline {
  /** To be called for each document: looks at the clock now and then. */
  tick(): void;
}

export interface Query {
  readonly filter: Document;
  /** The same filter, compiled by the caller (for instance with `let` variables). */
  readonly filterCompiled?: Filter | undefined;
  readonly sort?: Document | undefined;
  /** The name of an index, its key pattern, or `{ $natural: ±1 }`. */
  readonly hint?: string | Document | undefined;
  readonly collation?: Collation | undefined;
  readonly skip?: number | undefined;
  /** Zero or missing: no limit. */
  readonly limit?: number | undefined;
  readonly deadline?: Deadline | undefined;
  readonly near?: NearQuery | undefined;
}
