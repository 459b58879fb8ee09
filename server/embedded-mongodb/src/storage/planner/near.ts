import { fail } from '../../errors.js';
import type { GeoKind } from '../../geo/index-values.js';
import { boundsOf2d } from '../../geo/index-values.js';
import { nearestPlace } from '../../geo/near.js';
import type { Near, NearestPlace } from '../../geo/near.js';
import type { Predicate } from '../../query/predicates.js';
import type { CollectionInfo, IndexInfo } from '../CollectionInfo.js';
import type { Query } from '../Query.js';
import type { StoredDocument } from '../StoredDocument.js';
import { maxSortBytes } from './blocking-sort.js';
import { conditionsOf } from './conditions.js';
import { implies } from './implies.js';

/** The part of a plan that puts the nearest documents first. */
export interface NearStep {
  readonly path: string;
  readonly near: Near;
  /** MongoDB asks for this index; here it holds no keys, and the distances are reckoned document by document. */
  readonly index: IndexInfo;
  readonly kind: GeoKind;
}

/** What a query asks for by `$near` and its like, or by the stage `$geoNear`. */
export const nearStepOf = (collection: CollectionInfo, conjuncts: readonly Predicate[], query: Query): NearStep | undefined => {
  const asked = conjuncts.find((conjunct) => conjunct.kind === 'near');
  const near = asked?.near ?? query.near?.near;
  if (!near) return undefined;
  const path = asked?.path ?? query.near?.path ?? onlyGeoField(collection);
  for (const index of collection.indexes) {
    const kind = index.geo?.kinds.get(path);
    if (!kind || !canServe(index, kind, near, conjuncts)) continue;
    if (kind === '2d') checkWithinBounds(index, near);
    return { path, near, index, kind };
  }
  return fail(
    'NoQueryExecutionPlans',
    `error processing query: ns=${collection.namespace} planner returned error :: caused by :: unable to find index for $geoNear query`,
  );
};

const canServe = (index: IndexInfo, kind: GeoKind, near: Near, conjuncts: readonly Predicate[]): boolean => {
  if (index.hidden) return false;
  if (kind === '2d' ? !near.centre.isLegacy : !near.isSpherical) return false;
  if (index.partialFilter && !implies(conjuncts, index.partialFilter.predicate)) return false;
  const [first] = index.fields;
  return index.geo?.kinds.has(first ?? '') === true || conditionsOf(conjuncts).some(({ path }) => path === first);
};

const checkWithinBounds = (index: IndexInfo, { centre }: Near): void => {
  const { min, max } = boundsOf2d(index.specification);
  const { x, y } = centre.position;
  if (![x, y].every((coordinate) => coordinate >= min && coordinate <= max))
    fail('BadValue', `Point [ ${x}, ${y} ] is out of the bounds of the index ${index.name}`);
};

/** `$geoNear` without a key takes the only geo index that there is. */
const onlyGeoField = (collection: CollectionInfo): string => {
  for (const kind of ['2d', '2dsphere'] as const) {
    const fields = collection.indexes.flatMap((index) => [...(index.geo?.kinds ?? [])].filter(([, one]) => one === kind));
    if (fields.length > 1)
      fail('IndexNotFound', `There is more than one ${kind} index on ${collection.namespace}; unsure which to use for $geoNear`);
    const [only] = fields;
    if (only) return only[0];
  }
  return fail('IndexNotFound', '$geoNear requires a 2d or 2dsphere index, but none were found');
};

/** The documents with a place at a distance that was asked for; sorted by it, unless another order is wanted. */
export function* nearest(documents: Iterable<StoredDocument>, { path, near }: NearStep, inOrder: boolean): Generator<StoredDocument> {
  const found: { readonly stored: StoredDocument; readonly place: NearestPlace }[] = [];
  let bytes = 0;
  for (const stored of documents) {
    const place = nearestPlace(stored.document(), path, near);
    if (!place) continue;
    stored.place = place;
    if (!inOrder) {
      yield stored;
      continue;
    }
    bytes += stored.bytes.length;
    if (bytes > maxSortBytes)
      fail('QueryExceededMemoryLimitNoDiskUseAllowed', `The nearest first exceeded the memory limit of ${maxSortBytes} bytes.`);
    found.push({ stored, place });
  }
  found.sort((a, b) => a.place.distance - b.place.distance);
  for (const { stored } of found) yield stored;
}
