import type { Language } from '../../platform/language.js';
import { languages } from '../../platform/language.js';
import { countries } from './regions.js';

const displayNames = new Map(languages.map((language) => [language, new Intl.DisplayNames([language], { type: 'region' })]));

/** What people write though no standard has it, so that a search or an import can still be understood. */
const otherNames: Readonly<Record<string, readonly string[]>> = {
  BO: ['Bolivia'],
  CD: ['DRC', 'RDC', 'Democratic Republic of the Congo', 'République démocratique du Congo', 'Congo Kinshasa'],
  CG: ['Republic of the Congo', 'Congo Brazzaville'],
  CI: ['Ivory Coast'],
  CV: ['Cape Verde'],
  CZ: ['Czech Republic'],
  GB: ['UK', 'Great Britain', 'England', 'Scotland', 'Wales', 'Northern Ireland'],
  KR: ['Korea'],
  MK: ['Macedonia'],
  MM: ['Burma'],
  NL: ['Holland'],
  PS: ['Palestine', 'فلسطين'],
  SZ: ['Swaziland'],
  TL: ['East Timor'],
  TR: ['Turkey'],
  US: ['USA', 'United States of America'],
};

/** The name of a country in a language, as `Intl` knows it. */
export function countryName(country: string, language: Language): string {
  return displayNames.get(language)?.of(country) ?? country;
}

/** All the names under which a reader might look for a country: four languages and what else people write. */
export function namesOfCountry(country: string): readonly string[] {
  return [...new Set([...languages.map((language) => countryName(country, language)), ...(otherNames[country] ?? [])])];
}

/** The code of the country that is called so in any of the languages; capitals do not matter. */
export function countryCalled(name: string): string | undefined {
  const wanted = name.trim().toLocaleLowerCase();
  return countries.find((country) => namesOfCountry(country).some((each) => each.toLocaleLowerCase() === wanted));
}
