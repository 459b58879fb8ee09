import { decodeDocument } from '../../bson/decode.js';
import type { Document } from '../../bson/values.js';
import type { CollectionInfo, IndexInfo } from '../CollectionInfo.js';
import { indexKeysOf, partFor, topLevelFields } from '../indexes/index-entries.js';
import type { Key } from '../key-value/keys.js';

interface Plan {
  readonly fields: ReadonlySet<string>;
  readonly decodeWhole: boolean;
}

/** Beyond this many fields one pass over the whole document is cheaper than a search for each. */
const mostFieldsToSearch = 6;

const plans = new WeakMap<CollectionInfo, Plan>();

const keptIndexes = ({ indexes, unfinished }: CollectionInfo): readonly IndexInfo[] =>
  unfinished.length === 0 ? indexes : [...indexes, ...unfinished];

const planOf = (collection: CollectionInfo): Plan => {
  let plan = plans.get(collection);
  if (!plan) {
    const fields = new Set(keptIndexes(collection).flatMap((index) => topLevelFields(index)));
    plan = { fields, decodeWhole: fields.size > mostFieldsToSearch };
    plans.set(collection, plan);
  }
  return plan;
};

/** As much of a document as the collection's indexes read. */
export const indexedPart = (collection: CollectionInfo, bytes: Buffer, document?: Document): Document => {
  if (document) return document;
  const plan = planOf(collection);
  return plan.decodeWhole ? decodeDocument(bytes) : partFor(plan.fields, bytes);
};

/** A document's keys in one index, without the record id. */
export interface IndexedKeys {
  readonly index: IndexInfo;
  readonly keys: readonly Key[];
}

/** The indexes in which a document may stand elsewhere after a change. */
export const touchedIndexes = (collection: CollectionInfo, before: Document, after: Document): IndexInfo[] =>
  keptIndexes(collection).filter((index) => topLevelFields(index).some((field) => before.get(field) !== after.get(field)));

export const allIndexKeys = (collection: CollectionInfo, part: Document): IndexedKeys[] =>
  keptIndexes(collection).map((index) => ({ index, keys: indexKeysOf(index, part) }));
