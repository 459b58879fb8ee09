import type { Document, Value } from '../../bson/values.js';
import { compileFilter } from '../../query/filter.js';
import { compileSort } from '../../query/sort.js';
import { indexKey } from '../indexes/index-entries.js';
import { decodeRecordId, prefixLength, recordIdLength, recordKey, tableRange } from '../key-value/keys.js';
import type { Query } from '../Query.js';
import { StoredDocument } from '../StoredDocument.js';
import type { Workspace } from '../Workspace.js';

export const findById = (workspace: Workspace, namespace: string, id: Value): StoredDocument | undefined => {
  const collection = workspace.collection(namespace);
  const index = collection?.indexes[0];
  if (!collection || !index) return undefined;
  const entry = workspace.get(indexKey(index, [id]));
  if (!entry) return undefined;
  const recordId = entry.readUIntBE(0, recordIdLength);
  const bytes = workspace.get(recordKey(collection.prefix, recordId));
  return bytes && new StoredDocument(recordId, bytes);
};

export function* findDocuments(workspace: Workspace, namespace: string, query: Query): Generator<StoredDocument> {
  const collection = workspace.collection(namespace);
  if (!collection) return;
  const filter = query.filterCompiled ?? compileFilter(query.filter, { collation: query.collation });
  const found: StoredDocument[] = [];
  for (const { key, value } of workspace.scan(tableRange(collection.prefix), { reverse: false, values: true })) {
    const stored = new StoredDocument(decodeRecordId(key, prefixLength), value);
    if (filter.matches(stored.document())) found.push(stored);
  }
  if (query.sort) {
    const sort = compileSort(query.sort, query.collation);
    found.sort((a, b) => sort.compare(a.document(), b.document()));
  }
  const skip = query.skip ?? 0;
  yield* found.slice(skip, query.limit ? skip + query.limit : undefined);
}

export type { Document };
