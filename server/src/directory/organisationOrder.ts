import type { Language } from '../platform/language.js';
import { languages } from '../platform/language.js';
import type { CursorKey, ListOrder } from '../platform/pagination.js';
import type { OrganisationRecord } from './OrganisationRecord.js';
import type { Matches } from './OrganisationSearch.js';

export type SortName = 'NAME' | 'COUNTRY' | 'RELEVANCE';

const collators = new Map(languages.map((language) => [language, new Intl.Collator(language, { numeric: true })]));

/** How organisations are sorted, as the reader's language sorts; equal names by key, so that the order is one and the same always. */
export function organisationOrder(sort: SortName, language: Language, matches: Matches | null): ListOrder<OrganisationRecord> {
  const byText = byTextIn(language);
  if (sort === 'COUNTRY') {
    return {
      keyOf: ({ country, name, id }) => [country, name, id],
      compare: (one, other) => nullLast(one[0], other[0]) || byText(one[1], other[1]) || byCode(one[2], other[2]),
    };
  }
  if (sort === 'RELEVANCE' && matches !== null) {
    return {
      keyOf: ({ name, id }) => [matches.get(id) ?? 0, name, id],
      compare: (one, other) => Number(other[0]) - Number(one[0]) || byText(one[1], other[1]) || byCode(one[2], other[2]),
    };
  }
  return {
    keyOf: ({ name, id }) => [name, id],
    compare: (one, other) => byText(one[0], other[0]) || byCode(one[1], other[1]),
  };
}

type Part = CursorKey[number] | undefined;

function byTextIn(language: Language): (one: Part, other: Part) => number {
  const collator = collators.get(language);
  return (one, other) => collator?.compare(String(one), String(other)) ?? 0;
}

function byCode(one: Part, other: Part): number {
  const [left, right] = [String(one), String(other)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function nullLast(one: Part, other: Part): number {
  if (one === other) return 0;
  if (one === null) return 1;
  return other === null ? -1 : byCode(one, other);
}
