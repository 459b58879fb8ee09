export interface PublishedCount {
  /** YYYY-MM-DD */
  readonly on: string;
  readonly precision: 'DAY' | 'MONTH' | 'YEAR';
  readonly organisations: number;
  readonly sourceUrl: string;
}

export interface Generation {
  /** How many more than the count before. */
  readonly size: number;
  readonly className: 'is-first' | 'is-later' | 'is-latest';
  readonly published: PublishedCount;
}

/**
 * Splits the latest of the published counts by the counts before it: at most three generations, the oldest first.
 * Where a later count is smaller, who came when can no longer be told, and what came before it is left out.
 */
export function generationsOf(counts: readonly PublishedCount[]): Generation[] {
  const ordered = [...counts].sort((one, other) => (one.on < other.on ? -1 : 1));
  const growing: PublishedCount[] = [];
  for (const count of ordered) {
    while (growing.length > 0 && (growing.at(-1)?.organisations ?? 0) >= count.organisations) growing.pop();
    growing.push(count);
  }
  const told = growing.length > 3 ? [growing[0], ...growing.slice(-2)].filter((count) => count !== undefined) : growing;
  return told.map((published, index) => ({
    published,
    size: published.organisations - (told[index - 1]?.organisations ?? 0),
    className: index === 0 ? 'is-first' : index === told.length - 1 ? 'is-latest' : 'is-later',
  }));
}
