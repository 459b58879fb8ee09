import type { CollectionInfo } from '../CollectionInfo.js';
import type { Query } from '../Query.js';
import type { Workspace } from '../Workspace.js';
import type { Candidate } from './choose-plan.js';
import type { IndexPath } from './index-path.js';

/** Relative costs: reading a record by way of an index, reading the next record, and sorting one. */
const fetchCost = 2;
const scanCost = 1;
const sortCost = 2;

/** The candidate that probably reads least. Small ranges of keys are counted, not guessed. */
export const cheapest = (
  workspace: Workspace,
  collection: CollectionInfo,
  candidates: readonly Candidate[],
  query: Query,
  hasFilter: boolean,
): Candidate => {
  const [first] = candidates;
  if (!first) throw new Error('a query always has a way to be answered');
  const obvious = candidates.length === 1 ? first : (candidates.find(findsAtMostOne) ?? onlyIndex(candidates));
  if (obvious) return obvious;
  const total = workspace.count(collection.prefix);
  const sizes = candidates.map((candidate) => sizeOf(workspace, candidate, total));
  const matches = hasFilter ? Math.min(...sizes) : total;
  const wanted = query.limit ? query.limit + (query.skip ?? 0) : Infinity;
  let best = first;
  let bestCost = Infinity;
  candidates.forEach((candidate, place) => {
    const cost = costOf(candidate, sizes[place] ?? total, matches, wanted);
    if (cost >= bestCost) return;
    best = candidate;
    bestCost = cost;
  });
  return best;
};

const findsAtMostOne = ({ access }: Candidate): boolean =>
  access.kind === 'nothing' ||
  (access.kind === 'index' && access.path.index.unique && access.path.fixed === access.path.index.fields.length);

/** With a single index that narrows the query there is nothing to weigh. */
const onlyIndex = (candidates: readonly Candidate[]): Candidate | undefined => {
  const narrowing = candidates.filter(
    ({ access }) => access.kind === 'union' || (access.kind === 'index' && access.path.leadingPoints > 0),
  );
  const ordering = candidates.filter(({ access, sortIsServed }) => access.kind === 'index' && sortIsServed);
  const [only] = narrowing;
  return narrowing.length === 1 && only && ordering.every((candidate) => candidate === only) ? only : undefined;
};

const costOf = (candidate: Candidate, size: number, matches: number, wanted: number): number => {
  const each = candidate.access.kind === 'records' ? scanCost : fetchCost;
  if (!candidate.sortIsServed) return size * each + matches * sortCost;
  const share = matches === 0 ? 1 : Math.min(1, wanted / matches);
  return size * each * share;
};

const sizeOf = (workspace: Workspace, { access }: Candidate, total: number): number => {
  switch (access.kind) {
    case 'nothing':
      return 0;
    case 'records':
      return total;
    case 'index':
      return access.path.narrowed === 0 ? total : sizeOfPath(workspace, access.path, total);
    case 'union':
      return access.paths.reduce((sum, path) => sum + sizeOfPath(workspace, path, total), 0);
  }
};

const mostRangesCounted = 16;

const sizeOfPath = (workspace: Workspace, path: IndexPath, total: number): number => {
  let size = 0;
  const counted = path.ranges.slice(0, mostRangesCounted);
  for (const range of counted) size += workspace.countKeys(range);
  return Math.min(total, counted.length === 0 ? 0 : (size / counted.length) * path.ranges.length);
};
