import type { Key } from '../key-value/keys.js';

/** One end of an interval. */
export interface End {
  /** The place in the order of the keys: intervals reach from `at` (inclusive) to `at` (exclusive). */
  readonly at: Key;
  /** For `explain`: the value at this end, and whether it belongs to the interval. */
  readonly text: string;
  readonly included: boolean;
}

/** A stretch of the encoded values of one index field. */
export interface Interval {
  readonly low: End;
  readonly high: End;
  /** It holds one value only. */
  readonly isPoint: boolean;
}

/** In key order, without overlap. */
export type Intervals = readonly Interval[];

const flipped = (end: End): End => ({ ...end, included: !end.included });

export const union = (...many: readonly Intervals[]): Intervals => {
  const sorted = many.flat().sort((a, b) => (a.low.at < b.low.at ? -1 : a.low.at > b.low.at ? 1 : 0));
  const joined: Interval[] = [];
  for (const interval of sorted) {
    const last = joined.at(-1);
    if (!last || last.high.at < interval.low.at) joined.push(interval);
    else if (interval.high.at > last.high.at) joined[joined.length - 1] = { low: last.low, high: interval.high, isPoint: false };
  }
  return joined;
};

export const intersection = (a: Intervals, b: Intervals): Intervals => {
  const shared: Interval[] = [];
  let i = 0;
  let j = 0;
  for (let left = a[i], right = b[j]; left && right; left = a[i], right = b[j]) {
    const low = left.low.at > right.low.at ? left.low : right.low;
    const high = left.high.at < right.high.at ? left.high : right.high;
    if (low.at < high.at) shared.push({ low, high, isPoint: left.isPoint || right.isPoint });
    if (left.high.at < right.high.at) i += 1;
    else j += 1;
  }
  return shared;
};

/** What lies within `whole` and outside of `intervals`. */
export const complement = (intervals: Intervals, whole: Interval): Intervals => {
  const gaps: Interval[] = [];
  let { low } = whole;
  for (const interval of intervals) {
    if (low.at < interval.low.at) gaps.push({ low, high: flipped(interval.low), isPoint: false });
    low = flipped(interval.high);
  }
  if (low.at < whole.high.at) gaps.push({ low, high: whole.high, isPoint: false });
  return gaps;
};

/** As `explain` shows it: `["a", "a"]`, `(5, inf]`. */
export const displayInterval = (interval: Interval): string =>
  `${interval.low.included ? '[' : '('}${interval.low.text}, ${interval.high.text}${interval.high.included ? ']' : ')'}`;
