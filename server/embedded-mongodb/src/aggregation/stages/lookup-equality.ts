import { groupKey } from '../../bson/group-key.js';
import { valuesAt } from '../../bson/paths.js';
import { BSONRegExp, BsonUndefined, Int32 } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import type { Collation } from '../../query/collation.js';
import { valuesToJoin, withNestedValue } from '../nested-value.js';
import type { PipelineContext } from '../pipeline.js';
import { valueKey } from '../value-key.js';
import type { LookupSpecification } from './lookup-specification.js';

/** The condition on the foreign documents of one local document. */
export const equalityFilter = (local: Document, localField: readonly string[], foreignField: string): Document => {
  const values = valuesToJoin(local, localField);
  if (values.length === 0) values.push(null);
  const [only] = values as [Value];
  if (values.length === 1) return new Map([[foreignField, new Map([['$eq', only]])]]);
  if (!values.some((value) => value instanceof BSONRegExp)) return new Map([[foreignField, new Map([['$in', values]])]]);
  return new Map([['$or', values.map((value) => new Map([[foreignField, new Map([['$eq', value]])]]))]]);
};

const leastBatch = 16;
const greatestBatch = 1024;
/** About so many foreign documents may be held for one batch. */
const mostForeign = 20_000;

/**
 * `$lookup` by equality alone. Several local documents share one query of the foreign collection, which then is joined in memory:
 * without an index that is one scan for many of them, and with one it is one plan.
 */
export function* lookUpEqual(
  input: Iterable<Document>,
  { from, as, localField, foreignField }: LookupSpecification & { from: string; localField: readonly string[]; foreignField: string },
  collation: Collation | undefined,
  context: PipelineContext,
): Generator<Document> {
  let batchSize = leastBatch;
  let batch: Document[] = [];
  const join = function* (): Generator<Document> {
    const foreign = new ForeignDocuments(batch, localField);
    const count = foreign.read(from, foreignField, collation, context);
    for (const document of batch) {
      const found = foreign.matching(document) ?? [
        ...context.source.find(from, { filter: equalityFilter(document, localField, foreignField) }),
      ];
      yield withNestedValue(document, as, found);
    }
    const each = count / batch.length;
    batchSize = Math.max(1, Math.min(greatestBatch, batchSize * 2, Math.floor(mostForeign / Math.max(each, 1))));
    batch = [];
  };
  for (const document of input) {
    context.deadline.tick();
    batch.push(document);
    if (batch.length >= batchSize) yield* join();
  }
  if (batch.length > 0) yield* join();
}

/** Whether equal values of this kind always have equal keys on both sides; null and missing have a meaning of their own in filters. */
const isPlain = (value: Value): boolean =>
  typeof value === 'string' ||
  typeof value === 'boolean' ||
  typeof value === 'bigint' ||
  typeof value === 'number' ||
  value instanceof Int32 ||
  (typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof BSONRegExp) &&
    !(value instanceof BsonUndefined));

/** The foreign documents of a batch of local ones. */
class ForeignDocuments {
  readonly #localValues = new Map<Document, Value[] | undefined>();
  readonly #byKey = new Map<string, Document[]>();
  /** The place of each in the order in which they were read. */
  readonly #places = new Map<Document, number>();
  #collation: Collation | undefined;

  constructor(batch: readonly Document[], localField: readonly string[]) {
    for (const document of batch) {
      const values = valuesToJoin(document, localField);
      this.#localValues.set(document, values.length > 0 && values.every(isPlain) ? values : undefined);
    }
  }

  /** Reads the foreign documents and returns how many there were. */
  read(from: string, foreignField: string, collation: Collation | undefined, context: PipelineContext): number {
    this.#collation = collation;
    const wanted = new Map<string, Value>();
    for (const values of this.#localValues.values()) {
      for (const value of values ?? []) wanted.set(groupKey(value), value);
    }
    if (wanted.size === 0) return 0;
    const keys = new Set([...wanted.values()].map((value) => valueKey(value, collation)));
    const filter: Document = new Map([[foreignField, new Map([['$in', [...wanted.values()]]])]]);
    let count = 0;
    for (const foreign of context.source.find(from, { filter })) {
      context.deadline.tick();
      this.#places.set(foreign, count);
      count += 1;
      for (const key of this.#keysOf(foreign, foreignField)) {
        if (!keys.has(key)) continue;
        const list = this.#byKey.get(key);
        if (list) list.push(foreign);
        else this.#byKey.set(key, [foreign]);
      }
    }
    return count;
  }

  #keysOf(foreign: Document, foreignField: string): Set<string> {
    const keys = new Set<string>();
    for (const value of valuesAt(foreign, foreignField)) {
      keys.add(valueKey(value, this.#collation));
      if (Array.isArray(value)) for (const element of value) keys.add(valueKey(element, this.#collation));
    }
    return keys;
  }

  /** `undefined` where the local values need a query of their own. */
  matching(local: Document): Document[] | undefined {
    const values = this.#localValues.get(local);
    if (!values) return undefined;
    const [only] = values;
    if (values.length === 1) return this.#byKey.get(valueKey(only, this.#collation)) ?? [];
    const all = new Set<Document>();
    for (const value of values) for (const foreign of this.#byKey.get(valueKey(value, this.#collation)) ?? []) all.add(foreign);
    return [...all].sort((a, b) => (this.#places.get(a) ?? 0) - (this.#places.get(b) ?? 0));
  }
}
