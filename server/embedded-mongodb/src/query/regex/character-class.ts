import { notSupported } from '../../errors.js';
import { literal, readCharacter, readSet } from './escapes.js';
import { invalidPattern } from './invalid-pattern.js';
import type { PatternSource } from './escapes.js';

const posixClasses: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: ' \\t',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-\\x2f:-@\\x5b-`\\x7b-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: 'A-Za-z0-9_',
  xdigit: '0-9A-Fa-f',
};

/** A member of a class: one character, which may begin a range, or a set of characters. */
interface Member {
  readonly source: string;
  readonly isSet: boolean;
  /** A set that stands beside the class instead of in it. */
  readonly isComplement?: boolean;
}

/** Reads a class whose `[` was taken already. */
export const readClass = (reader: PatternSource): string => {
  const isNegated = take(reader, '^');
  let members = '';
  const complements: string[] = [];
  for (let isFirst = true; ; isFirst = false) {
    if (reader.position >= reader.pattern.length) return invalidPattern('missing terminating ] for character class');
    if (!isFirst && take(reader, ']')) break;
    const member = readMember(reader);
    if (member.isComplement) complements.push(`[^${member.source}]`);
    else members += member.isSet ? member.source : withRangeEnd(reader, member.source);
  }
  return assemble(members, complements, isNegated);
};

const take = (reader: PatternSource, text: string): boolean => {
  const found = reader.pattern.startsWith(text, reader.position);
  if (found) reader.position += text.length;
  return found;
};

/** JavaScript knows no complement within a class, so that an alternation stands for it. */
const assemble = (members: string, complements: readonly string[], isNegated: boolean): string => {
  if (complements.length === 0) return isNegated ? `[^${members}]` : `[${members}]`;
  const alternatives = members === '' ? complements : [`[${members}]`, ...complements];
  return isNegated ? `(?:(?!${alternatives.join('|')})[^])` : `(?:${alternatives.join('|')})`;
};

const withRangeEnd = (reader: PatternSource, first: string): string => {
  const next = reader.pattern[reader.position + 1];
  if (reader.pattern[reader.position] !== '-' || next === undefined || next === ']') return first;
  reader.position += 1;
  const last = readMember(reader);
  return last.isSet ? notSupported('a range that ends in a set in a regular expression') : `${first}-${last.source}`;
};

const readMember = (reader: PatternSource): Member => {
  const posix = readPosixClass(reader);
  if (posix !== undefined) return posix;
  const character = String.fromCodePoint(reader.pattern.codePointAt(reader.position) ?? 0);
  reader.position += character.length;
  if (character !== '\\') return { source: literal(character), isSet: false };
  if (reader.position >= reader.pattern.length) return invalidPattern('\\ at end of pattern');
  return readEscapedMember(reader);
};

const readEscapedMember = (reader: PatternSource): Member => {
  const letter = reader.pattern[reader.position] ?? '';
  if (letter === 'b') {
    reader.position += 1;
    return { source: '\\x08', isSet: false };
  }
  if (letter === 'Q' || letter === 'E' || /[1-9BNRX]/.test(letter))
    return notSupported(`\\${letter} in a character class of a regular expression`);
  const set = readSet(reader);
  if (set !== undefined) return { source: set.members, isSet: true, isComplement: set.isComplement };
  return { source: readCharacter(reader), isSet: false };
};

const readPosixClass = (reader: PatternSource): Member | undefined => {
  const expression = /\[:(\^?)([a-z]+):\]/y;
  expression.lastIndex = reader.position;
  const found = expression.exec(reader.pattern);
  if (!found) return undefined;
  const name = found[2] ?? '';
  const members = Object.hasOwn(posixClasses, name) ? posixClasses[name] : undefined;
  if (members === undefined) return invalidPattern('unknown POSIX class name');
  if (reader.ignoresCase && (name === 'lower' || name === 'upper')) return notSupported(`[:${name}:] without case in a regular expression`);
  reader.position += found[0].length;
  return { source: members, isSet: true, isComplement: found[1] === '^' };
};
