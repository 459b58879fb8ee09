import { LeastRecentlyUsed } from '../../platform/LeastRecentlyUsed.js';
import { fold } from '../fold.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import { phraseOf } from '../themes/phrases.js';
import { thesaurus } from '../themes/thesaurusFile.js';
import { Bitset } from './Bitset.js';
import { Concepts } from './Concepts.js';
import { placeIn } from './placeIn.js';
import { Postings } from './Postings.js';
import type { Alternatives, QueryPart, ReadQuery } from './readQuery.js';
import { readQuery } from './readQuery.js';
import type { SearchReasonRecord } from './reasons.js';
import { reasonsFor } from './reasons.js';
import type { Token } from './tokens.js';
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

/** How many alternatives to typed words are kept, some hundred bytes each. */
const keptAlternatives = 100_000;

/** About what one organisation that was found takes of it. */
const bytesOfWorth = 6;

const concepts = new Concepts(thesaurus);

/** Finds organisations by words of their names, acronym, place and networks and by their themes; all parts of a query must be found. */
export class OrganisationSearch {
  readonly #postings = new Postings();
  /** Names and acronyms, folded, by number; the name itself first. */
  readonly #names: string[][] = [];
  readonly #answered = new LeastRecentlyUsed<string, Matches>(keptAnswers);

  /** Sheets with a nought for each organisation, as many as one search has needed at once. */
  readonly #blank: Uint16Array[] = [];
  readonly #words = new LeastRecentlyUsed<string, QueryPart>(keptAlternatives);
  /** By what those are found that have been shown; records are never changed, only replaced. */
  readonly #explained = new WeakMap<OrganisationRecord, Token[]>();

  /** Takes in the organisation under its number, in place of the one that had it before. */
  put(number: number, organisation: OrganisationRecord, before: OrganisationRecord | undefined): void {
    if (before !== undefined) this.remove(number, before);
    this.#forget();
    this.#postings.add(number, tokensOf(organisation, concepts));
    const { name, acronym, names } = organisation;
    this.#names[number] = [name, ...names.map(({ text }) => text), ...(acronym === null ? [] : [acronym])].map(fold);
  }

  remove(number: number, organisation: OrganisationRecord): void {
    this.#forget();
    this.#postings.remove(number, tokensOf(organisation, concepts));
    this.#names[number] = [];
  }

  /** The organisations that match; null when the text says nothing to search for. */
  find(text: string): Matches | null {
    const asTyped = fold(text);
    const known = this.#answered.get(asTyped);
    if (known !== undefined) return known;
    const query = readQuery(text, { concepts, postings: this.#postings, words: this.#words });
    if (query === null) return null;
    const all = this.#allOf(query.parts);
    const found = new Bitset();
    for (const number of all.numbers) found.add(number);
    // Kept in few and plain pieces, which cost the engine nothing to keep.
    const numbers = Uint32Array.from(all.numbers).sort();
    const worths = new Uint16Array(numbers.length);
    for (const [at, number] of numbers.entries()) {
      worths[at] = (all.worth[number] ?? 0) + worthOfNames(this.#names[number] ?? [], asTyped);
    }
    this.#takeBack(all);
    const worthOf = (number: number): number => {
      const place = placeIn(numbers, number);
      return numbers[place] === number ? (worths[place] ?? 0) : 0;
    };
    const matches: Matches = { found, worthOf, query };
    this.#answered.set(asTyped, matches, numbers.length * bytesOfWorth + 4000);
    return matches;
  }

  /** Why a search by these alternatives has found the organisation. */
  reasons(alternatives: Alternatives, organisation: OrganisationRecord): SearchReasonRecord[] {
    let tokens = this.#explained.get(organisation);
    if (tokens === undefined) this.#explained.set(organisation, (tokens = tokensOf(organisation, concepts)));
    return reasonsFor(alternatives, tokens);
  }

  /** Phrases that the text begins, each with the concepts that it stands for. */
  conceptsBegunBy(text: string): Iterable<[phrase: string, concepts: readonly string[]]> {
    return concepts.begun(phraseOf(text));
  }

  #forget(): void {
    this.#answered.clear();
    this.#words.clear();
  }

  /** Those in which every part is found, with the sum of what the best alternative of each is worth. */
  #allOf(parts: readonly QueryPart[]): Worths {
    const [first, ...others] = parts;
    const sum = first === undefined ? this.#nothing() : this.#anyOf(first);
    for (const part of others) {
      const any = this.#anyOf(part);
      sum.numbers = sum.numbers.filter((number) => {
        const more = any.worth[number] ?? 0;
        sum.worth[number] = more === 0 ? 0 : (sum.worth[number] ?? 0) + more;
        return more > 0;
      });
      this.#takeBack(any);
    }
    return sum;
  }

  #anyOf({ alternatives, words }: QueryPart): Worths {
    const any = words.length > 0 ? this.#allOf(words) : this.#nothing();
    const { numbers, worth } = any;
    for (const [key, way] of alternatives) {
      const posting = this.#postings.under(key);
      if (posting === undefined) continue;
      for (let field = 0; field < posting.length; field += 1) {
        const there = way * (worths[field] ?? 0);
        for (const number of posting[field] ?? []) {
          const known = worth[number] ?? 0;
          if (known === 0) numbers.push(number);
          if (known < there) worth[number] = there;
        }
      }
    }
    return any;
  }

  #nothing(): Worths {
    const blank = this.#blank.pop();
    return { numbers: [], worth: blank && blank.length >= this.#names.length ? blank : new Uint16Array(this.#names.length) };
  }

  /** Keeps the sheet for the next search, wiped where it was written on. */
  #takeBack({ numbers, worth }: Worths): void {
    for (const number of numbers) worth[number] = 0;
    this.#blank.push(worth);
  }
}

/** What was found, each once, and by number what it is worth. */
interface Worths {
  numbers: number[];
  readonly worth: Uint16Array;
}

function worthOfNames(names: readonly string[], asTyped: string): number {
  if (names.includes(asTyped)) return worthOfWholeName;
  return names[0]?.startsWith(asTyped) ? worthOfBeginningOfName : 0;
}
