import SearchableMap from 'minisearch/SearchableMap';
import type { FieldName, Token } from './tokens.js';
import { fields } from './tokens.js';

/** Under a word or a concept: the numbers of the organisations in which it stands, ascending, field by field. */
export type Posting = readonly (readonly number[] | undefined)[];

interface KeptPostings {
  get(key: string): number[][] | undefined;
  set(key: string, posting: number[][]): unknown;
  delete(key: string): unknown;
}

/** Which words and concepts stand in which organisation, where. */
export class Postings {
  readonly #words = new SearchableMap<number[][]>();
  readonly #concepts = new Map<string, number[][]>();

  add(number: number, tokens: readonly Token[]): void {
    for (const { field, key } of tokens) {
      const kept = this.#mapOf(key);
      let posting = kept.get(key);
      if (posting === undefined) kept.set(key, (posting = []));
      insert((posting[fieldNumber(field)] ??= []), number);
    }
  }

  remove(number: number, tokens: readonly Token[]): void {
    for (const { field, key } of tokens) {
      const kept = this.#mapOf(key);
      const posting = kept.get(key);
      if (posting === undefined) continue;
      take(posting[fieldNumber(field)] ?? [], number);
      if (posting.every((numbers) => numbers.length === 0)) kept.delete(key);
    }
  }

  under(key: string): Posting | undefined {
    return this.#mapOf(key).get(key);
  }

  /** All words that begin so, the word itself as well. */
  wordsBegunBy(beginning: string): Iterable<[word: string, posting: Posting]> {
    return this.#words.atPrefix(beginning);
  }

  /** The words that differ from this one by no more letters than that. */
  *wordsNear(word: string, mistakes: number): Iterable<[word: string, posting: Posting]> {
    for (const [near, [posting]] of this.#words.fuzzyGet(word, mistakes)) yield [near, posting];
  }

  #mapOf(key: string): KeptPostings {
    return key.includes(':') ? this.#concepts : this.#words;
  }
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
