/** What kind of organisation it is. */
export const organisationTypes = [
  'NATIONAL_COALITION',
  'NATIONAL_OR_LOCAL',
  'REGIONAL',
  'INTERNATIONAL',
  'ACADEMIC',
  'PUBLIC_BODY',
  'CHILD_OR_YOUTH_LED',
  'INDIVIDUAL',
] as const;
export type OrganisationTypeName = (typeof organisationTypes)[number];

export const nameKinds = ['TRANSLATED', 'ALSO_KNOWN', 'FORMER'] as const;

/** Another name of an organisation. */
export interface NameRecord {
  readonly text: string;
  /** ISO 639-1; null when the name belongs to no language. */
  readonly language: string | null;
  readonly kind: (typeof nameKinds)[number];
}

/** The bodies and processes with which an organisation works. */
export const mechanisms = [
  'COMMITTEE_ON_THE_RIGHTS_OF_THE_CHILD',
  'UNIVERSAL_PERIODIC_REVIEW',
  'HUMAN_RIGHTS_COUNCIL',
  'SPECIAL_PROCEDURES',
  'COMMITTEE_ON_DISCRIMINATION_AGAINST_WOMEN',
  'COMMITTEE_ON_PERSONS_WITH_DISABILITIES',
  'OTHER_TREATY_BODIES',
  'HIGH_LEVEL_POLITICAL_FORUM',
  'REGIONAL_MECHANISMS',
] as const;
export type MechanismName = (typeof mechanisms)[number];

export const themeBases = ['STATED', 'NAME'] as const;

/** That an organisation works on a theme: it says so itself, or its name is read so. */
export interface ThemeReading {
  readonly themeId: string;
  readonly basis: (typeof themeBases)[number];
}

export interface DescriptionRecord {
  /** ISO 639-1. */
  readonly language: string;
  readonly text: string;
}

export const identifierSchemes = ['ROR', 'ISNI', 'WIKIDATA', 'LEI', 'ECOSOC', 'NATIONAL_REGISTER'] as const;

export interface IdentifierRecord {
  readonly scheme: (typeof identifierSchemes)[number];
  readonly value: string;
}

/** The parts of a profile that are confirmed by themselves. */
export const profileSections = ['IDENTITY', 'WORK', 'EXCHANGE', 'PRESENCE', 'AFFILIATIONS'] as const;
export type ProfileSectionName = (typeof profileSections)[number];

export interface ConfirmationRecord {
  readonly section: ProfileSectionName;
  /** YYYY-MM-DD. */
  readonly confirmedOn: string;
}

/** What an organisation says of itself beyond what the public record says of it. */
export interface OrganisationProfile {
  readonly names: readonly NameRecord[];
  readonly type: OrganisationTypeName | null;
  readonly mechanisms: readonly MechanismName[];
  /** ISO 3166-1 alpha-2. */
  readonly countriesOfWork: readonly string[];
  /** ISO 639-1. */
  readonly languages: readonly string[];
  /** Keys of exchanges. */
  readonly offers: readonly string[];
  /** Keys of exchanges. */
  readonly seeks: readonly string[];
  readonly foundedIn: number | null;
  readonly website: string | null;
  readonly descriptions: readonly DescriptionRecord[];
  readonly identifiers: readonly IdentifierRecord[];
  readonly confirmations: readonly ConfirmationRecord[];
}

/** A day that is known more or less exactly; the first possible one when only its month or year is known. */
export interface ApproximateDay {
  /** YYYY-MM-DD. */
  readonly on: string;
  readonly precision: 'DAY' | 'MONTH' | 'YEAR';
}

/** From which day on a confirmed part of a profile is shown as in need of confirmation: a year later, YYYY-MM-DD. */
export function confirmAgainOn({ confirmedOn }: ConfirmationRecord): string {
  return `${String(Number(confirmedOn.slice(0, 4)) + 1).padStart(4, '0')}${confirmedOn.slice(4)}`;
}
