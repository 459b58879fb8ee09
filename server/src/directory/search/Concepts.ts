import SearchableMap from 'minisearch/SearchableMap';
import { namesOfCountry } from '../places/countryNames.js';
import { namesOfRegions, namesOfUnRegions } from '../places/regionNames.js';
import { countries, regions } from '../places/regions.js';
import { unRegions } from '../places/unRegions.js';
import { allPhrases, phraseOf, tellingWords } from '../themes/phrases.js';
import type { Thesaurus } from '../themes/Thesaurus.js';
import { NearWords } from './NearWords.js';

/** A theme or a part of the world, whatever it is called: `theme:education`, `country:KH`, `region:AFRICA`, `group:AFRICAN_STATES`. */
export type ConceptKey = `${'theme' | 'country' | 'region' | 'group'}:${string}`;

/** The phrases of four languages that stand for themes and parts of the world. */
export class Concepts {
  readonly #phrases = new SearchableMap<ConceptKey[]>();
  /** The same, for typing errors. */
  readonly #near = new NearWords();
  /** The same for whole phrases, which a map finds faster. */
  readonly #meanings = new Map<string, ConceptKey[]>();
  /** What a phrase says in a name: a wider theme says nothing of the narrower ones there. */
  readonly #named = new Map<string, ConceptKey[]>();

  constructor(thesaurus: Thesaurus) {
    for (const [phrase, themeIds] of thesaurus.phrases()) for (const id of themeIds) this.#add(phrase, `theme:${id}`);
    for (const country of countries) for (const name of namesOfCountry(country)) this.#add(phraseOf(name), `country:${country}`);
    for (const region of regions) for (const name of namesOfRegions[region]) this.#add(phraseOf(name), `region:${region}`);
    for (const group of unRegions) for (const name of namesOfUnRegions[group]) this.#add(phraseOf(name), `group:${group}`);
    for (const [phrase, concepts] of this.#meanings) {
      const themes = thesaurus.meant(phrase);
      const named = concepts.filter((concept) => !concept.startsWith('theme:') || themes?.has(concept.slice('theme:'.length)));
      if (named.length > 0) this.#named.set(phrase, named);
    }
  }

  /** What a whole phrase, as `phraseOf` writes it, stands for. */
  meaning(phrase: string): readonly ConceptKey[] | undefined {
    return this.#meanings.get(phrase);
  }

  /** Every phrase that begins so, with what it stands for. */
  begun(text: string): Iterable<[phrase: string, concepts: readonly ConceptKey[]]> {
    return text === '' ? [] : this.#phrases.atPrefix(text);
  }

  /** Phrases of which the last word is begun by the last word of the text: what somebody may be about to type. */
  *begunBy(text: string): Iterable<[phrase: string, concepts: readonly ConceptKey[]]> {
    for (const [phrase, concepts] of this.#phrases.atPrefix(text)) if (!phrase.includes(' ', text.length)) yield [phrase, concepts];
  }

  /** Phrases of one word that the word may have been meant for, a letter or two being wrong. */
  near(word: string, mistakes: 1 | 2): readonly ConceptKey[][] {
    return this.#near.near(word, mistakes).map((phrase) => this.#meanings.get(phrase) ?? []);
  }

  /** What the names speak of, by whichever term of whichever language. */
  namedIn(names: readonly string[]): Set<ConceptKey> {
    return new Set(names.flatMap((name) => allPhrases(tellingWords(name), (phrase) => this.#named.get(phrase)).flat()));
  }

  #add(phrase: string, concept: ConceptKey): void {
    const known = this.#meanings.get(phrase) ?? [];
    if (!known.includes(concept)) known.push(concept);
    this.#meanings.set(phrase, known);
    this.#phrases.set(phrase, known);
    this.#near.add(phrase);
  }
}
