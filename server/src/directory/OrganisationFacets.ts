import type { DirectoryIndex } from './DirectoryIndex.js';
import { regionOf } from './places/regions.js';
import type { DirectoryAnswer } from './search/DirectoryAnswer.js';
import type { Counts, FacetChoice, FacetName, FacetValues, OrganisationChoice } from './search/FacetIndex.js';
import type { ExchangeRecord } from './themes/thesaurusFile.js';
import { exchange, thesaurus } from './themes/thesaurusFile.js';

interface ExchangeCount {
  exchange: ExchangeRecord;
  count: number;
}

/** The counts beside a list, as the contract names them, each worked out when it is asked for. */
export class OrganisationFacets {
  constructor(
    private readonly directory: DirectoryIndex,
    private readonly choice: OrganisationChoice,
    private readonly answer: DirectoryAnswer,
  ) {}

  get regions() {
    return this.#ranked('regions').map(([region, count]) => ({ region, count }));
  }

  get countries() {
    const known = new Set([...this.choice.countries].filter((country) => regionOf(country) !== undefined));
    return ranked(this.answer.counts('countries'), known).map(([country, count]) => ({ country, count }));
  }

  get levels() {
    return this.#ranked('levels').map(([level, count]) => ({ level, count }));
  }

  get networks() {
    return this.#ranked('networks').flatMap(([slug, count]) => {
      // A network of which the reader may see no member has no name for them.
      const network = count > 0 || this.answer.sees('networks', slug) ? this.directory.networkName(slug) : undefined;
      return network === undefined ? [] : [{ network, slug, count }];
    });
  }

  get confidences() {
    return this.#ranked('confidences').map(([confidence, count]) => ({ confidence, count }));
  }

  get unRegions() {
    return this.#ranked('unRegions').map(([unRegion, count]) => ({ unRegion, count }));
  }

  get types() {
    return this.#ranked('types').map(([type, count]) => ({ type, count }));
  }

  get themes() {
    return this.#ranked('themes').flatMap(([id, count]) => {
      const theme = thesaurus.theme(id);
      return theme === undefined ? [] : [{ theme, count }];
    });
  }

  get languages() {
    return this.#ranked('languages').map(([language, count]) => ({ language, count }));
  }

  get mechanisms() {
    return this.#ranked('mechanisms').map(([mechanism, count]) => ({ mechanism, count }));
  }

  get offers(): ExchangeCount[] {
    return exchangesOf(this.#ranked('offers'));
  }

  get seeks(): ExchangeCount[] {
    return exchangesOf(this.#ranked('seeks'));
  }

  get withoutCountry(): number {
    return this.answer.withoutCountry;
  }

  #ranked<Facet extends FacetName>(facet: Facet): [FacetValues[Facet], number][] {
    const choice: FacetChoice = this.choice;
    return ranked<FacetValues[Facet]>(this.answer.counts(facet), choice[facet]);
  }
}

/** What would be found first; a value that is chosen already stands there even when nothing is found with it. */
export function ranked<T extends string>(counts: Counts<T>, chosen: ReadonlySet<T>): [T, number][] {
  const all: [T, number][] = [...counts];
  for (const value of chosen) if (!counts.has(value)) all.push([value, 0]);
  return all.sort(([one, few], [other, many]) => many - few || (one < other ? -1 : 1));
}

function exchangesOf(counts: readonly [string, number][]): ExchangeCount[] {
  return counts.flatMap(([id, count]) => {
    const known = exchange(id);
    return known === undefined ? [] : [{ exchange: known, count }];
  });
}
