import SearchableMap from 'minisearch/SearchableMap';
import type { FieldName, Token } from './tokens.js';
import { fields } from './tokens.js';

/** Under a word or a concept: the numbers of the organisations in which it stands, ascending, field by field. */
export type Posting = readonly (readonly number[] | undefined)[];

/** Which words and concepts stand in which organisation, where. */
export class Postings {
  /** By word and by concept. */
  readonly #postings = new Map<string, number[][]>();
  /** The words alone, for beginnings and typing errors; by itself it would be a slow map. */
  readonly #words = new SearchableMap<number[][]>();

  add(number: number, tokens: readonly Token[]): void {
    for (const { field, key } of tokens) {
      let posting = this.#postings.get(key);
      if (posting === undefined) {
        this.#postings.set(key, (posting = []));
        if (isWord(key)) this.#words.set(key, posting);
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
      if (isWord(key)) this.#words.delete(key);
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
  *wordsNear(word: string, mistakes: number): Iterable<[word: string, posting: Posting]> {
    for (const [near, [posting]] of this.#words.fuzzyGet(word, mistakes)) yield [near, posting];
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

/** Where the number stands in an ascending list, or would. */
function placeIn(numbers: readonly number[], number: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numbers[middle] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
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
