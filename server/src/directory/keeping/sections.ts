import { createHash } from 'node:crypto';
import type { OrganisationShape } from '../Organisation.js';
import type { LevelName, OrganisationRecord } from '../OrganisationRecord.js';
import type {
  DescriptionRecord,
  IdentifierRecord,
  MechanismName,
  NameRecord,
  OrganisationTypeName,
  ProfileSectionName,
} from '../profile.js';

/** What a profile says, field by field. */
export interface ProfileValues {
  name: string;
  acronym: string | null;
  names: readonly NameRecord[];
  type: OrganisationTypeName | null;
  level: LevelName;
  country: string | null;
  foundedIn: number | null;
  identifiers: readonly IdentifierRecord[];
  /** Keys of the themes that it states. */
  themes: readonly string[];
  mechanisms: readonly MechanismName[];
  countriesOfWork: readonly string[];
  languages: readonly string[];
  offers: readonly string[];
  seeks: readonly string[];
  website: string | null;
  descriptions: readonly DescriptionRecord[];
}

export type ProfileFieldName = keyof ProfileValues;

/** The sections that can be changed; networks are the secretariat's matter. */
export type ChangeableSection = Exclude<ProfileSectionName, 'AFFILIATIONS'>;

export const fieldsOfSection: Readonly<Record<ChangeableSection, readonly ProfileFieldName[]>> = {
  IDENTITY: ['name', 'acronym', 'names', 'type', 'level', 'country', 'foundedIn', 'identifiers'],
  WORK: ['themes', 'mechanisms', 'countriesOfWork', 'languages'],
  EXCHANGE: ['offers', 'seeks'],
  PRESENCE: ['website', 'descriptions'],
};

export const profileFields: readonly ProfileFieldName[] = Object.values(fieldsOfSection).flat();

/** The values of one section. */
export type SectionValues = Partial<ProfileValues>;

/** What the database keeps; a field that it does not know yet says nothing. */
export function valuesOfShape(shape: OrganisationShape): ProfileValues {
  return {
    name: shape.name,
    acronym: shape.acronym,
    names: (shape.names ?? []).map(({ text, language, kind }) => ({ text, language, kind })),
    type: shape.type ?? null,
    level: shape.level,
    country: shape.country,
    foundedIn: shape.foundedIn ?? null,
    identifiers: (shape.identifiers ?? []).map(({ scheme, value }) => ({ scheme, value })),
    themes: shape.statedThemes ?? [],
    mechanisms: shape.mechanisms ?? [],
    countriesOfWork: shape.countriesOfWork ?? [],
    languages: shape.languages ?? [],
    offers: shape.offers ?? [],
    seeks: shape.seeks ?? [],
    website: shape.website ?? null,
    descriptions: (shape.descriptions ?? []).map(({ language, text }) => ({ language, text })),
  };
}

/** The same as the memory of the process holds it. */
export function valuesOfRecord(record: OrganisationRecord): ProfileValues {
  const stated = record.themes.filter(({ basis }) => basis === 'STATED').map(({ themeId }) => themeId);
  return valuesOfShape({ ...(record as unknown as OrganisationShape), statedThemes: stated });
}

/** These values as the database keeps them. */
export function asKept({ themes, ...rest }: SectionValues): Partial<OrganisationShape> {
  return { ...rest, ...(themes === undefined ? {} : { statedThemes: themes }) };
}

/** The values of some fields alone. */
export function pick(values: ProfileValues, fields: readonly ProfileFieldName[]): SectionValues {
  return Object.fromEntries(fields.map((field) => [field, values[field]]));
}

/** Two values of a field that say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one ?? null) === JSON.stringify(other ?? null);
}

/** A mark of what the values say: other values have another mark. */
export function markOf(values: unknown): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16);
}

/** The version of a section, or of the whole. `networks` are those of its affiliations, in their order. */
export function versionOf(values: ProfileValues, section: ProfileSectionName | null, networks: readonly string[]): string {
  if (section === 'AFFILIATIONS') return markOf(networks);
  if (section === null) return markOf([profileFields.map((field) => values[field]), networks]);
  return markOf(fieldsOfSection[section].map((field) => values[field]));
}
