import type { Document, Value } from '../../bson/values.js';
import { isDocument } from '../../bson/values.js';
import { MongoError, errorCodes } from '../../errors.js';
import type { CollectionInfo, IndexInfo } from '../CollectionInfo.js';
import type { Shared } from '../Shared.js';
import type { StoredDocument } from '../StoredDocument.js';
import { Unit } from '../Unit.js';

const removedAtOnce = 500;

/** Removes the documents whose time is over by one of the collections' indexes with expireAfterSeconds. */
export const removeExpired = async (shared: Shared, now: Date): Promise<number> => {
  let removed = 0;
  for (const collection of shared.catalogue.all()) {
    for (const index of collection.indexes)
      if (index.expireAfterSeconds !== undefined) removed += await expire(shared, collection, index, now);
  }
  return removed;
};

const expire = async (shared: Shared, collection: CollectionInfo, index: IndexInfo, now: Date): Promise<number> => {
  const filter = expiredBefore(index, new Date(now.getTime() - (index.expireAfterSeconds ?? 0) * 1000));
  let removed = 0;
  for (;;) {
    const unit = new Unit(shared, { snapshot: false });
    // Dropped or indexed anew in the meantime.
    if (unit.collection(collection.namespace)?.indexes.includes(index) !== true) return removed;
    let found = 0;
    let here = 0;
    for (const stored of [
      ...unit.find(collection.namespace, { filter, hint: index.hidden ? undefined : index.name, limit: removedAtOnce }),
    ]) {
      found += 1;
      if (removeIfFree(unit, collection.namespace, stored)) here += 1;
    }
    if (!(await committed(unit))) return removed;
    removed += here;
    if (found < removedAtOnce || here === 0) return removed;
  }
};

/** Where somebody else was faster, the rest waits for the next round too. */
const committed = async (unit: Unit): Promise<boolean> => {
  try {
    await unit.commit();
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
};

const isConflict = (error: unknown): boolean => error instanceof MongoError && error.code === errorCodes.WriteConflict;

/** A document that an open transaction holds waits for the next round. */
const removeIfFree = (unit: Unit, namespace: string, stored: StoredDocument): boolean => {
  try {
    unit.remove(namespace, stored);
    return true;
  } catch (error) {
    if (isConflict(error)) return false;
    throw error;
  }
};

const expiredBefore = (index: IndexInfo, time: Date): Document => {
  const old: Document = new Map([[index.fields[0] as string, new Map([['$lte', time]])]]);
  const partial: Value | undefined = index.specification.get('partialFilterExpression');
  return isDocument(partial) ? new Map([['$and', [old, partial]]]) : old;
};
