import type { BSONRegExp } from '../../bson/values.js';

const literalCharacters = /^(?:\^|\\A)((?:[^\\^$.|?*+()[\]{}\n]|\\[^a-zA-Z0-9\n])+)/;

/** The text with which every match begins, for a pattern tied to the start; `undefined` when there is none to be sure of. */
export const literalPrefix = (pattern: BSONRegExp): string | undefined => {
  if (/[imx]/.test(pattern.options) || pattern.pattern.includes('|')) return undefined;
  const literal = literalCharacters.exec(pattern.pattern);
  if (literal?.[1] === undefined) return undefined;
  const characters = literal[1].match(/\\?./gsu) ?? [];
  const next = pattern.pattern[literal[0].length];
  const lastIsQuantified = next !== undefined && '?*+{'.includes(next);
  const certain = (lastIsQuantified ? characters.slice(0, -1) : characters).map((character) =>
    character.length > 1 && character.startsWith('\\') ? character.slice(1) : character,
  );
  return certain.length === 0 ? undefined : certain.join('');
};
