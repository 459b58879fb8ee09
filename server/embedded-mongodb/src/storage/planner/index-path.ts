import { encodeKey } from '../../bson/keys.js';
import { pathParts } from '../../bson/paths.js';
import type { Predicate } from '../../query/predicates.js';
import type { IndexInfo } from '../CollectionInfo.js';
import { longestWholeKey } from '../indexes/index-entries.js';
import { prefixLength } from '../key-value/keys.js';
import type { Key, KeyRange } from '../key-value/keys.js';
import { boundsOf } from './bounds.js';
import type { Bounds, FieldFacts } from './bounds.js';
import { hasNumericPart } from './conditions.js';
import type { Condition } from './conditions.js';
import { implies } from './implies.js';
import { intersection } from './intervals.js';
import type { Intervals } from './intervals.js';
import { everything } from './value-intervals.js';

/** One way into a collection: the keys of an index that can hold what a query asks for. */
export interface IndexPath {
  readonly index: IndexInfo;
  /** For each field of the index, in its direction. */
  readonly fields: readonly Intervals[];
  /** In key order. Every document that satisfies the filter has a key in one of them. */
  readonly ranges: readonly KeyRange[];
  /** How many leading fields are narrowed to single values. */
  readonly leadingPoints: number;
  /** How many fields are narrowed. */
  readonly narrowed: number;
  /** How many leading fields have exactly one value. */
  readonly fixed: number;
  /** The ranges may hold more than what was asked for, because the ends of long keys are cut. */
  readonly isWidened: boolean;
  /** Parts of the filter that hold for every document found this way. */
  readonly answered: ReadonlySet<Predicate>;
}

/** More combinations of values than this are not looked up one by one. */
const mostRanges = 2_000;

interface Narrowing {
  readonly intervals: Intervals;
  readonly used: readonly { readonly condition: Condition; readonly exact: boolean }[];
}

/** The ways into an index; `undefined` where it may miss documents that the filter asks for. `isForced`: the caller takes that upon itself. */
export const indexPath = (
  index: IndexInfo,
  conjuncts: readonly Predicate[],
  conditions: readonly Condition[],
  options: { readonly hasCollation: boolean; readonly isForced: boolean },
): IndexPath | undefined => {
  if (index.partialFilter && !(implies(conjuncts, index.partialFilter.predicate) && !options.hasCollation)) return undefined;
  const elements = new Set(conditions.filter((condition) => index.fields.includes(condition.path)).map((condition) => condition.element));
  let best: IndexPath | undefined;
  for (const element of elements.size === 0 ? [0] : elements) {
    const narrowings = narrow(index, conditions, element, options.hasCollation);
    if (index.sparse && !options.isForced && !narrowings.some((narrowing) => narrowing && excludesMissing(narrowing, index))) continue;
    const path = pathOf(index, narrowings, conjuncts);
    if (!best || isBetter(path, best)) best = path;
  }
  return best;
};

const isBetter = (a: IndexPath, b: IndexPath): boolean =>
  a.leadingPoints !== b.leadingPoints ? a.leadingPoints > b.leadingPoints : a.narrowed > b.narrowed;

const nullKeys = [encodeKey([null], [false]), encodeKey([null], [true])].map((key) => key.toString('latin1')) as [Key, Key];

/** Documents without the field have no place in a sparse index. */
const excludesMissing = (narrowing: Narrowing, index: IndexInfo): boolean =>
  narrowing.used.some(({ condition }) => {
    if (condition.predicate.kind === 'exists') return true;
    const nullKey = nullKeys[index.descending[index.fields.indexOf(condition.path)] ? 1 : 0];
    return !narrowing.intervals.some(({ low, high }) => low.at <= nullKey && nullKey < high.at);
  });

const narrow = (
  index: IndexInfo,
  conditions: readonly Condition[],
  preferred: number,
  hasCollation: boolean,
): (Narrowing | undefined)[] => {
  const narrowings: (Narrowing | undefined)[] = [];
  index.fields.forEach((path, place) => {
    const multikey = index.multikey.fields[place] ?? false;
    const facts: FieldFacts = {
      descending: index.descending[place] ?? false,
      multikey,
      dotted: path.includes('.'),
      numeric: hasNumericPart(path),
      hasCollation,
    };
    const here = conditions.filter((condition) => condition.path === path);
    narrowings.push(
      multikey ? narrowMultikey(here, facts, allowedElements(index, place, narrowings), preferred) : narrowPlain(here, facts),
    );
  });
  return narrowings;
};

/** Without arrays a document has one key, so that all conditions hold for it. */
const narrowPlain = (conditions: readonly Condition[], facts: FieldFacts): Narrowing | undefined => {
  let intervals: Intervals | undefined;
  const used: Narrowing['used'][number][] = [];
  for (const condition of conditions) {
    const own = boundsOf(condition.predicate, facts);
    if (!own) continue;
    intervals = intervals ? intersection(intervals, own.intervals) : own.intervals;
    used.push({ condition, exact: own.exact });
  }
  return intervals && { intervals, used };
};

/** With arrays different keys of a document can satisfy different conditions: only one of them may choose the keys. */
const narrowMultikey = (
  conditions: readonly Condition[],
  facts: FieldFacts,
  allowed: ((element: number) => boolean) | undefined,
  preferred: number,
): Narrowing | undefined => {
  let best: Narrowing | undefined;
  let bestRank = Infinity;
  for (const condition of conditions) {
    if (allowed && !allowed(condition.element)) continue;
    const bounds = boundsOf(condition.predicate, facts);
    if (!bounds) continue;
    const rank = rankOf(bounds) + (condition.element === preferred ? 0 : 0.5);
    if (rank >= bestRank) continue;
    best = { intervals: bounds.intervals, used: [{ condition, exact: bounds.exact }] };
    bestRank = rank;
  }
  return best;
};

const rankOf = ({ intervals }: Bounds): number => {
  if (intervals.length === 0) return 0;
  if (intervals.every((interval) => interval.isPoint)) return intervals.length === 1 ? 1 : 2;
  return intervals.length === 1 && intervals[0]?.low.at !== '' && intervals[0]?.high.at !== '\xff' ? 3 : 4;
};

const firstPart = (path: string): string => pathParts(path)[0] as string;

/** Two fields that may lie in the same array go together only within one `$elemMatch`. */
const allowedElements = (
  index: IndexInfo,
  place: number,
  before: readonly (Narrowing | undefined)[],
): ((element: number) => boolean) | undefined => {
  const root = firstPart(index.fields[place] as string);
  const sharing = before.filter(
    (narrowing, other) => narrowing && index.multikey.fields[other] && firstPart(index.fields[other] as string) === root,
  );
  if (sharing.length === 0) return undefined;
  const elements = new Set(sharing.map((narrowing) => narrowing?.used[0]?.condition.element ?? 0));
  const [only] = elements;
  return (element) => elements.size === 1 && only !== 0 && element === only;
};

const pathOf = (index: IndexInfo, narrowings: readonly (Narrowing | undefined)[], conjuncts: readonly Predicate[]): IndexPath => {
  const fields = index.fields.map((_, place): Intervals => narrowings[place]?.intervals ?? [everything(index.descending[place] ?? false)]);
  const leading = leadingNarrowings(narrowings);
  const answered = new Set(conjuncts.filter((conjunct) => index.partialFilter && implies([index.partialFilter.predicate], conjunct)));
  for (const { used } of leading) {
    for (const { condition, exact } of used) if (condition.isWhole && exact) answered.add(condition.conjunct);
  }
  let prefixes: Key[] = [index.prefix];
  for (const { intervals } of leading.slice(0, -1))
    prefixes = prefixes.flatMap((prefix) => intervals.map((interval) => prefix + interval.low.at));
  const last = leading.at(-1)?.intervals ?? [everything(false)];
  const ranges = prefixes.flatMap((prefix) => last.map(({ low, high }) => rangeWithin(prefix + low.at, prefix + high.at)));
  const places = leading.map(({ intervals }) => intervals);
  return {
    index,
    fields,
    ranges,
    answered,
    narrowed: leading.length,
    leadingPoints: countWhile(places, onlyPoints),
    fixed: countWhile(places, (intervals) => intervals.length === 1 && onlyPoints(intervals)),
    isWidened: ranges.some(({ from, to }) => from.length >= longestStored || to.length >= longestStored),
  };
};

const onlyPoints = (intervals: Intervals): boolean => intervals.every((interval) => interval.isPoint);

const countWhile = <T>(list: readonly T[], holds: (item: T) => boolean): number => {
  const end = list.findIndex((item) => !holds(item));
  return end < 0 ? list.length : end;
};

/** The narrowed fields at the beginning: single values as long as they are not too many together, and at most one field of any intervals. */
const leadingNarrowings = (narrowings: readonly (Narrowing | undefined)[]): Narrowing[] => {
  const leading: Narrowing[] = [];
  let combinations = 1;
  for (const narrowing of narrowings) {
    if (!narrowing) break;
    combinations *= Math.max(1, narrowing.intervals.length);
    if (leading.length > 0 && combinations > mostRanges) break;
    leading.push(narrowing);
    if (!onlyPoints(narrowing.intervals)) break;
  }
  return leading;
};

const longestStored = prefixLength + longestWholeKey;
const longestHash = '\xff'.repeat(40);

/** Ends beyond the length of stored keys are widened to take in all keys that were cut there. */
const rangeWithin = (from: Key, to: Key): KeyRange => ({
  from: from.slice(0, longestStored),
  to: to.length > longestStored ? to.slice(0, longestStored) + longestHash : to,
});
