import { LeastRecentlyUsed } from '../platform/LeastRecentlyUsed.js';

/** Letters that carry their difference inside, where taking accents off does not reach. */
const foldedLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ə: 'e',
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ئ: 'ي',
  ؤ: 'و',
  ة: 'ه',
  ک: 'ك',
  ـ: '',
  ء: '',
};

/**
 * Writes a text the way it is compared: lower case, without accents, vowel signs and Arabic letter forms, and with one space
 * between words and nothing else but letters and digits. "Børns  Vilkår" and "borns vilkar" fold alike.
 */
export function fold(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ßæœøłđðþıħŧŋəأإآٱىیئؤةکـء]/g, (letter) => foldedLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[’'ʼ`´]/g, "'")
    .replace(/(\p{L})'s(?!\p{L})/gu, '$1s')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The words of texts that were read of late: names are read several times over, and those of networks with every member. */
const recent = new LeastRecentlyUsed<string, readonly string[]>(1000);

/** The words of a text, folded; an Arabic article at the beginning of a word is taken off, and what is written together with it. */
export function wordsOf(text: string): readonly string[] {
  let words = recent.get(text);
  if (words === undefined) {
    const folded = fold(text);
    words = folded === '' ? [] : folded.split(' ').map(withoutArticle);
    recent.set(text, words);
  }
  return words;
}

function withoutArticle(word: string): string {
  if (/^ال\p{L}{3,}$/u.test(word) || /^لل\p{L}{3,}$/u.test(word)) return word.slice(2);
  return /^[وبفك]ال\p{L}{4,}$/u.test(word) ? word.slice(3) : word;
}

/** Small words of the four languages that say nothing about which organisation is meant. */
const smallWords = new Set(
  'a al and at by d de del des du e el en et for from in l la las le les los n o of on or para per por pour s sur the to un une von y في من علي الي عن و'.split(
    ' ',
  ),
);

/** Whether a folded word says something of its own. */
export function isTelling(word: string): boolean {
  return !smallWords.has(word);
}
