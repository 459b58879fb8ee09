import { LeastRecentlyUsed } from '../../platform/LeastRecentlyUsed.js';
import type { ConfidenceName, LevelName, OrganisationRecord } from '../OrganisationRecord.js';
import type { RegionName } from '../places/regions.js';
import type { UnRegionName } from '../places/unRegions.js';
import { unRegionOf } from '../places/unRegions.js';
import type { BoundingBox } from '../map/BoundingBox.js';
import { holds } from '../map/BoundingBox.js';
import type { YearChoice } from '../map/knownYears.js';
import { networksInYears } from '../map/knownYears.js';
import type { MechanismName, OrganisationTypeName } from '../profile.js';
import { Bitset } from './Bitset.js';
import { FacetValueIds } from './FacetValueIds.js';

/** The kinds of values by which organisations are filtered and counted, facet by facet. */
export interface FacetValues {
  countries: string;
  regions: RegionName;
  unRegions: UnRegionName;
  levels: LevelName;
  networks: string;
  confidences: ConfidenceName;
  types: OrganisationTypeName;
  themes: string;
  languages: string;
  mechanisms: MechanismName;
  offers: string;
  seeks: string;
}

export type FacetName = keyof FacetValues;

const valuesOf: { readonly [Facet in FacetName]: (organisation: OrganisationRecord) => readonly FacetValues[Facet][] } = {
  countries: ({ country }) => (country === null ? [] : [country]),
  regions: ({ region }) => (region === null ? [] : [region]),
  unRegions: ({ country }) => [unRegionOf(country)].filter((group) => group !== undefined),
  levels: ({ level }) => [level],
  networks: ({ networkSlugs }) => networkSlugs,
  confidences: ({ confidence }) => [confidence],
  types: ({ type }) => (type === null ? [] : [type]),
  themes: ({ themes }) => themes.map(({ themeId }) => themeId),
  languages: ({ languages }) => languages,
  mechanisms: ({ mechanisms }) => mechanisms,
  offers: ({ offers }) => offers,
  seeks: ({ seeks }) => seeks,
};

export const facetNames = Object.keys(valuesOf) as FacetName[];

/** Up to how many it is faster to walk over them one by one than over the bits of each value. */
const few = 4000;

/** The facets that say where an organisation is; having no country is one more alternative beside them. */
const placeFacets: readonly FacetName[] = ['countries', 'regions', 'unRegions'];

/** Which organisations are asked for; an empty set is no condition. */
export type OrganisationChoice = FacetChoice & {
  /** Those without a country, as one more alternative beside the facets of place. */
  withoutCountry: boolean;
  /** Where on the map; null is anywhere. */
  within: BoundingBox | null;
  years: YearChoice;
};

export type FacetChoice = { [Facet in FacetName]: ReadonlySet<FacetValues[Facet]> };

export type Counts<T> = ReadonlyMap<T, number>;

/** The organisations of each value of each facet, so that filtering and counting walk over bits and not over organisations. */
export class FacetIndex {
  readonly #values: Readonly<Record<FacetName, Map<string, Bitset>>> = Object.fromEntries(
    facetNames.map((facet) => [facet, new Map<string, Bitset>()]),
  ) as Record<FacetName, Map<string, Bitset>>;
  readonly #ids = new FacetValueIds<FacetName>();
  /** What was counted last, since the same organisations are most often asked for all facets in turn. */
  #counted: { among: Bitset; counts: ReturnType<FacetValueIds<FacetName>['count']> } | null = null;
  readonly #placed = new Bitset();
  /** What the years that were asked for of late leave of the networks. */
  readonly #inYears = new LeastRecentlyUsed<string, NetworksOfYears>(100);

  constructor(private readonly recordOf: (number: number) => OrganisationRecord) {}

  put(number: number, organisation: OrganisationRecord, before: OrganisationRecord | undefined): void {
    if (before !== undefined) this.remove(number, before);
    this.#forget();
    if (organisation.country !== null) this.#placed.add(number);
    const values = facetNames.map((facet) => [facet, valuesOf[facet](organisation)] as const);
    for (const [facet, each] of values) for (const value of each) put(this.#values[facet], value, number);
    this.#ids.put(number, values);
  }

  remove(number: number, organisation: OrganisationRecord): void {
    this.#forget();
    this.#placed.delete(number);
    for (const facet of facetNames) for (const value of valuesOf[facet](organisation)) this.#values[facet].get(value)?.delete(number);
    this.#ids.remove(number);
  }

  #forget(): void {
    this.#inYears.clear();
    this.#counted = null;
  }

  /** Those of `from` that lie in the box of the map; no choice of any facet brings in what lies outside. */
  inBox({ within }: OrganisationChoice, from: Bitset): Bitset {
    if (within === null) return from;
    const inside = new Bitset();
    for (const number of from) {
      const { region, place } = this.recordOf(number);
      if (holds(within, region === null ? null : place)) inside.add(number);
    }
    return inside;
  }

  /** Those among `from` that the choice leaves. */
  choose(choice: OrganisationChoice, from: Bitset): Bitset {
    return this.#inPlace(choice, this.#chosenBy(choice, from, notPlace), placeFacets);
  }

  /**
   * How many of `from` each value of the facet would leave in place of the choices made in that facet, other choices holding.
   * For a facet of place it stands in place of having no country as well.
   */
  counts<Facet extends FacetName>(facet: Facet, choice: OrganisationChoice, from: Bitset): Counts<FacetValues[Facet]> {
    const others = notPlace.filter((each) => each !== facet);
    const rest = this.#chosenBy(choice, from, others);
    const among = placeFacets.includes(facet)
      ? this.#chosenBy(
          choice,
          rest,
          placeFacets.filter((each) => each !== facet),
        )
      : this.#inPlace(choice, rest, placeFacets);
    return this.#countsOf(facet, among, facet === 'networks' ? this.#networksIn(choice.years)?.values : undefined);
  }

  /** Whether any of `from` has the value. */
  isAny(facet: FacetName, value: string, from: Bitset): boolean {
    const having = this.#values[facet].get(value);
    return having !== undefined && from.sizeWith(having) > 0;
  }

  /** How many of `from` have no country, all choices of place being replaced by that. */
  countWithoutCountry(choice: OrganisationChoice, from: Bitset): number {
    return this.#chosenBy(choice, from, notPlace).without(this.#placed).size;
  }

  /** How many of `from` are in each country. */
  countries(from: Bitset): Counts<string> {
    return this.#countsOf('countries', from);
  }

  /** Few are walked over one by one, many by the bits of each value. */
  #countsOf<Facet extends FacetName>(facet: Facet, among: Bitset, inYears?: Map<string, Bitset>): Counts<FacetValues[Facet]> {
    if (inYears === undefined && (this.#counted?.among === among || among.size <= few)) {
      if (this.#counted?.among !== among) this.#counted = { among, counts: this.#ids.count(among.numbers()) };
      return (this.#counted.counts.get(facet) ?? new Map()) as Map<FacetValues[Facet], number>;
    }
    const counts = new Map<FacetValues[Facet], number>();
    for (const [value, having] of inYears ?? this.#values[facet]) {
      const count = among.sizeWith(having);
      if (count > 0) counts.set(value as FacetValues[Facet], count);
    }
    return counts;
  }

  #chosenBy(choice: OrganisationChoice, from: Bitset, facets: readonly FacetName[]): Bitset {
    let left = from;
    for (const facet of facets) {
      const years = facet === 'networks' ? this.#networksIn(choice.years) : null;
      if (choice[facet].size > 0) left = left.and(anyOf(years?.values ?? this.#values[facet], choice[facet]));
      else if (years !== null) left = left.and(years.fits);
    }
    return left;
  }

  #inPlace(choice: OrganisationChoice, from: Bitset, facets: readonly FacetName[]): Bitset {
    const asksForPlace = facets.some((facet) => choice[facet].size > 0);
    if (!asksForPlace) return choice.withoutCountry ? from.without(this.#placed) : from;
    const placed = this.#chosenBy(choice, from, facets);
    if (choice.withoutCountry) placed.addAll(from.without(this.#placed));
    return placed;
  }

  /** Null where no year is asked for. */
  #networksIn(years: YearChoice): NetworksOfYears | null {
    if (years.knownBy === null && !years.withoutKnownDay) return null;
    const key = `${years.knownBy} ${years.withoutKnownDay}`;
    let networks = this.#inYears.get(key);
    if (networks === undefined) {
      networks = { values: new Map(), fits: new Bitset() };
      const all = new Bitset();
      for (const having of this.#values.levels.values()) all.addAll(having);
      for (const number of all) {
        const { slugs, fits } = networksInYears(this.recordOf(number), years);
        if (fits) networks.fits.add(number);
        for (const slug of slugs) put(networks.values, slug, number);
      }
      this.#inYears.set(key, networks);
    }
    return networks;
  }
}

interface NetworksOfYears {
  readonly values: Map<string, Bitset>;
  /** Those who fit the years where no network is chosen. */
  readonly fits: Bitset;
}

function anyOf(having: ReadonlyMap<string, Bitset>, values: Iterable<string>): Bitset {
  const any = new Bitset();
  for (const value of values) {
    const those = having.get(value);
    if (those !== undefined) any.addAll(those);
  }
  return any;
}

function put(having: Map<string, Bitset>, value: string, number: number): void {
  let those = having.get(value);
  if (those === undefined) having.set(value, (those = new Bitset()));
  those.add(number);
}

const notPlace = facetNames.filter((facet) => !placeFacets.includes(facet));
