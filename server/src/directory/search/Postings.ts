import SearchableMap from 'minisearch/SearchableMap';
import { NearWords } from './NearWords.js';
import { placeIn } from './placeIn.js';
import type { FieldName, Token } from './tokens.js';
import { fields } from './tokens.js';

/** Under a word or a concept: the numbers of the organisations in which it stands, ascending, field by field. */
export type Posting = readonly (readonly number[] | undefined)[];

/** Which words and concepts stand in which organisation, where. */
export class Postings {
  /** By word and by concept. */
  readonly #postings = new Map<string, number[][]>();
  /** The words alone, for beginnings; by itself it would be a slow map. */
  readonly #words = new SearchableMap<number[][]>();
  /** The same, for typing errors. */
  readonly #near = new NearWords();

  add(number: number, tokens: readonly Token[]): void {
    for (const { field, key } of tokens) {
      let posting = this.#postings.get(key);
      if (posting === undefined) {
        this.#postings.set(key, (posting = []));
        if (isWord(key)) {
          this.#words.set(key, posting);
          this.#near.add(key);
        }
      }
      insert((posting[fieldNumber(field)] ??= []), number);
    }
  }

  remove(number: number, tokens: readonly Token[]): void {
    for (const { field, key } of tokens) {
      const posting = this.#postings.get(key);
      if (posting === undefined) continue;
      take(posting[fieldNumber(field)] ?? [], number);
      if (posting.some((numbers) => numbers.length > 0)) continue;
      this.#postings.delete(key);
      if (isWord(key)) {
        this.#words.delete(key);
        this.#near.delete(key);
      }
    }
  }

  under(key: string): Posting | undefined {
    return this.#postings.get(key);
  }

  /** All words that begin so, the word itself as well. */
  wordsBegunBy(beginning: string): Iterable<[word: string, posting: Posting]> {
    return this.#words.atPrefix(beginning);
  }

  /** The words that differ from this one by no more letters than that. */
  wordsNear(word: string, mistakes: 1 | 2): readonly string[] {
    return this.#near.near(word, mistakes);
  }
}

/** Concepts and whole acronyms hold signs that no word has. */
function isWord(key: string): boolean {
  return !key.includes(':') && !key.startsWith('=');
}

const numbersOfFields = new Map(fields.map((field, number) => [field, number]));

function fieldNumber(field: FieldName): number {
  return numbersOfFields.get(field) ?? 0;
}

function insert(numbers: number[], number: number): void {
  const last = numbers.at(-1);
  if (last === undefined || last < number) numbers.push(number);
  else if (last > number) {
    const at = placeIn(numbers, number);
    if (numbers[at] !== number) numbers.splice(at, 0, number);
  }
}

function take(numbers: number[], number: number): void {
  const at = placeIn(numbers, number);
  if (numbers[at] === number) numbers.splice(at, 1);
}
