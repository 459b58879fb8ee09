import MiniSearch from 'minisearch';
import { LeastRecentlyUsed } from '../platform/LeastRecentlyUsed.js';
import { fold, isTelling, wordsOf } from './fold.js';
import type { OrganisationRecord } from './OrganisationRecord.js';
import { namesOfCountry } from './places/countryNames.js';

/** How well each organisation that matches does so; higher is better. */
export type Matches = ReadonlyMap<string, number>;

const fields = ['name', 'acronym', 'networks', 'countries'] as const;

/** What a word found in a field is worth, and what the way is worth in which it was found. */
const worthOfField: Readonly<Record<string, number>> = { acronym: 5, name: 4, countries: 2, networks: 1 };
const worthOfExact = 6;
const worthOfBeginning = 3;
const worthOfTypingError = 1;
const worthOfWholeName = 1000;
const worthOfBeginningOfName = 100;

interface Document {
  id: string;
  name: string;
  acronym: string;
  networks: string;
  countries: string;
}

/** Finds organisations by words of their name, acronym, country (in four languages) and networks, all of which must be found. */
export class OrganisationSearch {
  readonly #words = new MiniSearch<Document>({
    fields: [...fields],
    tokenize: wordsOf,
    processTerm: (term) => term,
    searchOptions: {
      tokenize: (text) => queryWords(text),
      combineWith: 'AND',
      prefix: true,
      // A letter or two of a longer word may be wrong; numbers must be right.
      fuzzy: (term) => (term.length < 4 || /\d/.test(term) ? false : 0.2),
    },
  });
  readonly #names = new Map<string, { name: string; acronym: string }>();
  readonly #answered = new LeastRecentlyUsed<string, Matches>(500);

  put(organisation: OrganisationRecord): void {
    this.#answered.clear();
    const document = documentOf(organisation);
    if (this.#words.has(organisation.id)) this.#words.replace(document);
    else this.#words.add(document);
    this.#names.set(organisation.id, { name: fold(organisation.name), acronym: fold(organisation.acronym ?? '') });
  }

  remove(id: string): void {
    this.#answered.clear();
    if (this.#words.has(id)) this.#words.discard(id);
    this.#names.delete(id);
  }

  /** The organisations that match; null when the text says nothing to search for. */
  find(text: string): Matches | null {
    const query = queryWords(text).join(' ');
    if (query === '') return null;
    let matches = this.#answered.get(query);
    if (matches === undefined) {
      const asTyped = fold(text);
      matches = new Map(
        this.#words.search(query).map((found) => [String(found.id), this.#relevance(String(found.id), found.match, query, asTyped)]),
      );
      this.#answered.set(query, matches, 1);
    }
    return matches;
  }

  /** A whole number made of the query and the organisation alone, so that places in a list hold when others come and go. */
  #relevance(id: string, match: Readonly<Record<string, string[]>>, query: string, asTyped: string): number {
    let relevance = 0;
    for (const word of query.split(' ')) {
      let best = 0;
      for (const [found, inFields] of Object.entries(match)) {
        const worth = found === word ? worthOfExact : found.startsWith(word) ? worthOfBeginning : worthOfTypingError;
        for (const field of inFields) best = Math.max(best, worth * (worthOfField[field] ?? 0));
      }
      relevance += best;
    }
    const { name, acronym } = this.#names.get(id) ?? { name: '', acronym: '' };
    if (name === asTyped || acronym === asTyped) return relevance + worthOfWholeName;
    return name.startsWith(asTyped) ? relevance + worthOfBeginningOfName : relevance;
  }
}

/** The words to search for: the telling ones, or all when none tells. */
function queryWords(text: string): string[] {
  const words = wordsOf(text);
  const telling = words.filter(isTelling);
  return telling.length > 0 ? telling : words;
}

function documentOf({ id, name, acronym, country, affiliations }: OrganisationRecord): Document {
  return {
    id,
    name,
    acronym: acronym ?? '',
    networks: affiliations.map(({ network, role }) => `${network} ${role ?? ''}`).join(' '),
    countries: country === null ? '' : namesOfCountry(country).join(' '),
  };
}
