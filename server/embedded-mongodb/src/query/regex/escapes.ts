import { notSupported } from '../../errors.js';
import { invalidPattern } from './invalid-pattern.js';

/** What the readers of a pattern and of a class within it share. */
export interface PatternSource {
  readonly pattern: string;
  position: number;
  usesWordCharacters: boolean;
  readonly ignoresCase: boolean;
}

export interface Escape {
  readonly source: string;
  readonly isAssertion: boolean;
}

/** The character itself, in or outside a class. */
export const literal = (character: string): string => (/[\^$\\.*+?()[\]{}|/-]/.test(character) ? `\\x${hex(character)}` : character);

const hex = (character: string): string => (character.codePointAt(0) ?? 0).toString(16).padStart(2, '0');

const codePoint = (digits: string, radix: number): string => {
  const code = Number.parseInt(digits || '0', radix);
  return code <= 0x10ffff ? `\\u{${code.toString(16)}}` : invalidPattern('character code point value in \\x{} or \\o{} is too large');
};

const horizontalSpace = '\\t \\u00a0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';
const verticalSpace = '\\n\\v\\f\\r\\u0085\\u2028\\u2029';

/** Sets that can stand alone or within a class, and their complements by the capital letter. */
const sets: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'A-Za-z0-9_',
  s: '\\t\\n\\v\\f\\r ',
  h: horizontalSpace,
  v: verticalSpace,
};

const controls: Readonly<Record<string, string>> = { a: '\\u{7}', e: '\\u{1b}', f: '\\f', n: '\\n', r: '\\r', t: '\\t' };

const assertions: Readonly<Record<string, string>> = { A: '^', z: '$', Z: '(?=\\n?$)', b: '\\b', B: '\\B' };

/** Reads what follows a backslash outside a class. */
export const escapeOf = (reader: PatternSource): Escape => {
  const letter = reader.pattern[reader.position];
  if (letter === undefined) return invalidPattern('\\ at end of pattern');
  const assertion = assertions[letter];
  if (assertion !== undefined) {
    reader.position += 1;
    if (letter === 'b' || letter === 'B') reader.usesWordCharacters = true;
    return { source: assertion, isAssertion: true };
  }
  const set = readSet(reader);
  if (set !== undefined) return { source: set.isComplement ? `[^${set.members}]` : `[${set.members}]`, isAssertion: false };
  if (letter === 'N') {
    reader.position += 1;
    return { source: '[^\\n]', isAssertion: false };
  }
  if (/[1-9gk]/.test(letter)) return notSupported('a back reference in a regular expression');
  return { source: readCharacter(reader), isAssertion: false };
};

/** A set such as `\d`; `undefined` when the backslash is followed by something else. */
export const readSet = (reader: PatternSource): { members: string; isComplement: boolean } | undefined => {
  const letter = reader.pattern[reader.position] ?? '';
  if (letter === 'p' || letter === 'P') return readProperty(reader, letter === 'P');
  const members = Object.hasOwn(sets, letter.toLowerCase()) ? sets[letter.toLowerCase()] : undefined;
  if (members === undefined) return undefined;
  reader.position += 1;
  if (letter.toLowerCase() === 'w') reader.usesWordCharacters = true;
  return { members, isComplement: letter !== letter.toLowerCase() };
};

/** General categories of Unicode, which both dialects name alike. */
const readProperty = (reader: PatternSource, isComplement: boolean): { members: string; isComplement: boolean } => {
  const expression = /[pP](?:\{(\^?)([A-Z][a-z]?)\}|([A-Z]))/y;
  expression.lastIndex = reader.position;
  const found = expression.exec(reader.pattern);
  if (!found) return notSupported('this Unicode property in a regular expression');
  const category = found[2] ?? found[3] ?? '';
  if (!/^(?:C[cfnos]?|L[lmotu]?|M[cen]?|N[dlo]?|P[cdefios]?|S[ckmo]?|Z[lps]?)$/.test(category))
    return invalidPattern('unknown property name after \\P or \\p');
  if (reader.ignoresCase && /^L[lut]$/.test(category)) return notSupported('a letter case property without case in a regular expression');
  reader.position += found[0].length;
  return { members: `\\p{${category}}`, isComplement: isComplement !== (found[1] === '^') };
};

/** A single character after a backslash, in or outside a class. */
export const readCharacter = (reader: PatternSource): string => {
  const take = (expression: RegExp): RegExpExecArray | null => {
    expression.lastIndex = reader.position;
    const found = expression.exec(reader.pattern);
    if (found) reader.position += found[0].length;
    return found;
  };
  const hexadecimal = take(/x(?:\{([0-9A-Fa-f]+)\}|([0-9A-Fa-f]{0,2}))/y);
  if (hexadecimal) return codePoint(hexadecimal[1] ?? hexadecimal[2] ?? '', 16);
  const octal = take(/o\{([0-7]+)\}|0([0-7]{0,2})/y);
  if (octal) return codePoint(octal[1] ?? octal[2] ?? '', 8);
  const control = take(/c([ -~])/y);
  if (control) return codePoint(((control[1] ?? '').toUpperCase().charCodeAt(0) ^ 0x40).toString(16), 16);
  const character = String.fromCodePoint(reader.pattern.codePointAt(reader.position) ?? 0);
  reader.position += character.length;
  if (Object.hasOwn(controls, character)) return controls[character] ?? '';
  if (character === 'G' || character === 'K' || character === 'R' || character === 'X' || character === 'C')
    return notSupported(`\\${character} in a regular expression`);
  return /[A-Za-z0-9]/.test(character) ? invalidPattern('unrecognized character follows \\') : literal(character);
};
