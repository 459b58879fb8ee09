import type { Language } from '../../platform/language.js';
import type { CursorKey, ListOrder } from '../../platform/pagination.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import type { SortName } from '../organisationOrder.js';
import { organisationOrder } from '../organisationOrder.js';
import type { Bitset } from './Bitset.js';
import type { Catalogue } from './Catalogue.js';
import type { Counts, FacetName, FacetValues, OrganisationChoice } from './FacetIndex.js';
import type { Matches } from './OrganisationSearch.js';
import { allAlternatives, type Alternatives } from './readQuery.js';
import type { SearchReasonRecord } from './reasons.js';

interface Found {
  choice: OrganisationChoice;
  /** All whom the viewer may see. */
  seen: Bitset;
  /** Those whom the viewer may see and the search has found, before any filter. */
  among: Bitset;
  matches: Matches | null;
  sort: SortName;
  language: Language;
}

/** The one answer of which list, count, facets and map are made; each part is worked out when it is asked for. */
export class DirectoryAnswer {
  readonly order: ListOrder<OrganisationRecord>;
  readonly #chosen: Bitset;

  constructor(
    private readonly catalogue: Catalogue,
    private readonly found: Found,
  ) {
    const { choice, among, matches, sort, language } = found;
    this.#chosen = catalogue.facets.choose(choice, among);
    const worths = new Map<string, number>();
    // Only those on a page are asked what they are worth by their record.
    const worthOf = (organisation: OrganisationRecord): number => worths.get(organisation.id) ?? 0;
    this.order = organisationOrder(sort, language, matches === null ? null : worthOf);
    this.#noteWorth = (number) => {
      if (matches !== null) worths.set(catalogue.recordOf(number).id, matches.worthOf(number));
    };
  }

  readonly #noteWorth: (number: number) => void;
  #alternatives: Alternatives | undefined;

  get totalCount(): number {
    return this.#chosen.size;
  }

  /** All of them in their order. */
  get organisations(): OrganisationRecord[] {
    return this.page(null, Infinity);
  }

  /** At most so many behind the cursor, in their order. */
  page(after: CursorKey | null, most: number): OrganisationRecord[] {
    const numbers = this.found.sort === 'RELEVANCE' ? this.#bestFirst(after, most) : this.#inOrder(after, most);
    return numbers.map((number) => this.#recordOnPage(number));
  }

  /** Why the search has found the organisation; nothing without a search. */
  reasons(organisation: OrganisationRecord): SearchReasonRecord[] {
    const { matches } = this.found;
    if (matches === null) return [];
    this.#alternatives ??= allAlternatives(matches.query);
    return this.catalogue.search.reasons(this.#alternatives, organisation);
  }

  counts<Facet extends FacetName>(facet: Facet): Counts<FacetValues[Facet]> {
    return this.catalogue.facets.counts(facet, this.found.choice, this.found.among);
  }

  /** Whether the viewer may see any organisation at all with this value. */
  sees(facet: FacetName, value: string): boolean {
    return this.catalogue.facets.isAny(facet, value, this.found.seen);
  }

  get withoutCountry(): number {
    return this.catalogue.facets.countWithoutCountry(this.found.choice, this.found.among);
  }

  /** How many are in each country. */
  get countries(): Counts<string> {
    return this.catalogue.facets.countries(this.#chosen);
  }

  #recordOnPage(number: number): OrganisationRecord {
    this.#noteWorth(number);
    return this.catalogue.recordOf(number);
  }

  #inOrder(after: CursorKey | null, most: number): number[] {
    const { orders } = this.catalogue;
    const { sort, language } = this.found;
    const all = sort === 'COUNTRY' ? orders.byCountry(language) : orders.byName(language);
    const numbers: number[] = [];
    for (let at = after === null ? 0 : this.#firstBehind(all, after); at < all.length && numbers.length < most; at += 1) {
      const number = all[at] ?? 0;
      if (this.#chosen.has(number)) numbers.push(number);
    }
    return numbers;
  }

  #firstBehind(all: ArrayLike<number>, key: CursorKey): number {
    let low = 0;
    let high = all.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.order.compare(this.order.keyOf(this.catalogue.recordOf(all[middle] ?? 0)), key) > 0) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Only those whose worth can bring them on the page are sorted. */
  #bestFirst(after: CursorKey | null, most: number): number[] {
    const { matches, language } = this.found;
    if (matches === null) return [];
    const known = after === null ? Infinity : Number(after[0]);
    const byWorth = new Map<number, number[]>();
    for (const number of this.#chosen) {
      const worth = matches.worthOf(number);
      if (worth > known) continue;
      const group = byWorth.get(worth);
      if (group === undefined) byWorth.set(worth, [number]);
      else group.push(number);
    }
    const [ranks, byName] = [this.catalogue.orders.ranks(language), this.catalogue.orders.byName(language)];
    const page: number[] = [];
    for (const worth of [...byWorth.keys()].sort((one, other) => other - one)) {
      // Numbers sort much faster than what has to be compared by a function.
      const group = Uint32Array.from(byWorth.get(worth) ?? [], (number) => ranks[number] ?? 0).sort();
      for (const rank of group) {
        const number = byName[rank] ?? 0;
        if (worth === known && after !== null && !this.#isBehind(number, after)) continue;
        page.push(number);
        if (page.length >= most) return page;
      }
    }
    return page;
  }

  #isBehind(number: number, after: CursorKey): boolean {
    return this.order.compare(this.order.keyOf(this.#recordOnPage(number)), after) > 0;
  }
}
