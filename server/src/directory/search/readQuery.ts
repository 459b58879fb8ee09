import type { LeastRecentlyUsed } from '../../platform/LeastRecentlyUsed.js';
import { longestPhrases, stem, tellingWords } from '../themes/phrases.js';
import type { Concepts } from './Concepts.js';
import { mistakesAllowed, withLettersSwapped } from './mistakes.js';
import type { Postings } from './Postings.js';
import { wholeAcronym } from './tokens.js';

/** What a word or concept is worth by the way in which it was found. */
export const ways = { exact: 6, beginning: 3, nearly: 1 } as const;

/** Words and concepts, any of which will do, each with the best way in which it answers what was typed. */
export type Alternatives = Map<string, number>;

/** One part of a query: one of the alternatives must be found, or else all of `words` where there are such. */
export interface QueryPart {
  readonly alternatives: Alternatives;
  readonly words: readonly QueryPart[];
}

/** A text as it is searched for; all parts must be found. */
export interface ReadQuery {
  readonly parts: readonly QueryPart[];
  /** The telling words, by which a query is known again. */
  readonly key: string;
}

/** By what a text is read. */
export interface Reading {
  readonly concepts: Concepts;
  readonly postings: Postings;
  /** Words that were read since the last change; the same few stand in most queries. */
  readonly words: LeastRecentlyUsed<string, QueryPart>;
}

/**
 * Reads what was typed. The longest phrases that are terms stand for what they mean, in every language the same; of the other words each
 * may begin a word, be nearly a word, or be on its way to a term. Whether an organisation is found hangs on no other organisation, so that
 * nobody learns of those whom they may not see. Null when the text says nothing to search for.
 */
export function readQuery(text: string, reading: Reading): ReadQuery | null {
  const words = tellingWords(text);
  if (words.length === 0) return null;
  const phrases = longestPhrases(words, (phrase) => reading.concepts.meaning(phrase));
  const parts: QueryPart[] = [];
  let next = 0;
  for (const { from, to, meaning } of phrases) {
    parts.push(...words.slice(next, from).map((word) => partOfWord(word, reading)));
    const alternatives: Alternatives = new Map(meaning.map((concept) => [concept, ways.exact]));
    alternatives.set(wholeAcronym(words.slice(from, to)), ways.exact);
    parts.push({ alternatives, words: [] });
    next = to;
  }
  const typing = words.slice(next);
  parts.push(...partsBeingTyped(typing, reading));
  return { parts, key: words.join(' ') };
}

/** The alternatives of all parts and of the words in them, each with its best way. */
export function allAlternatives({ parts }: ReadQuery): Alternatives {
  const [first, ...others] = parts.flatMap(alternativesOf);
  if (first === undefined || others.length === 0) return first ?? new Map();
  const all = new Map(first);
  for (const alternatives of others) for (const [key, way] of alternatives) keepBest(all, key, way);
  return all;
}

function alternativesOf({ alternatives, words }: QueryPart): Alternatives[] {
  return [alternatives, ...words.flatMap(alternativesOf)];
}

/** The last words together may be on their way to a longer term, such as "access to jus". */
function partsBeingTyped(words: readonly string[], reading: Reading): QueryPart[] {
  for (let from = 0; from < words.length - 1; from += 1) {
    const alternatives: Alternatives = new Map();
    const begun = [...words.slice(from, -1).map(stem), words.at(-1) ?? ''].join(' ');
    for (const [, meant] of reading.concepts.begunBy(begun)) keepAll(alternatives, meant, ways.beginning);
    if (alternatives.size === 0) continue;
    const rest = words.slice(from).map((word) => partOfWord(word, reading));
    return [...words.slice(0, from).map((word) => partOfWord(word, reading)), { alternatives, words: rest }];
  }
  return words.map((word) => partOfWord(word, reading));
}

function partOfWord(word: string, reading: Reading): QueryPart {
  let part = reading.words.get(word);
  if (part === undefined) {
    part = readWord(word, reading);
    reading.words.set(word, part, part.alternatives.size + 1);
  }
  return part;
}

function readWord(word: string, { concepts, postings }: Reading): QueryPart {
  const alternatives: Alternatives = new Map();
  for (const [each] of postings.wordsBegunBy(word)) keepBest(alternatives, each, each === word ? ways.exact : ways.beginning);
  if (word.length > 2) for (const [, meant] of concepts.begunBy(word)) keepAll(alternatives, meant, ways.beginning);
  const mistakes = mistakesAllowed(word);
  if (mistakes === 0) return { alternatives, words: [] };
  for (const each of postings.wordsNear(word, mistakes)) keepBest(alternatives, each, ways.nearly);
  for (const meant of concepts.near(word, mistakes)) keepAll(alternatives, meant, ways.nearly);
  for (const swapped of withLettersSwapped(word)) {
    if (postings.under(swapped) !== undefined) keepBest(alternatives, swapped, ways.nearly);
    keepAll(alternatives, concepts.meaning(stem(swapped)) ?? [], ways.nearly);
  }
  return { alternatives, words: [] };
}

function keepAll(alternatives: Alternatives, keys: readonly string[], way: number): void {
  for (const key of keys) keepBest(alternatives, key, way);
}

function keepBest(alternatives: Alternatives, key: string, way: number): void {
  if ((alternatives.get(key) ?? 0) < way) alternatives.set(key, way);
}
