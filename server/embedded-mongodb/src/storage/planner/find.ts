import type { Value } from '../../bson/values.js';
import { indexKey, recordIdOfBytes } from '../indexes/index-entries.js';
import { recordKey } from '../key-value/keys.js';
import type { Query } from '../Query.js';
import { StoredDocument } from '../StoredDocument.js';
import type { Workspace } from '../Workspace.js';
import { choosePlan } from './choose-plan.js';
import { runPlan } from './run-plan.js';

/** The document with an `_id`, straight by its key. An array or null as `_id` of a filter asks for more than one value: use `findDocuments`. */
export const findById = (workspace: Workspace, namespace: string, id: Value): StoredDocument | undefined => {
  const collection = workspace.collection(namespace);
  const index = collection?.indexes[0];
  if (!collection || !index) return undefined;
  const entry = workspace.get(indexKey(index, [id]));
  if (!entry) return undefined;
  const recordId = recordIdOfBytes(entry);
  const bytes = workspace.get(recordKey(collection.prefix, recordId));
  return bytes && new StoredDocument(recordId, bytes);
};

export const findDocuments = (workspace: Workspace, namespace: string, query: Query): Iterable<StoredDocument> => {
  const collection = workspace.collection(namespace);
  if (!collection) return [];
  const id = onlyId(query);
  if (id === undefined) return runPlan(workspace, choosePlan(workspace, collection, query));
  const stored = findById(workspace, namespace, id);
  return stored ? [stored] : [];
};

/** The `_id` that is all a query asks for. */
const onlyId = ({ filterCompiled, collation, sort, hint, skip, near }: Query): Value | undefined => {
  const predicate = filterCompiled?.predicate;
  if (
    predicate?.kind !== 'compare' ||
    predicate.path !== '_id' ||
    predicate.operator !== 'eq' ||
    collation ||
    filterCompiled?.collation ||
    sort ||
    hint ||
    skip ||
    near
  )
    return undefined;
  const { value } = predicate;
  return value === null || Array.isArray(value) ? undefined : value;
};
