import type { ExternalIdentifierInput, IdentitySectionInput, ProfileSectionInput, WorkSectionInput } from '../../generated/graphql.js';
import type { InputCheck } from '../../platform/refusals.js';
import { regionOf } from '../places/regions.js';
import { exchange, thesaurus } from '../themes/thesaurusFile.js';
import { faults } from './faults.js';
import { isIdentifier, normalisedIdentifier } from './identifiers.js';
import { languageCodes } from './languageCodes.js';
import type { ChangeableSection, SectionValues } from './sections.js';

export interface CheckedSection {
  section: ChangeableSection;
  values: SectionValues;
}

/** The section that the input gives, its values as they are kept; what is wrong with them is noted under `change`. Null when no section or several are given. */
export function checkedSection(check: InputCheck, input: ProfileSectionInput, thisYear: number): CheckedSection | null {
  const { identity, work, exchange: exchanged, presence } = input;
  const given: (CheckedSection | null)[] = [
    identity ? { section: 'IDENTITY', values: checkedIdentity(check, identity, thisYear) } : null,
    work ? { section: 'WORK', values: checkedWork(check, work) } : null,
    exchanged
      ? {
          section: 'EXCHANGE',
          values: {
            offers: exchangesAt(check, exchanged.offers, 'change.exchange.offers'),
            seeks: exchangesAt(check, exchanged.seeks, 'change.exchange.seeks'),
          },
        }
      : null,
    presence ? { section: 'PRESENCE', values: checkedPresence(check, presence) } : null,
  ];
  const [only, ...others] = given.filter((each) => each !== null);
  return check.that(only !== undefined && others.length === 0, 'change', faults.oneSection) && only ? only : null;
}

const mostNames = 12;

function checkedIdentity(check: InputCheck, input: IdentitySectionInput, thisYear: number): SectionValues {
  const at = (field: string): string => `change.identity.${field}`;
  const name = plain(input.name);
  const acronym = plain(input.acronym) || null;
  const country = input.country?.trim().toUpperCase() || null;
  const foundedIn = input.foundedIn ?? null;
  check.that(isShort(name, 200), at('name'), faults.name);
  check.that((acronym?.length ?? 0) <= 40, at('acronym'), faults.acronym);
  check.that(country === null || regionOf(country) !== undefined, at('country'), faults.country);
  check.that(foundedIn === null || (foundedIn >= 1800 && foundedIn <= thisYear), at('foundedIn'), faults.foundedIn);
  const names = input.names.map(({ text, language, kind }) => ({ text: plain(text), language: languageOf(language), kind }));
  check.that(names.length <= mostNames, at('names'), faults.mostNames);
  const seen = new Set([`${name} `]);
  for (const [index, { text, language }] of names.entries()) {
    if (check.that(isShort(text, 200), at(`names.${index}.text`), faults.name)) {
      check.that(!seen.has(`${text} ${language ?? ''}`), at(`names.${index}.text`), faults.sameName);
      seen.add(`${text} ${language ?? ''}`);
    }
    check.that(language === null || languageCodes.has(language), at(`names.${index}.language`), faults.language);
  }
  const identifiers = checkedIdentifiers(check, input.identifiers, at('identifiers'));
  return { name, acronym, names, type: input.type ?? null, level: input.level, country, foundedIn, identifiers };
}

function checkedIdentifiers(check: InputCheck, input: readonly ExternalIdentifierInput[], path: string): SectionValues['identifiers'] {
  const schemes = new Set<string>();
  return input.map(({ scheme, value }, index) => {
    const kept = normalisedIdentifier(scheme, value);
    check.that(isIdentifier(scheme, kept), `${path}.${index}.value`, faults.identifier);
    check.that(!schemes.has(scheme), `${path}.${index}.scheme`, faults.sameScheme);
    schemes.add(scheme);
    return { scheme, value: kept };
  });
}

function checkedWork(check: InputCheck, input: WorkSectionInput): SectionValues {
  const at = (field: string): string => `change.work.${field}`;
  const themes = each(input.themes);
  const languages = each(input.languages.map((code) => code.trim().toLowerCase()));
  const countriesOfWork = each(input.countriesOfWork.map((code) => code.trim().toUpperCase()));
  check.that(themes.length <= 20 && themes.every((id) => thesaurus.theme(id) !== undefined), at('themes'), faults.theme);
  check.that(
    countriesOfWork.every((code) => regionOf(code) !== undefined),
    at('countriesOfWork'),
    faults.country,
  );
  if (check.that(languages.length <= 30, at('languages'), faults.mostLanguages)) {
    check.that(
      languages.every((code) => languageCodes.has(code)),
      at('languages'),
      faults.language,
    );
  }
  return { themes, mechanisms: each(input.mechanisms), countriesOfWork, languages };
}

function exchangesAt(check: InputCheck, ids: readonly string[], path: string): string[] {
  check.that(
    ids.every((id) => exchange(id) !== undefined),
    path,
    faults.exchange,
  );
  return each(ids);
}

const mostDescriptions = 12;

function checkedPresence(check: InputCheck, { website, descriptions }: NonNullable<ProfileSectionInput['presence']>): SectionValues {
  const at = (field: string): string => `change.presence.${field}`;
  const page = website?.trim() || null;
  check.that(page === null || isPage(page), at('website'), faults.website);
  check.that(descriptions.length <= mostDescriptions, at('descriptions'), faults.mostDescriptions);
  const languages = new Set<string>();
  const kept = descriptions.map(({ language: written, text: given }, index) => {
    const [language, text] = [written.trim().toLowerCase(), given.replace(/\r\n?/g, '\n').trim().normalize('NFC')];
    if (check.that(languageCodes.has(language), at(`descriptions.${index}.language`), faults.language)) {
      check.that(!languages.has(language), at(`descriptions.${index}.language`), faults.sameLanguage);
      languages.add(language);
    }
    check.that(isShort(text, 2000), at(`descriptions.${index}.text`), faults.description);
    return { language, text };
  });
  return { website: page, descriptions: kept };
}

function isShort(text: string, most: number): boolean {
  return text.length >= 1 && text.length <= most;
}

/** One line of text, as names are kept. */
function plain(text: string | null | undefined): string {
  return (text ?? '').replace(/\s+/g, ' ').trim().normalize('NFC');
}

function languageOf(code: string | null | undefined): string | null {
  return code?.trim().toLowerCase() || null;
}

function each<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

/** Other schemes, such as `javascript:`, must never become a link. */
function isPage(address: string): boolean {
  if (address.length > 500 || !URL.canParse(address)) return false;
  const { protocol, hostname, username, password } = new URL(address);
  return (
    ['https:', 'http:'].includes(protocol) && hostname.includes('.') && username === '' && password === '' && /^https?:\/\//.test(address)
  );
}
