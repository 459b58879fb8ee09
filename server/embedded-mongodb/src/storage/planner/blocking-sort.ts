import { fail } from '../../errors.js';
import type { Sort, SortKey } from '../../query/sort.js';
import { partFor } from '../indexes/index-entries.js';
import type { StoredDocument } from '../StoredDocument.js';

/** MongoDB's limit for documents that are held to be sorted. */
export const maxSortBytes = 100 * 1024 * 1024;

interface Sorted {
  readonly stored: StoredDocument;
  readonly key: SortKey;
  /** Documents that sort alike stay in the order in which they came. */
  readonly place: number;
}

/** Sorts documents in memory; with `wanted` only the first so many are kept. Beyond the limit of memory it is a 292. */
export const sortDocuments = (documents: Iterable<StoredDocument>, sort: Sort, wanted: number): StoredDocument[] => {
  const fields = new Set(sort.fields.map((field) => field.path.split('.', 1)[0] as string));
  const compare = (a: Sorted, b: Sorted): number => sort.compareKeys(a.key, b.key) || a.place - b.place;
  const kept: Sorted[] = [];
  const capacity = Number.isFinite(wanted) ? Math.max(2 * wanted, 256) : Infinity;
  let bytes = 0;
  let place = 0;
  let worst: Sorted | undefined;
  for (const stored of documents) {
    const item: Sorted = { stored, key: sort.key(stored.isDecoded ? stored.document() : partFor(fields, stored.bytes)), place };
    place += 1;
    if (worst && compare(item, worst) >= 0) continue;
    kept.push(item);
    bytes += stored.bytes.length;
    if (kept.length < capacity && bytes <= maxSortBytes) continue;
    // Now and then the documents beyond the wanted ones are let go.
    kept.sort(compare);
    if (kept.length > wanted) kept.length = wanted;
    worst = kept.length === wanted ? kept.at(-1) : undefined;
    bytes = kept.reduce((sum, one) => sum + one.stored.bytes.length, 0);
    if (bytes > maxSortBytes)
      fail(
        'QueryExceededMemoryLimitNoDiskUseAllowed',
        `Executor error during find command :: caused by :: Sort exceeded memory limit of ${maxSortBytes} bytes, but did not opt in to external sorting.`,
      );
  }
  return kept
    .sort(compare)
    .slice(0, Number.isFinite(wanted) ? wanted : undefined)
    .map((item) => item.stored);
};
