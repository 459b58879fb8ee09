import { countryName } from '../places/countryNames.js';
import { countries } from '../places/regions.js';
import { languages } from '../../platform/language.js';
import { fold, isTelling, wordsOf } from '../fold.js';

/** What is compared of an organisation. */
export interface Comparable {
  id: string;
  name: string;
  acronym: string | null;
  country: string | null;
}

export const reasonKinds = ['SAME_NAME', 'SIMILAR_NAME', 'SAME_ACRONYM', 'NAME_IS_ACRONYM', 'SAME_COUNTRY'] as const;

/** Why two entries may be one organisation, with the words that match. */
export interface DuplicateReason {
  kind: (typeof reasonKinds)[number];
  words: string;
}

export interface DuplicatePair {
  /** The lesser of the two, so that a pair is one pair whichever comes first. */
  left: string;
  right: string;
  reasons: DuplicateReason[];
}

/** Pairs that share a word which so many organisations have are not compared on that word alone. */
const mostSharing = 250;
/** Of all the telling words of both names, the share that both have. */
const enoughWords = 0.6;
/** Of all the pairs of letters of the words that differ, the share that both have; forgives a letter or two. */
const enoughLetters = 0.6;
/** Shorter words that differ by a letter are different words. */
const longEnough = 5;

/**
 * Pairs of entries that may be one organisation under two names. Only proposes: sections of one organisation in two countries
 * are left alone, and nothing is merged.
 */
export function findPossibleDuplicates(organisations: readonly Comparable[]): DuplicatePair[] {
  const outlines = organisations.map(outlineOf);
  const pairs: DuplicatePair[] = [];
  for (const [one, other] of candidates(outlines)) {
    const reasons = compare(one, other);
    if (reasons.length === 0) continue;
    const [left, right] = one.id < other.id ? [one.id, other.id] : [other.id, one.id];
    pairs.push({ left, right, reasons });
  }
  return pairs.sort((one, other) => (one.left + one.right < other.left + other.right ? -1 : 1));
}

/** A name taken apart for comparison. */
interface Outline {
  id: string;
  country: string | null;
  acronym: string;
  /** What stands outside parentheses, folded. */
  main: string;
  /** What stands in parentheses: often the name in another language or alphabet. */
  others: string[];
  /** The telling words of `main`, without those of `section`. */
  words: ReadonlySet<string>;
  /** Countries and numbers in the name: "Plan International Togo" is not "Plan International", nor "Centre 1" "Centre 2". */
  section: string;
}

function outlineOf({ id, name, acronym, country }: Comparable): Outline {
  const main = name.replace(/\([^)]*\)/g, ' ');
  const others = [...name.matchAll(/\(([^)]*)\)/g)].map((match) => fold(match[1] ?? '')).filter((each) => each !== '');
  const words = wordsOf(main).filter(isTelling);
  const isOfSection = (word: string): boolean => wordsOfCountries.has(word) || /\d/.test(word);
  return {
    id,
    country,
    acronym: fold(acronym ?? ''),
    main: fold(main),
    others,
    words: new Set(words.filter((word) => !isOfSection(word))),
    section: words.filter(isOfSection).sort().join(' '),
  };
}

const wordsOfCountries: ReadonlySet<string> = new Set([
  ...countries.flatMap((country) => languages.map((language) => fold(countryName(country, language)))),
  'uk',
  'usa',
  'holland',
]);

/** Pairs worth comparing: those that share a word, the beginning of one, an acronym or a whole name. */
function* candidates(outlines: readonly Outline[]): Generator<[Outline, Outline]> {
  const sharing = new Map<string, number[]>();
  outlines.forEach((outline, position) => {
    for (const mark of marksOf(outline)) {
      const positions = sharing.get(mark);
      if (positions === undefined) sharing.set(mark, [position]);
      else positions.push(position);
    }
  });
  const seen = new Set<number>();
  for (const positions of sharing.values()) {
    if (positions.length > mostSharing) continue;
    for (const [i, first] of positions.entries()) {
      for (const second of positions.slice(i + 1)) {
        const pair = first * outlines.length + second;
        if (seen.has(pair)) continue;
        seen.add(pair);
        yield [outlines[first] as Outline, outlines[second] as Outline];
      }
    }
  }
}

function marksOf({ words, main, acronym, others }: Outline): Set<string> {
  const names = [main, acronym, ...others].filter((name) => name !== '').map((name) => `=${name}`);
  const beginnings = [...words].filter((word) => word.length >= longEnough).map((word) => `${word.slice(0, 3)}-`);
  return new Set([...words, ...names, ...beginnings]);
}

function compare(one: Outline, other: Outline): DuplicateReason[] {
  const reasons = [...byName(one, other), ...byAcronym(one, other)];
  if (reasons.length > 0 && one.country !== null && one.country === other.country)
    reasons.push({ kind: 'SAME_COUNTRY', words: one.country });
  return reasons;
}

function byName(one: Outline, other: Outline): DuplicateReason[] {
  // Two parentheses that are alike, such as "(Latin America)", say nothing; one that is another's name does.
  if (one.main === other.main || other.others.includes(one.main)) return [{ kind: 'SAME_NAME', words: one.main }];
  if (one.others.includes(other.main)) return [{ kind: 'SAME_NAME', words: other.main }];
  if (!couldShareCountry(one, other) || one.section !== other.section) return [];
  const shared = [...one.words].filter((word) => other.words.has(word));
  const all = new Set([...one.words, ...other.words]).size;
  const differ = (outline: Outline): string => [...outline.words].filter((word) => !shared.includes(word)).join('');
  const enough = (shared.length >= 2 && shared.length / all >= enoughWords) || isTypingError(differ(one), differ(other));
  return enough ? [{ kind: 'SIMILAR_NAME', words: shared.length > 0 ? shared.join(' ') : one.main }] : [];
}

function isTypingError(one: string, other: string): boolean {
  const isAsLong = Math.min(one.length, other.length) >= longEnough && Math.abs(one.length - other.length) <= 2;
  return isAsLong && sharedLetters(one, other) >= enoughLetters;
}

function byAcronym(one: Outline, other: Outline): DuplicateReason[] {
  if (!couldShareCountry(one, other)) return [];
  if (one.acronym.length >= 3 && one.acronym === other.acronym) return [{ kind: 'SAME_ACRONYM', words: one.acronym }];
  if (one.acronym.length >= 3 && one.acronym === other.main) return [{ kind: 'NAME_IS_ACRONYM', words: one.acronym }];
  if (other.acronym.length >= 3 && other.acronym === one.main) return [{ kind: 'NAME_IS_ACRONYM', words: other.acronym }];
  return [];
}

function couldShareCountry(one: Outline, other: Outline): boolean {
  return one.country === null || other.country === null || one.country === other.country;
}

/** Dice's coefficient of the pairs of neighbouring letters, 0 to 1. */
function sharedLetters(one: string, other: string): number {
  const pairsOf = (text: string): string[] => Array.from({ length: Math.max(0, text.length - 1) }, (_, at) => text.slice(at, at + 2));
  const left = pairsOf(one);
  const right = pairsOf(other);
  if (left.length === 0 || right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const pair of left) counts.set(pair, (counts.get(pair) ?? 0) + 1);
  let shared = 0;
  for (const pair of right) {
    const count = counts.get(pair) ?? 0;
    if (count > 0) shared += 1;
    counts.set(pair, count - 1);
  }
  return (2 * shared) / (left.length + right.length);
}
