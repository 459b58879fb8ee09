import type { Comparable } from './findPossibleDuplicates.js';
import { findPossibleDuplicates } from './findPossibleDuplicates.js';

type Entry = [name: string, country?: string | null, acronym?: string | null];

function proposed(...entries: Entry[]): string[][] {
  const organisations: Comparable[] = entries.map(([name, country = null, acronym = null], position) => ({
    id: String(position),
    name,
    country,
    acronym,
  }));
  return findPossibleDuplicates(organisations).map(({ reasons }) => reasons.map(({ kind }) => kind));
}

test.each<[string, Entry, Entry, string]>([
  ['capitals', ['Terre des Hommes', 'CH'], ['Terre des hommes', 'CH'], 'SAME_NAME'],
  ['accents', ['Borns Vilkar', 'DK'], ['Børns Vilkår', null], 'SAME_NAME'],
  ['the other name in parentheses', ['Borns Vilkar (Børns Vilkår)', 'DK'], ['Børns Vilkår', 'DK'], 'SAME_NAME'],
  ['a translation in parentheses', ['NGO Parents (NVU Roditelji)', 'ME'], ['NVU Roditelji', 'ME'], 'SAME_NAME'],
  ['a word left out', ['Plataforma de Organizaciones de Infancia', 'ES'], ['Plataforma de Infancia', 'ES'], 'SIMILAR_NAME'],
  ['a typing error', ['Kantha Shakthi Organisation', 'LK'], ['Kantha Shakti Organisation', 'LK'], 'SIMILAR_NAME'],
  ['a typing error in its one word', ['Butterflies', 'IN'], ['Buterflies', 'IN'], 'SIMILAR_NAME'],
  ['the acronym', ['Uganda Child Rights NGO Network', 'UG', 'UCRNN'], ['The Ugandan Network', 'UG', 'UCRNN'], 'SAME_ACRONYM'],
  ['the acronym as name', ['Tanzania Child Rights Forum', 'TZ', 'TCRF'], ['TCRF', null], 'NAME_IS_ACRONYM'],
  ['the same name in two countries', ['Butterflies', 'IN'], ['Butterflies', 'GB'], 'SAME_NAME'],
])('two entries that differ by %s are proposed', (_by, one, other, reason) => {
  expect(proposed(one, other)).toEqual([expect.arrayContaining([reason])]);
});

test.each<[string, Entry, Entry]>([
  ['sections in two countries', ['War Child Holland', 'NL'], ['War Child UK', 'GB']],
  ['a section and its mother', ['Plan International', null], ['Plan International Togo', 'TG']],
  ['sections named after their countries', ['DCI Ghana', 'GH'], ['DCI Belgium', 'BE']],
  ['the same region in parentheses', ['ChildFund (Latin America)', null], ['Aldeas SOS (Latin America)', null]],
  ['a number', ['Fictional Centre 1', 'KE'], ['Fictional Centre 2', 'KE']],
  ['a short word', ['Fictional Centre Lea', 'KE'], ['Fictional Centre Leo', 'KE']],
  ['common words', ['Child Rights Coalition', 'KH'], ['Child Protection Forum', 'KH']],
  ['an acronym in two countries', ['One Centre', 'KE', 'ABC'], ['Another Forum', 'PH', 'ABC']],
])('%s are left alone', (_what, one, other) => {
  expect(proposed(one, other)).toEqual([]);
});

test('a pair is the same pair whichever comes first', () => {
  const one = { id: 'a', name: 'Lumos', acronym: null, country: 'GB' };
  const other = { id: 'b', name: 'LUMOS', acronym: null, country: 'GB' };
  expect(findPossibleDuplicates([one, other])).toEqual(findPossibleDuplicates([other, one]));
});

test('of ten thousand organisations, each there twice, every pair is found', () => {
  const letters = (number: number): string => [...String(number)].map((digit) => 'bcdfghklmn'[Number(digit)]).join('o');
  const organisations = Array.from({ length: 10_000 }, (_, number) => ({
    id: String(number).padStart(5, '0'),
    name: `${number < 5000 ? 'Fictional' : 'FICTIONAL'} Child Rights Centre ${letters(number % 5000)}`,
    acronym: null,
    country: 'KE',
  }));
  const pairs = findPossibleDuplicates(organisations).filter(({ reasons }) => reasons[0]?.kind === 'SAME_NAME');
  expect(pairs).toHaveLength(5000);
});
