import { wordsOf, isTelling } from '../fold.js';
import { allPhrases, longestPhrases } from './phrases.js';
import type { Thesaurus } from './Thesaurus.js';

/** The themes that names speak of, read by the longest terms in them; each once, in the order in which they are found. */
export function themesInNames(names: readonly string[], thesaurus: Thesaurus): string[] {
  const found = names.flatMap((name) =>
    longestPhrases(wordsOf(name).filter(isTelling), (phrase) => thesaurus.meant(phrase)).flatMap(({ meaning }) => [...meaning]),
  );
  return [...new Set(found)];
}

/** The themes of which any term stands in a name, short terms inside longer ones as well: what a search for the term must find. */
export function themesNamed(names: readonly string[], thesaurus: Thesaurus): string[] {
  const found = names.flatMap((name) =>
    allPhrases(wordsOf(name).filter(isTelling), (phrase) => thesaurus.meant(phrase)).flatMap((meaning) => [...meaning]),
  );
  return [...new Set(found)];
}
