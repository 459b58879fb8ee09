import type { Language } from '../platform/language.js';
import { languages } from '../platform/language.js';
import type { CursorKey, ListOrder } from '../platform/pagination.js';
import type { OrganisationRecord } from './OrganisationRecord.js';
import { countryName } from './places/countryNames.js';
import { countries } from './places/regions.js';

export type SortName = 'NAME' | 'COUNTRY' | 'RELEVANCE';

const collators = new Map(languages.map((language) => [language, new Intl.Collator(language, { numeric: true })]));

/** How organisations are sorted, as the reader's language sorts; equal names by key, so that the order is one and the same always. */
export function organisationOrder(
  sort: SortName,
  language: Language,
  worthOf: ((organisation: OrganisationRecord) => number) | null,
): ListOrder<OrganisationRecord> {
  const byText = byTextIn(language);
  if (sort === 'COUNTRY') {
    // The cursor holds the code, which every language can place.
    return {
      keyOf: ({ country, name, id }) => [country, name, id],
      compare: (one, other) =>
        rankOf(one[0], language) - rankOf(other[0], language) || byText(one[1], other[1]) || byCode(one[2], other[2]),
    };
  }
  if (sort === 'RELEVANCE' && worthOf !== null) {
    return {
      keyOf: (organisation) => [worthOf(organisation), organisation.name, organisation.id],
      compare: (one, other) => Number(other[0]) - Number(one[0]) || byText(one[1], other[1]) || byCode(one[2], other[2]),
    };
  }
  return {
    keyOf: ({ name, id }) => [name, id],
    compare: (one, other) => byText(one[0], other[0]) || byCode(one[1], other[1]),
  };
}

/** Where the country stands among all by its name in the language; the last place is for no country. */
export function rankOfCountry(country: string | null, language: Language): number {
  return rankOf(country, language);
}

type Part = CursorKey[number] | undefined;

const ranksOfCountries = new Map<Language, ReadonlyMap<Part, number>>();

function rankOf(country: Part, language: Language): number {
  let ranks = ranksOfCountries.get(language);
  if (ranks === undefined) {
    const byText = byTextIn(language);
    const sorted = [...countries].sort((one, other) => byText(countryName(one, language), countryName(other, language)));
    ranksOfCountries.set(language, (ranks = new Map(sorted.map((each, rank) => [each, rank]))));
  }
  return ranks.get(country) ?? countries.length;
}

function byTextIn(language: Language): (one: Part, other: Part) => number {
  const collator = collators.get(language);
  return (one, other) => collator?.compare(String(one), String(other)) ?? 0;
}

function byCode(one: Part, other: Part): number {
  const [left, right] = [String(one), String(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}
