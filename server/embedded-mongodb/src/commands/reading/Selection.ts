import type { Document, Value } from '../../bson/values.js';
import { Int32, ObjectId } from '../../bson/values.js';
import type { Deadline } from '../../deadline.js';
import type { Collation } from '../../query/collation.js';
import type { Filter } from '../../query/filter.js';
import { compileFilter } from '../../query/filter.js';
import type { Query } from '../../storage/Query.js';
import type { StoredDocument } from '../../storage/StoredDocument.js';
import type { Unit } from '../../storage/Unit.js';
import type { Scope } from './scope.js';

export interface SelectionOptions {
  readonly collation: Collation | undefined;
  readonly hint: string | Document | undefined;
  readonly sort: Document | undefined;
  readonly scope: Scope;
  readonly deadline: Deadline;
}

/** The documents that a filter selects. A filter on one plain `_id`, the commonest of all, goes straight to its document. */
export class Selection {
  private filterCompiled: Filter | undefined;
  private readonly id: Value | undefined;

  constructor(
    readonly namespace: string,
    readonly filter: Document,
    private readonly options: SelectionOptions,
  ) {
    this.id = options.hint === undefined ? soughtId(filter, options.collation) : undefined;
  }

  get collation(): Collation | undefined {
    return this.options.collation;
  }

  get compiled(): Filter {
    const {
      collation,
      scope: { variables, now, clusterTime },
    } = this.options;
    this.filterCompiled ??= compileFilter(this.filter, { collation, variables, now, clusterTime, allowsNear: true });
    return this.filterCompiled;
  }

  /** What storage is asked where there is no short way. */
  query({ skip, limit }: { readonly skip?: number | undefined; readonly limit?: number | undefined } = {}): Query {
    const { collation, hint, sort, deadline } = this.options;
    return { filter: this.filter, filterCompiled: this.compiled, sort, hint, collation, deadline, skip, limit };
  }

  first(unit: Unit): StoredDocument | undefined {
    if (this.id !== undefined) return unit.findById(this.namespace, this.id);
    const [found] = unit.find(this.namespace, this.query({ limit: 1 }));
    return found;
  }

  find(unit: Unit, skip: number | undefined, limit: number | undefined): Iterable<StoredDocument> {
    if (this.id === undefined || skip) return unit.find(this.namespace, this.query({ skip, limit }));
    const found = this.first(unit);
    return found ? [found] : [];
  }

  all(unit: Unit): StoredDocument[] {
    return [...this.find(unit, undefined, undefined)];
  }

  /** The newest form of a document that was found before others had a turn; undefined when it is gone or matches no longer. */
  newest(unit: Unit, found: StoredDocument): StoredDocument | undefined {
    const filter: Document = new Map([['_id', found.document().get('_id') ?? null]]);
    const [newest] = unit.find(this.namespace, { filter, limit: 1 });
    return newest && this.compiled.matches(newest.document()) ? newest : undefined;
  }

  /** The place in the first array that decided the match, for the positional `$`. */
  arrayIndexIn(document: Document): number | undefined {
    return this.id === undefined ? this.compiled.matchPosition(document).arrayIndex : undefined;
  }
}

/** The value of `{ _id: value }` where it can match one document alone. */
const soughtId = (filter: Document, collation: Collation | undefined): Value | undefined => {
  if (filter.size !== 1 || collation) return undefined;
  const id = filter.get('_id');
  return typeof id === 'string' || typeof id === 'number' || id instanceof ObjectId || id instanceof Int32 ? id : undefined;
};
