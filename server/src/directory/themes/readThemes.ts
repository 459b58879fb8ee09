import { longestPhrases, tellingWords } from './phrases.js';
import type { OrganisationShape } from '../Organisation.js';
import type { ThemeReading } from '../profile.js';
import type { Thesaurus } from './Thesaurus.js';
import { thesaurus } from './thesaurusFile.js';

/** The themes that names speak of, read by the longest terms in them; each once, in the order in which they are found. */
export function themesInNames(names: readonly string[], thesaurus: Thesaurus): string[] {
  const found = names.flatMap((name) =>
    longestPhrases(tellingWords(name), (phrase) => thesaurus.meant(phrase)).flatMap(({ meaning }) => [...meaning]),
  );
  return [...new Set(found)];
}

/** The themes that an organisation states or, as long as it states none, those that its names of today are read to say. */
export function themesOf({ name, names, statedThemes }: Pick<OrganisationShape, 'name'> & Partial<OrganisationShape>): ThemeReading[] {
  if (statedThemes) {
    return statedThemes.filter((themeId) => thesaurus.theme(themeId) !== undefined).map((themeId) => ({ themeId, basis: 'STATED' }));
  }
  const ofToday = (names ?? []).filter(({ kind }) => kind !== 'FORMER').map(({ text }) => text);
  return themesInNames([name, ...ofToday], thesaurus).map((themeId) => ({ themeId, basis: 'NAME' }));
}
