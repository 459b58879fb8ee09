import type { CollectionInfo } from '../CollectionInfo.js';
import type { Query } from '../Query.js';
import type { Workspace } from '../Workspace.js';
import type { Candidate } from './choose-plan.js';
import type { IndexPath } from './index-path.js';

/** Relative costs: reading a record by way of an index, reading the next record, and sorting one. */
const fetchCost = 2;
const scanCost = 1;
const sortCost = 2;

/** The candidate that probably reads least. Small ranges of keys are counted, large ones guessed. */
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
  const wanted = query.limit ? query.limit + (query.skip ?? 0) : Infinity;
  const sizes = sizesOf(workspace, candidates, total, wanted);
  const matches = hasFilter ? Math.min(...sizes) : total;
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

/** Ranges are counted up to this many keys at first, then to ten times as many, and so on. */
const firstCount = 500;
/** Counting more would take longer than a worse plan does: where a few documents are wanted, and else. */
const longestCounts = { few: 1_000, many: 50_000 };

/** Counts until one candidate is known to be small: then it does not matter how large the others are. */
const sizesOf = (workspace: Workspace, candidates: readonly Candidate[], total: number, wanted: number): number[] => {
  const longest = wanted <= longestCounts.few ? longestCounts.few : longestCounts.many;
  for (let most = firstCount; ; most *= 10) {
    const sizes = candidates.map((candidate) => sizeOf(workspace, candidate, total, most));
    if (most >= longest || sizes.some((size) => size < most)) return sizes;
  }
};

const sizeOf = (workspace: Workspace, { access }: Candidate, total: number, most: number): number => {
  switch (access.kind) {
    case 'nothing':
      return 0;
    case 'records':
      return total;
    case 'index':
      return access.path.narrowed === 0 ? total : sizeOfPath(workspace, access.path, total, most);
    case 'union':
      return access.paths.reduce((sum, path) => sum + sizeOfPath(workspace, path, total, most), 0);
  }
};

const mostRangesCounted = 16;

const sizeOfPath = (workspace: Workspace, path: IndexPath, total: number, most: number): number => {
  let size = 0;
  const counted = path.ranges.slice(0, mostRangesCounted);
  for (const range of counted) {
    const count = workspace.countKeysUpTo(most, range);
    // Nobody knows how many more there are.
    size += count < most ? count : Math.max(count, total / 3);
  }
  return Math.min(total, counted.length === 0 ? 0 : (size / counted.length) * path.ranges.length);
};
