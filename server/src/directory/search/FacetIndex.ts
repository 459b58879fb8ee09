import type { ConfidenceName, LevelName, OrganisationRecord } from '../OrganisationRecord.js';
import type { RegionName } from '../places/regions.js';
import type { UnRegionName } from '../places/unRegions.js';
import { unRegionOf } from '../places/unRegions.js';
import type { MechanismName, OrganisationTypeName } from '../profile.js';
import { Bitset } from './Bitset.js';

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

/** The facets that say where an organisation is; having no country is one more alternative beside them. */
const placeFacets: readonly FacetName[] = ['countries', 'regions', 'unRegions'];

/** Which organisations are asked for; an empty set is no condition. */
export type OrganisationChoice = FacetChoice & {
  /** Those without a country, as one more alternative beside the facets of place. */
  withoutCountry: boolean;
};

export type FacetChoice = { [Facet in FacetName]: ReadonlySet<FacetValues[Facet]> };

export type Counts<T> = ReadonlyMap<T, number>;

/** The organisations of each value of each facet, so that filtering and counting walk over bits and not over organisations. */
export class FacetIndex {
  readonly #values: Readonly<Record<FacetName, Map<string, Bitset>>> = Object.fromEntries(
    facetNames.map((facet) => [facet, new Map<string, Bitset>()]),
  ) as Record<FacetName, Map<string, Bitset>>;
  readonly #placed = new Bitset();

  put(number: number, organisation: OrganisationRecord, before: OrganisationRecord | undefined): void {
    if (before !== undefined) this.remove(number, before);
    if (organisation.country !== null) this.#placed.add(number);
    for (const facet of facetNames) {
      for (const value of valuesOf[facet](organisation)) {
        let having = this.#values[facet].get(value);
        if (having === undefined) this.#values[facet].set(value, (having = new Bitset()));
        having.add(number);
      }
    }
  }

  remove(number: number, organisation: OrganisationRecord): void {
    this.#placed.delete(number);
    for (const facet of facetNames) for (const value of valuesOf[facet](organisation)) this.#values[facet].get(value)?.delete(number);
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
    const counts = new Map<string, number>();
    for (const [value, having] of this.#values[facet]) {
      const count = among.sizeWith(having);
      if (count > 0) counts.set(value, count);
    }
    return counts as unknown as Counts<FacetValues[Facet]>;
  }

  /** How many of `from` have no country, all choices of place being replaced by that. */
  countWithoutCountry(choice: OrganisationChoice, from: Bitset): number {
    return this.#chosenBy(choice, from, notPlace).without(this.#placed).size;
  }

  /** How many of `from` are in each country. */
  countries(from: Bitset): Counts<string> {
    const counts = new Map<string, number>();
    for (const [country, having] of this.#values.countries) {
      const count = from.sizeWith(having);
      if (count > 0) counts.set(country, count);
    }
    return counts;
  }

  #chosenBy(choice: OrganisationChoice, from: Bitset, facets: readonly FacetName[]): Bitset {
    let left = from;
    for (const facet of facets) if (choice[facet].size > 0) left = left.and(this.#anyOf(facet, choice[facet]));
    return left;
  }

  #inPlace(choice: OrganisationChoice, from: Bitset, facets: readonly FacetName[]): Bitset {
    const asksForPlace = facets.some((facet) => choice[facet].size > 0);
    if (!asksForPlace) return choice.withoutCountry ? from.without(this.#placed) : from;
    const placed = this.#chosenBy(choice, from, facets);
    if (choice.withoutCountry) placed.addAll(from.without(this.#placed));
    return placed;
  }

  #anyOf(facet: FacetName, values: Iterable<string>): Bitset {
    const any = new Bitset();
    for (const value of values) {
      const having = this.#values[facet].get(value);
      if (having !== undefined) any.addAll(having);
    }
    return any;
  }
}

const notPlace = facetNames.filter((facet) => !placeFacets.includes(facet));
