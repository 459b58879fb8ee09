import type { OrganisationRecord } from '../OrganisationRecord.js';
import { unRegionOf } from '../places/unRegions.js';
import { wordsOf } from '../fold.js';
import type { ConceptKey, Concepts } from './Concepts.js';

/** Where a search may find an organisation. */
export const fields = ['ACRONYM', 'NAME', 'OTHER_NAME', 'THEME', 'COUNTRY', 'PLACE', 'COUNTRY_OF_WORK', 'REGION', 'NETWORK'] as const;
export type FieldName = (typeof fields)[number];

/** What a word or concept is worth that is found there. */
export const worthOfField: Readonly<Record<FieldName, number>> = {
  ACRONYM: 5,
  NAME: 4,
  OTHER_NAME: 4,
  THEME: 3,
  COUNTRY: 2,
  PLACE: 2,
  COUNTRY_OF_WORK: 1,
  REGION: 1,
  NETWORK: 1,
};

/** One word or concept by which an organisation is found. */
export interface Token {
  readonly field: FieldName;
  /** A folded word or a concept. */
  readonly key: string;
  /** In what it stands, as the organisation writes it; null for a concept that is no name. */
  readonly text: string | null;
}

/** The key of an acronym as a whole, by which it is found even where its letters mean something else, as DRC does. */
export function wholeAcronym(words: readonly string[]): string {
  return `=${words.join(' ')}`;
}

/** Everything by which an organisation is found; nothing of it is narrower than what whoever may see the organisation reads. */
export function tokensOf(organisation: OrganisationRecord, concepts: Concepts): Token[] {
  const tokens: Token[] = [];
  const put = (field: FieldName, text: string): void => {
    for (const key of wordsOf(text)) tokens.push({ field, key, text });
  };
  const putConcept = (field: FieldName, key: ConceptKey, text: string | null = null): void => void tokens.push({ field, key, text });
  const { name, acronym, names, themes, country, countriesOfWork, region, place, affiliations } = organisation;

  put('NAME', name);
  for (const concept of concepts.namedIn([name])) putConcept('NAME', concept, name);
  for (const { text } of names) {
    put('OTHER_NAME', text);
    for (const concept of concepts.namedIn([text])) putConcept('OTHER_NAME', concept, text);
  }
  if (acronym !== null) {
    put('ACRONYM', acronym);
    tokens.push({ field: 'ACRONYM', key: wholeAcronym(wordsOf(acronym)), text: acronym });
    // An acronym of one word is no word of any language.
    if (acronym.includes(' ') || acronym.includes('-'))
      for (const concept of concepts.namedIn([acronym])) putConcept('ACRONYM', concept, acronym);
  }
  for (const { themeId } of themes) putConcept('THEME', `theme:${themeId}`);
  if (country !== null) putConcept('COUNTRY', `country:${country}`);
  for (const each of countriesOfWork) if (each !== country) putConcept('COUNTRY_OF_WORK', `country:${each}`);
  if (region !== null) putConcept('REGION', `region:${region}`);
  const group = unRegionOf(country);
  if (group !== undefined) putConcept('REGION', `group:${group}`);
  for (const text of new Set([place?.city, place?.region])) if (text) put('PLACE', text);
  for (const { network, role } of affiliations) {
    for (const key of wordsOf(role === null ? network : `${network} ${role}`)) tokens.push({ field: 'NETWORK', key, text: network });
    for (const concept of concepts.namedIn([network])) putConcept('NETWORK', concept, network);
  }
  return tokens;
}
