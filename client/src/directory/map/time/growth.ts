/** How many are known to be in from a year on, until the next step. */
export interface GrowthStep {
  readonly year: number;
  readonly count: number;
}

/** How many are known to be in by a year. */
export function knownIn(steps: readonly GrowthStep[], year: number): number {
  return steps.findLast((step) => step.year <= year)?.count ?? 0;
}

/** The years that are shown one after the other: the first, then each from the eve of the first that is known. Between them nobody knows. */
export function yearsToPlay(steps: readonly GrowthStep[], first: number, last: number): number[] {
  const [begin] = steps;
  const eve = Math.max(first + 1, begin ? begin.year - 1 : last);
  return [first, ...Array.from({ length: Math.max(0, last - eve + 1) }, (_, index) => eve + index)];
}

/** The next year in which the number changes; the first such year after the last. */
export function nextChange(steps: readonly GrowthStep[], year: number | undefined): number | undefined {
  return steps.find((step) => step.year > (year ?? Infinity))?.year ?? steps[0]?.year;
}

/** The steps as an SVG path in a square of 100 by 100, whose years run from `first` to `last` and whose top is `most`. */
export function stepPath(steps: readonly GrowthStep[], first: number, last: number, most: number): string {
  const x = (year: number) => (((year - first) / (last - first || 1)) * 100).toFixed(2);
  const y = (count: number) => (100 - (count / (most || 1)) * 100).toFixed(2);
  const drawn = steps.filter(({ year }) => year >= first && year <= last);
  const [start] = drawn;
  if (!start) return '';
  return `M${x(start.year)} 100${drawn.map(({ year, count }) => `H${x(year)}V${y(count)}`).join('')}`;
}
