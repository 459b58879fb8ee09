import { isTelling, wordsOf } from '../fold.js';

/** The words of a text that tell something, or all when none does. */
export function tellingWords(text: string): readonly string[] {
  const words = wordsOf(text);
  const telling = words.filter(isTelling);
  return telling.length > 0 ? telling : words;
}

/** A word as phrases are compared: without the s of a plural, which English, French and Spanish share. */
export function stem(word: string): string {
  return word.length > 4 && word.endsWith('s') ? word.slice(0, -1) : word;
}

/** A text as phrases are compared: its telling words, each without the s of a plural. */
export function phraseOf(text: string): string {
  return tellingWords(text).map(stem).join(' ');
}

/** How many words the longest phrase may have that is looked for inside a text. */
const longestPhrase = 6;

/** A phrase found in a list of words: from (inclusive), to (exclusive), and what it stands for. */
export interface FoundPhrase<T> {
  from: number;
  to: number;
  meaning: T;
}

/** The longest phrases that stand for something, from left to right, none overlapping another. */
export function longestPhrases<T>(words: readonly string[], meaningOf: (phrase: string) => T | undefined): FoundPhrase<T>[] {
  const stems = words.map(stem);
  const found: FoundPhrase<T>[] = [];
  for (let from = 0; from < stems.length;) {
    let to = Math.min(stems.length, from + longestPhrase);
    let meaning = meaningOf(stems.slice(from, to).join(' '));
    while (meaning === undefined && --to > from) meaning = meaningOf(stems.slice(from, to).join(' '));
    if (meaning === undefined) from += 1;
    else {
      found.push({ from, to, meaning });
      from = to;
    }
  }
  return found;
}

/** Every phrase that stands for something, those inside longer ones as well. */
export function allPhrases<T>(words: readonly string[], meaningOf: (phrase: string) => T | undefined): T[] {
  const stems = words.map(stem);
  const found: T[] = [];
  for (let from = 0; from < stems.length; from += 1) {
    let phrase = '';
    for (let to = from; to < Math.min(stems.length, from + longestPhrase); to += 1) {
      phrase = phrase === '' ? (stems[to] ?? '') : `${phrase} ${stems[to] ?? ''}`;
      const meaning = meaningOf(phrase);
      if (meaning !== undefined) found.push(meaning);
    }
  }
  return found;
}
