import type { Language } from '../../platform/language.js';
import { languages } from '../../platform/language.js';
import { countryName } from '../places/countryNames.js';
import { exchange, thesaurus } from '../themes/thesaurusFile.js';
import type { ProfileFieldName, SectionValues } from './sections.js';
import { isSame } from './sections.js';

/** One value of a field, to be read. */
export interface ShownValue {
  code: string;
  text: string;
  language: string | null;
}

/** The names of fields in the contract. */
export type FieldCode = keyof typeof fieldByCode;

export const fieldByCode = {
  NAME: 'name',
  ACRONYM: 'acronym',
  NAMES: 'names',
  TYPE: 'type',
  LEVEL: 'level',
  COUNTRY: 'country',
  FOUNDED_IN: 'foundedIn',
  IDENTIFIERS: 'identifiers',
  THEMES: 'themes',
  MECHANISMS: 'mechanisms',
  COUNTRIES_OF_WORK: 'countriesOfWork',
  LANGUAGES: 'languages',
  OFFERS: 'offers',
  SEEKS: 'seeks',
  WEBSITE: 'website',
  DESCRIPTIONS: 'descriptions',
  PLACE: 'place',
  LISTING: 'listing',
} as const satisfies Readonly<Record<string, ProfileFieldName | 'place' | 'listing'>>;

const codeByField: ReadonlyMap<string, FieldCode> = new Map(
  (Object.keys(fieldByCode) as FieldCode[]).map((code) => [fieldByCode[code], code]),
);

/** What the contract calls the field; undefined when it is none of a profile. */
export function codeOfField(field: string): FieldCode | undefined {
  return codeByField.get(field);
}

/** One field on two sides. */
export interface Difference {
  field: FieldCode;
  before: ShownValue[];
  after: ShownValue[];
}

/** The fields in which the two differ, among those of the second. */
export function differingFields(before: SectionValues, after: SectionValues): ProfileFieldName[] {
  return (Object.keys(after) as ProfileFieldName[]).filter((field) => !isSame(before[field], after[field]));
}

/** Those fields side by side, in the reader's words. */
export function differencesBetween(
  before: SectionValues,
  after: SectionValues,
  language: Language,
  fields: readonly ProfileFieldName[] = differingFields(before, after),
): Difference[] {
  return fields.flatMap((field) => {
    const code = codeOfField(field);
    return code === undefined
      ? []
      : [{ field: code, before: shown(field, before[field], language), after: shown(field, after[field], language) }];
  });
}

const languageNames = new Map(languages.map((each) => [each, new Intl.DisplayNames([each], { type: 'language' })]));

/** The value of a field, one entry a value, in the reader's words where the portal has them. */
export function shown(field: string, value: unknown, language: Language): ShownValue[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((each: unknown) => shown(field, each, language));
  if (typeof value === 'object') return [shownPart(value)];
  const code = String(value);
  return [{ code, text: wordsFor(field, code, language), language: null }];
}

/** A name, a description or an identifier. */
function shownPart(part: object): ShownValue {
  const { text, value, language, scheme } = part as Partial<Record<'text' | 'value' | 'language' | 'scheme', string | null>>;
  const said = text ?? value ?? '';
  return { code: scheme ?? said, text: scheme == null ? said : `${scheme} ${said}`, language: language ?? null };
}

function wordsFor(field: string, code: string, language: Language): string {
  switch (field) {
    case 'country':
    case 'countriesOfWork':
      return countryName(code, language);
    case 'languages':
      return languageNames.get(language)?.of(code) ?? code;
    case 'themes':
      return thesaurus.theme(code)?.label[language] ?? code;
    case 'offers':
    case 'seeks':
      return exchange(code)?.label[language] ?? code;
    default:
      return code;
  }
}

/** A value as the audit trail keeps it: plain when it is plain, else as JSON; null when it is nothing. */
export function audited(value: unknown): string | null {
  if (value === null || value === undefined || (Array.isArray(value) && value.length === 0)) return null;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The value that `audited` has written. */
export function unaudited(text: string | null): unknown {
  if (text === null || !/^[[{]/.test(text)) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
