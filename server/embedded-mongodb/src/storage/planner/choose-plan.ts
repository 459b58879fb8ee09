import { isDocument } from '../../bson/values.js';
import type { Document } from '../../bson/values.js';
import { fail, notSupported } from '../../errors.js';
import { compileFilter, compilePredicate } from '../../query/filter.js';
import type { Filter } from '../../query/filter.js';
import type { Predicate } from '../../query/predicates.js';
import { compileSort } from '../../query/sort.js';
import type { Sort } from '../../query/sort.js';
import { findIndex } from '../catalogue/find-index.js';
import type { CollectionInfo, IndexInfo } from '../CollectionInfo.js';
import type { Query } from '../Query.js';
import type { Workspace } from '../Workspace.js';
import { conditionsOf, conjunctsOf } from './conditions.js';
import { cheapest } from './costs.js';
import { indexPath } from './index-path.js';
import { nearStepOf } from './near.js';
import type { IndexPath } from './index-path.js';
import type { Access, Plan } from './Plan.js';
import { servedOrder } from './sort-order.js';

/** A way that could answer a query. */
export interface Candidate {
  readonly access: Access;
  readonly answered: ReadonlySet<Predicate>;
  readonly sortIsServed: boolean;
}

const nothingAnswered: ReadonlySet<Predicate> = new Set();

/** Decides how a query is answered. */
export const choosePlan = (workspace: Workspace, collection: CollectionInfo, query: Query): Plan => {
  const filter = query.filterCompiled ?? compileFilter(query.filter, { collation: query.collation, allowsNear: true });
  const collation = query.collation ?? filter.collation;
  const sort = query.sort && query.sort.size > 0 ? compileSort(query.sort, collation) : undefined;
  const parts = conjunctsOf(filter.predicate);
  const near = nearStepOf(collection, parts, query);
  const conjuncts = near ? parts.filter((part) => part.kind !== 'near') : parts;
  const candidates = candidatesFor(collection, query, conjuncts, sort, {
    hasCollation: collation !== undefined,
    asksForPlaces: parts.some(isAboutPlaces),
  });
  const chosen = cheapest(workspace, collection, candidates, near ? { ...query, limit: 0 } : query, conjuncts.length > 0);
  return {
    collection,
    access: chosen.access,
    residual: residualOf(chosen, filter, conjuncts),
    near,
    sort: sort?.natural === undefined ? sort : undefined,
    sortIsServed: chosen.sortIsServed,
    skip: query.skip ?? 0,
    limit: query.limit ?? 0,
    deadline: query.deadline,
  };
};

/** The filter without what the index has answered. */
const residualOf = (chosen: Candidate, filter: Filter, conjuncts: readonly Predicate[]): Filter | undefined => {
  const open = conjuncts.filter((conjunct) => !chosen.answered.has(conjunct));
  if (open.length === 0) return undefined;
  // A part with $expr needs the variables that the whole was compiled with.
  if (open.length === conjuncts.length || open.some((conjunct) => conjunct.kind === 'expression')) return filter;
  return compilePredicate({ kind: 'and', predicates: open }, { collation: filter.collation });
};

const candidatesFor = (
  collection: CollectionInfo,
  query: Query,
  conjuncts: readonly Predicate[],
  sort: Sort | undefined,
  { hasCollation, asksForPlaces }: { readonly hasCollation: boolean; readonly asksForPlaces: boolean },
): Candidate[] => {
  const hinted = hintOf(collection, query, asksForPlaces);
  if (conjuncts.some((conjunct) => conjunct.kind === 'always'))
    return [{ access: { kind: 'nothing' }, answered: nothingAnswered, sortIsServed: true }];
  if (hinted === 'forward' || hinted === 'backward') return [records(hinted === 'backward', !sort)];
  if (sort?.natural) return [records(sort.natural === 'backward', true)];
  const conditions = conditionsOf(conjuncts);
  const paths: IndexPath[] = [];
  for (const index of hinted ? [hinted] : usableIndexes(collection)) {
    const path = indexPath(index, conjuncts, conditions, { hasCollation, isForced: hinted !== undefined });
    if (path) paths.push(path);
  }
  if (hinted && paths.length === 0) return noPlan(collection, hinted);
  const candidates: Candidate[] = [];
  for (const path of paths) {
    const order = sort && !hasCollation ? servedOrder(path, sort) : undefined;
    if (path.narrowed > 0 || order || hinted) candidates.push(byIndex(path, order, !sort));
  }
  if (hinted) return candidates;
  const union = unionOf(collection, conjuncts, hasCollation);
  if (union) candidates.push({ access: { kind: 'union', paths: union }, answered: nothingAnswered, sortIsServed: !sort });
  candidates.push(records(false, !sort));
  return candidates;
};

const records = (reverse: boolean, sortIsServed: boolean): Candidate => ({
  access: { kind: 'records', reverse },
  answered: nothingAnswered,
  sortIsServed,
});

const byIndex = (path: IndexPath, order: 'forward' | 'reverse' | undefined, isUnsorted: boolean): Candidate => ({
  access: path.ranges.length === 0 ? { kind: 'nothing' } : { kind: 'index', path, reverse: order === 'reverse' },
  answered: path.isWidened ? nothingAnswered : path.answered,
  sortIsServed: isUnsorted || order !== undefined,
});

/** `$or`: each branch, together with the other conditions, has its own way in. */
const unionOf = (collection: CollectionInfo, conjuncts: readonly Predicate[], hasCollation: boolean): IndexPath[] | undefined => {
  let best: IndexPath[] | undefined;
  for (const or of conjuncts) {
    if (or.kind !== 'or') continue;
    const others = conjuncts.filter((conjunct) => conjunct !== or);
    const paths: IndexPath[] = [];
    const isComplete = or.predicates.every((branch) => {
      const path = bestPath(collection, [...conjunctsOf(branch), ...others], hasCollation);
      if (path) paths.push(path);
      return path !== undefined;
    });
    if (isComplete && (!best || paths.length < best.length)) best = paths;
  }
  return best;
};

const bestPath = (collection: CollectionInfo, conjuncts: readonly Predicate[], hasCollation: boolean): IndexPath | undefined => {
  const conditions = conditionsOf(conjuncts);
  let best: IndexPath | undefined;
  for (const index of usableIndexes(collection)) {
    const path = indexPath(index, conjuncts, conditions, { hasCollation, isForced: false });
    if (
      path &&
      path.narrowed > 0 &&
      (!best || path.leadingPoints > best.leadingPoints || (path.leadingPoints === best.leadingPoints && path.narrowed > best.narrowed))
    )
      best = path;
  }
  return best;
};

const usableIndexes = ({ indexes }: CollectionInfo): readonly IndexInfo[] => indexes.filter((index) => !index.geo && !index.hidden);

const isAboutPlaces = ({ kind }: Predicate): boolean => kind === 'near' || kind === 'geoWithin' || kind === 'geoIntersects';

const hintOf = (collection: CollectionInfo, query: Query, asksForPlaces: boolean): IndexInfo | 'forward' | 'backward' | undefined => {
  const { hint } = query;
  if (hint === undefined || (isDocument(hint) && hint.size === 0)) return undefined;
  if (isDocument(hint) && hint.has('$natural')) return Number(hint.get('$natural')) < 0 ? 'backward' : 'forward';
  const index = findIndex(collection, hint as string | Document);
  if (!index || index.hidden) return unknownHint(collection);
  if (!index.geo) return index;
  // It has no keys to go by.
  return asksForPlaces || query.near ? 'forward' : notSupported('a hint to a geo index where no place is asked for');
};

const unknownHint = (collection: CollectionInfo): never =>
  fail(
    'BadValue',
    `error processing query: ns=${collection.namespace} planner returned error :: caused by :: hint provided does not correspond to an existing index`,
  );

const noPlan = (collection: CollectionInfo, index: IndexInfo): never =>
  fail(
    'NoQueryExecutionPlans',
    `error processing query: ns=${collection.namespace} planner returned error :: caused by :: the hinted index ${index.name} holds only part of the collection`,
  );
