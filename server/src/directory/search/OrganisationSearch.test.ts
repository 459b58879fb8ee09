import type { DirectoryIndex } from '../DirectoryIndex.js';
import { organisations } from '../queries.js';
import { indexOf } from '../testing/records.js';

const directory = indexOf(
  { name: 'Child Rights Coalition Cambodia', acronym: 'CRC-Cambodia', country: 'KH', networks: ['CRC Asia'] },
  { name: 'Child Rights Coalition Asia', acronym: 'CRC Asia', country: 'PH' },
  { name: 'Borns Vilkar (Børns Vilkår)', country: 'DK', networks: ['Eurochild'] },
  { name: 'Plataforma de Organizaciones de Infancia', acronym: 'POI', country: 'ES' },
  { name: "Bureau International Catholique de l'Enfance", acronym: 'BICE', country: 'FR' },
  { name: 'شبكة حماية الأطفال', country: 'LB', networks: ['Manara Network'] },
  { name: 'Butterflies', country: 'IN', networks: ['SAAGN'] },
  { name: 'Forum des ONG', country: 'CI' },
);

function found(search: string, inside: DirectoryIndex = directory): string[] {
  return organisations({ directory: inside, viewer: null, language: 'en' }, { first: 100, search }).edges.map(({ node }) => node.name);
}

test.each([
  ['the beginning of a word', 'butterf', 'Butterflies'],
  ['one letter wrong', 'butterfleis', 'Butterflies'],
  ['one letter missing', 'Coaltion Cambodia', 'Child Rights Coalition Cambodia'],
  ['no accents', 'borns vilkar', 'Borns Vilkar (Børns Vilkår)'],
  ['accents', 'Børns Vilkår', 'Borns Vilkar (Børns Vilkår)'],
  ['capitals', 'POI', 'Plataforma de Organizaciones de Infancia'],
  ['an elided article', "l'enfance", "Bureau International Catholique de l'Enfance"],
  ['small words in between', 'plataforma de la infancia', 'Plataforma de Organizaciones de Infancia'],
  ['a country in English', 'cambodia coalition', 'Child Rights Coalition Cambodia'],
  ['a country in French', 'Cambodge', 'Child Rights Coalition Cambodia'],
  ['a country in Spanish', 'Dinamarca', 'Borns Vilkar (Børns Vilkår)'],
  ['a country in Arabic', 'الهند', 'Butterflies'],
  ['a country by a name of every day', 'ivory coast', 'Forum des ONG'],
  ['a network', 'saagn', 'Butterflies'],
  ['Arabic without hamza and article', 'اطفال', 'شبكة حماية الأطفال'],
  ['Arabic with vowel signs', 'شَبَكَةُ', 'شبكة حماية الأطفال'],
])('%s finds it', (_what, search, name) => {
  expect(found(search)).toContain(name);
});

test('all words must be found', () => {
  expect(found('butterflies cambodia')).toEqual([]);
});

test('the best match comes first: its own acronym before a member of that network', () => {
  expect(found('CRC Asia')).toEqual(['Child Rights Coalition Asia', 'Child Rights Coalition Cambodia']);
});

test('a name that begins so comes before one that holds the word further on', () => {
  const index = indexOf({ name: 'A Coalition for Voices' }, { name: 'Voices of Children' }, { name: 'Voices' });
  expect(found('voices', index)).toEqual(['Voices', 'Voices of Children', 'A Coalition for Voices']);
});

test('nothing to search for finds everything, nonsense finds nothing', () => {
  expect(found('  — ')).toHaveLength(8);
  expect(found('xyzzyqwrt')).toEqual([]);
});

test('every organisation is found by its own full name, first of all', () => {
  for (const { name } of directory.all(null, 'en')) expect(found(name)[0]).toBe(name);
});
