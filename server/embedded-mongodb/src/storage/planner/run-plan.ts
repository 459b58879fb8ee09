import type { CollectionInfo } from '../CollectionInfo.js';
import { isCutKey, orderedPart, recordIdOfBytes, recordIdOfEntry } from '../indexes/index-entries.js';
import { decodeRecordId, prefixLength, recordKey, tableRange } from '../key-value/keys.js';
import { StoredDocument } from '../StoredDocument.js';
import type { Workspace } from '../Workspace.js';
import { sortDocuments } from './blocking-sort.js';
import type { IndexPath } from './index-path.js';
import { nearest } from './near.js';
import type { Effort, Plan } from './Plan.js';

/** Carries a plan out, document by document. */
export function* runPlan(workspace: Workspace, plan: Plan, effort: Effort = { keys: 0, documents: 0 }): Generator<StoredDocument> {
  const { sort, skip, limit } = plan;
  const wanted = limit === 0 ? Infinity : skip + limit;
  const matches = matching(workspace, plan, effort, plan.near || (sort && !plan.sortIsServed) ? undefined : wanted);
  const found = plan.near ? nearest(matches, plan.near, !sort) : matches;
  const ordered = sort && !plan.sortIsServed ? sortDocuments(found, sort, wanted) : found;
  let place = 0;
  for (const stored of ordered) {
    place += 1;
    if (place <= skip) continue;
    yield stored;
    if (place === wanted) return;
  }
}

function* matching(workspace: Workspace, plan: Plan, effort: Effort, wanted: number | undefined): Generator<StoredDocument> {
  const { residual, deadline } = plan;
  for (const stored of accessed(workspace, plan, effort, residual ? undefined : wanted)) {
    deadline?.tick();
    if (!residual || residual.matches(stored.document())) yield stored;
  }
}

const accessed = (workspace: Workspace, plan: Plan, effort: Effort, wanted: number | undefined): Iterable<StoredDocument> => {
  const { access } = plan;
  switch (access.kind) {
    case 'nothing':
      return [];
    case 'records':
      return records(workspace, plan.collection, access.reverse, effort, wanted);
    case 'index':
      return byIndex(workspace, plan, access.path, access.reverse, effort, wanted);
    case 'union':
      return union(workspace, plan, access.paths, effort);
  }
};

function* records(
  workspace: Workspace,
  collection: CollectionInfo,
  reverse: boolean,
  effort: Effort,
  expected: number | undefined,
): Generator<StoredDocument> {
  for (const { key, value } of workspace.scan(tableRange(collection.prefix), { reverse, values: true, expected })) {
    effort.documents += 1;
    yield new StoredDocument(decodeRecordId(key, prefixLength), value);
  }
}

function* union(workspace: Workspace, plan: Plan, paths: readonly IndexPath[], effort: Effort): Generator<StoredDocument> {
  const seen = new Set<number>();
  for (const path of paths) yield* byIndex(workspace, plan, path, false, effort, undefined, seen);
}

function* byIndex(
  workspace: Workspace,
  plan: Plan,
  path: IndexPath,
  reverse: boolean,
  effort: Effort,
  expected: number | undefined,
  seen: Set<number> | undefined = path.index.multikey.any ? new Set() : undefined,
): Generator<StoredDocument> {
  const { index, ranges } = path;
  const { prefix } = plan.collection;
  if (index.unique && path.leadingPoints === index.fields.length && !path.isWidened) {
    yield* byUniqueKeys(workspace, plan, path, reverse, effort, seen);
    return;
  }
  let cut: CutKeys | undefined;
  for (const range of reverse ? ranges.toReversed() : ranges) {
    for (const { key, value } of workspace.scan(range, { reverse, values: index.unique, expected })) {
      effort.keys += 1;
      if (cut && !cut.belongs(key)) {
        yield* cut.inOrder();
        cut = undefined;
      }
      const recordId = recordIdOfEntry(index, key, value);
      if (seen) {
        if (seen.has(recordId)) continue;
        seen.add(recordId);
      }
      const bytes = workspace.get(recordKey(prefix, recordId));
      if (!bytes) continue;
      effort.documents += 1;
      const stored = new StoredDocument(recordId, bytes);
      if (plan.sort && plan.sortIsServed && isCutKey(index, key)) (cut ??= new CutKeys(key, plan)).add(stored);
      else yield stored;
    }
    if (cut) yield* cut.inOrder();
    cut = undefined;
  }
}

/** With whole keys of a unique index no range has to be read. */
function* byUniqueKeys(
  workspace: Workspace,
  plan: Plan,
  { ranges }: IndexPath,
  reverse: boolean,
  effort: Effort,
  seen: Set<number> | undefined,
): Generator<StoredDocument> {
  for (const { from } of reverse ? ranges.toReversed() : ranges) {
    const entry = workspace.get(from);
    effort.keys += 1;
    if (!entry) continue;
    const recordId = recordIdOfBytes(entry);
    if (seen?.has(recordId)) continue;
    seen?.add(recordId);
    const bytes = workspace.get(recordKey(plan.collection.prefix, recordId));
    if (!bytes) continue;
    effort.documents += 1;
    yield new StoredDocument(recordId, bytes);
  }
}

/** Documents whose keys were cut at the same place: the keys no longer tell their order. */
class CutKeys {
  readonly #shared: string;
  readonly #plan: Plan;
  readonly #documents: StoredDocument[] = [];

  constructor(key: string, plan: Plan) {
    this.#shared = orderedPart(key);
    this.#plan = plan;
  }

  belongs(key: string): boolean {
    return key.startsWith(this.#shared);
  }

  add(stored: StoredDocument): void {
    this.#documents.push(stored);
  }

  inOrder(): readonly StoredDocument[] {
    return this.#plan.sort ? sortDocuments(this.#documents, this.#plan.sort, Infinity) : this.#documents;
  }
}
