import type { AffiliationRecord, OrganisationRecord } from '../OrganisationRecord.js';

/** Which years are asked for; `knownBy` null and `withoutKnownDay` false is no condition. */
export interface YearChoice {
  /** Those known to be in a network in this year. */
  readonly knownBy: number | null;
  /** Those of whom no source has a day, as one more alternative beside `knownBy`. */
  readonly withoutKnownDay: boolean;
}

export const anyYear: YearChoice = { knownBy: null, withoutKnownDay: false };

/** The years in which an affiliation is known to hold: from its beginning, or from the day on which a source names it, to its end. */
export interface KnownYears {
  readonly first: number;
  /** Null while no end is known. */
  readonly last: number | null;
}

/** Null where neither its beginning nor the day of its source is known. */
export function knownYears({ from, to, namedOn }: Pick<AffiliationRecord, 'from' | 'to' | 'namedOn'>): KnownYears | null {
  const begun = from ?? namedOn;
  if (begun === null) return null;
  const last = to === null ? null : yearOf(to.on);
  // A source may tell of a membership that had ended before the source was published: then its last year is all that is known.
  return { first: Math.min(yearOf(begun.on), last ?? Infinity), last };
}

export const isInForce = ({ first, last }: KnownYears, year: number): boolean => first <= year && (last === null || year <= last);

/** What the years leave of an organisation's networks. */
export interface NetworksInYears {
  /** The networks in which it fits the years, each once. */
  readonly slugs: readonly string[];
  /** Whether it fits the years where no network is chosen: without a known day is only who has none in any network. */
  readonly fits: boolean;
}

export function networksInYears(organisation: OrganisationRecord, { knownBy, withoutKnownDay }: YearChoice): NetworksInYears {
  if (knownBy === null && !withoutKnownDay) return { slugs: organisation.networkSlugs, fits: true };
  const dated = new Set<string>();
  const inForce = new Set<string>();
  for (const affiliation of organisation.affiliations) {
    const years = knownYears(affiliation);
    if (years === null) continue;
    dated.add(affiliation.networkSlug);
    if (knownBy !== null && isInForce(years, knownBy)) inForce.add(affiliation.networkSlug);
  }
  const slugs = organisation.networkSlugs.filter((slug) => inForce.has(slug) || (withoutKnownDay && !dated.has(slug)));
  return { slugs, fits: inForce.size > 0 || (withoutKnownDay && dated.size === 0) };
}

/** How many organisations are known to be in, year by year. */
export interface Growth {
  /** Only the years in which the number changes, the earliest first. */
  readonly years: { year: number; count: number }[];
  /** Those of whom no source has a day. With those of whom one has, they are all. */
  readonly withoutKnownDay: number;
}

/** The growth of these organisations in the chosen networks, or in any where none is chosen. */
export function growthOf(organisations: readonly OrganisationRecord[], networks: ReadonlySet<string>): Growth {
  const steps = new Map<number, number>();
  const step = (year: number, by: number): void => void steps.set(year, (steps.get(year) ?? 0) + by);
  let withoutKnownDay = 0;
  for (const { affiliations } of organisations) {
    const spans = affiliations
      .filter(({ networkSlug }) => networks.size === 0 || networks.has(networkSlug))
      .map(knownYears)
      .filter((years) => years !== null)
      .sort((one, other) => one.first - other.first);
    if (spans.length === 0) withoutKnownDay += 1;
    // Spans that overlap or follow one another are one stay.
    let end = -Infinity;
    for (const { first, last } of spans) {
      const until = last ?? Infinity;
      if (first > end + 1) {
        if (end > -Infinity) step(end + 1, -1);
        step(first, 1);
      }
      end = Math.max(end, until);
    }
    if (Number.isFinite(end)) step(end + 1, -1);
  }
  let count = 0;
  const years = [...steps]
    .sort(([one], [other]) => one - other)
    .flatMap(([year, by]) => (by === 0 ? [] : [{ year, count: (count += by) }]));
  return { years, withoutKnownDay };
}

const yearOf = (day: string): number => Number(day.slice(0, 4));
