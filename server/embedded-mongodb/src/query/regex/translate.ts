import { MongoError, notSupported } from '../../errors.js';
import { effortOf } from './backtracking.js';
import { bounded } from './bounded.js';
import { invalidPattern } from './invalid-pattern.js';
import { PatternReader } from './PatternReader.js';
import type { BSONRegExp } from '../../bson/values.js';

/** Tests whether some part of a text matches. */
export type PatternTest = (text: string) => boolean;

/**
 * Turns a PCRE pattern, as MongoDB takes it, into a JavaScript one of the same meaning. What has no exact counterpart
 * (atomic groups, possessive quantifiers, back references, recursion and the like) is refused with a MongoError 115.
 */
export const translatePattern = (regex: BSONRegExp): PatternTest => {
  if (/[^imsux]/.test(regex.options)) throw new MongoError(51108, `invalid flag in regex options: ${regex.options}`);
  if (regex.pattern.length > longestPattern) invalidPattern('regular expression is too large');
  const key = `${regex.options}/${regex.pattern}`;
  const known = translated.get(key);
  if (known) return known;
  const test = translate(regex);
  if (translated.size >= rememberedPatterns) translated.clear();
  translated.set(key, test);
  return test;
};

/** PCRE's limit in MongoDB. */
const longestPattern = 32_764;

const rememberedPatterns = 500;
const translated = new Map<string, PatternTest>();

/** Characters that JavaScript, ignoring case, counts among ASCII letters and PCRE's `\w` does not. */
const foldedIntoAscii = /[\u017f\u212a]/;

const translate = (regex: BSONRegExp): PatternTest => {
  const { source, ignoresCase, usesWordCharacters } = new PatternReader(regex.pattern, regex.options).read();
  const expression = compile(source, ignoresCase, regex.pattern);
  const effort = effortOf(source);
  const test = (text: string): boolean => bounded(effort, text, () => expression.test(text));
  if (!ignoresCase || !usesWordCharacters) return test;
  return (text) =>
    foldedIntoAscii.test(text) ? notSupported('\\w or \\b without case on text with the letters U+017F or U+212A') : test(text);
};

const compile = (source: string, ignoresCase: boolean, original: string): RegExp => {
  try {
    return new RegExp(source, ignoresCase ? 'iu' : 'u');
  } catch {
    return invalidPattern(original);
  }
};
