import { LeastRecentlyUsed } from '../../platform/LeastRecentlyUsed.js';
import { fold } from '../fold.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { phraseOf } from '../themes/phrases.js';
import { thesaurus } from '../themes/thesaurusFile.js';
import { Bitset } from './Bitset.js';
import { Concepts } from './Concepts.js';
import { Postings } from './Postings.js';
import type { Alternatives, QueryPart, ReadQuery } from './readQuery.js';
import { readQuery } from './readQuery.js';
import type { SearchReasonRecord } from './reasons.js';
import { reasonsFor } from './reasons.js';
import { fields, tokensOf, worthOfField } from './tokens.js';

/** What a search has found, by the numbers of the organisations. */
export interface Matches {
  readonly found: Bitset;
  /** How well it matches; 0 for what was not found. A whole number made of the query and the organisation alone. */
  worthOf(number: number): number;
  readonly query: ReadQuery;
}

const worthOfWholeName = 1000;
const worthOfBeginningOfName = 100;
const worths = fields.map((field) => worthOfField[field]);

/** The memory that answers to earlier searches may take, in bytes. */
const keptAnswers = 16_000_000;

const concepts = new Concepts(thesaurus);

/** Finds organisations by words of their names, acronym, place and networks and by their themes; all parts of a query must be found. */
export class OrganisationSearch {
  readonly #postings = new Postings();
  /** Names and acronyms, folded, by number; the name itself first. */
  readonly #names: string[][] = [];
  /** How many organisations, networks or acronyms of several words are called so. */
  readonly #called = new Map<string, number>();
  readonly #answered = new LeastRecentlyUsed<string, Matches>(keptAnswers);

  /** Takes in the organisation under its number, in place of the one that had it before. */
  put(number: number, organisation: OrganisationRecord, before: OrganisationRecord | undefined): void {
    if (before !== undefined) this.remove(number, before);
    this.#answered.clear();
    this.#postings.add(number, tokensOf(organisation, concepts));
    const { name, acronym, names } = organisation;
    this.#names[number] = [name, ...names.map(({ text }) => text), ...(acronym === null ? [] : [acronym])].map(fold);
    for (const phrase of calledSo(organisation)) this.#called.set(phrase, (this.#called.get(phrase) ?? 0) + 1);
  }

  remove(number: number, organisation: OrganisationRecord): void {
    this.#answered.clear();
    this.#postings.remove(number, tokensOf(organisation, concepts));
    this.#names[number] = [];
    for (const phrase of calledSo(organisation)) {
      const left = (this.#called.get(phrase) ?? 1) - 1;
      if (left > 0) this.#called.set(phrase, left);
      else this.#called.delete(phrase);
    }
  }

  /** The organisations that match; null when the text says nothing to search for. */
  find(text: string): Matches | null {
    const asTyped = fold(text);
    const known = this.#answered.get(asTyped);
    if (known !== undefined) return known;
    const query = readQuery(text, concepts, this.#postings, (phrase) => this.#called.has(phrase));
    if (query === null) return null;
    const worth = this.#worthOfParts(query.parts);
    const found = new Bitset();
    for (let number = worth.length - 1; number >= 0; number -= 1) {
      if (worth[number] === 0) continue;
      found.add(number);
      worth[number] = (worth[number] ?? 0) + worthOfNames(this.#names[number] ?? [], asTyped);
    }
    const matches: Matches = { found, worthOf: (number) => worth[number] ?? 0, query };
    this.#answered.set(asTyped, matches, worth.byteLength + 1000);
    return matches;
  }

  /** Why the search has found the organisation. */
  reasons({ query }: Matches, organisation: OrganisationRecord): SearchReasonRecord[] {
    return reasonsFor(query, tokensOf(organisation, concepts));
  }

  /** Phrases that the text begins, each with the concepts that it stands for. */
  conceptsBegunBy(text: string): Iterable<[phrase: string, concepts: readonly string[]]> {
    return concepts.begun(phraseOf(text));
  }

  /** By number, the sum of what the best alternative of each part is worth; 0 where a part is not found. */
  #worthOfParts(parts: readonly QueryPart[]): Uint16Array {
    const sum = new Uint16Array(this.#names.length);
    let isFirst = true;
    for (const part of parts) {
      const best = this.#worthOfPart(part);
      if (isFirst) sum.set(best);
      else
        for (let number = 0; number < sum.length; number += 1)
          sum[number] = sum[number] && best[number] ? (sum[number] ?? 0) + (best[number] ?? 0) : 0;
      isFirst = false;
    }
    return sum;
  }

  #worthOfPart({ alternatives, words }: QueryPart): Uint16Array {
    const best = words.length > 0 ? this.#worthOfParts(words) : new Uint16Array(this.#names.length);
    this.#raise(best, alternatives);
    return best;
  }

  #raise(best: Uint16Array, alternatives: Alternatives): void {
    for (const [key, way] of alternatives) {
      const posting = this.#postings.under(key);
      if (posting === undefined) continue;
      for (let field = 0; field < posting.length; field += 1) {
        const numbers = posting[field];
        if (numbers === undefined) continue;
        const worth = way * (worths[field] ?? 0);
        for (const number of numbers) if ((best[number] ?? 0) < worth) best[number] = worth;
      }
    }
  }
}

function worthOfNames(names: readonly string[], asTyped: string): number {
  if (names.includes(asTyped)) return worthOfWholeName;
  return names[0]?.startsWith(asTyped) ? worthOfBeginningOfName : 0;
}

/** Names of several words that a query may hold whole, whatever their words may mean by themselves. */
function calledSo({ name, acronym, names, affiliations }: OrganisationRecord): Set<string> {
  const all = [name, acronym ?? '', ...names.map(({ text }) => text), ...affiliations.map(({ network }) => network)];
  return new Set(all.map(phraseOf).filter((phrase) => phrase.includes(' ')));
}
