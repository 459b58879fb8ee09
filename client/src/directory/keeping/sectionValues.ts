import type {
  IdentifierScheme,
  KeptOrganisationFragment,
  Mechanism,
  NameKind,
  OrganisationLevel,
  OrganisationType,
  ProfileSectionInput,
  ProfileSectionsFragment,
} from '../../generated/graphql.js';

/** What is typed into a form, with the version of the section that was seen when it was opened. */
interface Seen {
  version: string;
  reason: string;
}

export interface IdentityValues extends Seen {
  name: string;
  acronym: string;
  names: { text: string; language: string; kind: NameKind }[];
  type: OrganisationType | '';
  level: OrganisationLevel;
  country: string;
  foundedIn: string;
  identifiers: { scheme: IdentifierScheme; value: string }[];
}

export interface WorkValues extends Seen {
  themes: string[];
  mechanisms: Mechanism[];
  countriesOfWork: string[];
  languages: string[];
}

export interface ExchangeValues extends Seen {
  offers: string[];
  seeks: string[];
}

export interface PresenceValues extends Seen {
  website: string;
  descriptions: { language: string; text: string }[];
}

type Kept = KeptOrganisationFragment;
type Profile = ProfileSectionsFragment;

export function identityOf(kept: Kept, profile: Profile): IdentityValues {
  return {
    version: kept.identityVersion,
    reason: '',
    name: kept.name,
    acronym: kept.acronym ?? '',
    names: profile.names.map(({ text, language, kind }) => ({ text, language: language ?? '', kind })),
    type: profile.type ?? '',
    level: kept.level,
    country: kept.country ?? '',
    foundedIn: profile.foundedIn == null ? '' : String(profile.foundedIn),
    identifiers: profile.identifiers.map(({ scheme, value }) => ({ scheme, value })),
  };
}

export function workOf(kept: Kept, profile: Profile): WorkValues {
  return {
    version: kept.workVersion,
    reason: '',
    themes: profile.themes.filter(({ basis }) => basis === 'STATED').map(({ theme }) => theme.id),
    mechanisms: [...profile.mechanisms],
    countriesOfWork: [...profile.countriesOfWork],
    languages: [...profile.languages],
  };
}

export function exchangeOf(kept: Kept, profile: Profile): ExchangeValues {
  return {
    version: kept.exchangeVersion,
    reason: '',
    offers: profile.offers.map(({ id }) => id),
    seeks: profile.seeks.map(({ id }) => id),
  };
}

export function presenceOf(kept: Kept, profile: Profile): PresenceValues {
  return {
    version: kept.presenceVersion,
    reason: '',
    website: profile.website ?? '',
    descriptions: profile.descriptions.map(({ language, text }) => ({ language, text })),
  };
}

export function identityChange({
  name,
  acronym,
  names,
  type,
  level,
  country,
  foundedIn,
  identifiers,
}: IdentityValues): ProfileSectionInput {
  return {
    identity: {
      name,
      acronym: acronym || null,
      names: names.map(({ text, language, kind }) => ({ text, language: language || null, kind })),
      type: type || null,
      level,
      country: country || null,
      foundedIn: yearOf(foundedIn),
      identifiers,
    },
  };
}

/** The year that was typed; what is no whole number is sent as a year that the server calls wrong, so that it is said beside the field. */
function yearOf(typed: string): number | null {
  if (typed.trim() === '') return null;
  return /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : 0;
}

export function workChange({ themes, mechanisms, countriesOfWork, languages }: WorkValues): ProfileSectionInput {
  return { work: { themes, mechanisms, countriesOfWork, languages } };
}

export function exchangeChange({ offers, seeks }: ExchangeValues): ProfileSectionInput {
  return { exchange: { offers, seeks } };
}

export function presenceChange({ website, descriptions }: PresenceValues): ProfileSectionInput {
  return { presence: { website: website || null, descriptions } };
}
