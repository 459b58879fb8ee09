import { freeSlug, slugOf } from './slug.js';

test.each([
  ['Child Rights Coalition Cambodia', 'child-rights-coalition-cambodia'],
  ['Borns Vilkar (Børns Vilkår)', 'borns-vilkar-borns-vilkar'],
  ["Fondation Apprentis d'Auteuil International", 'fondation-apprentis-d-auteuil-international'],
  ['SAIEVAC/SAARC level coalition', 'saievac-saarc-level-coalition'],
  ['شبكة', ''],
])('%j has the short name %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});

test('a short name ends with a whole word before the eightieth letter', () => {
  const slug = slugOf('word '.repeat(40));
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slug.endsWith('-word')).toBe(true);
});

test('a taken short name is told apart by its country, then by a number', () => {
  const taken = new Set<string>();
  const take = (country: string | null): string => {
    const slug = freeSlug('Terre des hommes', country, (each) => taken.has(each));
    taken.add(slug);
    return slug;
  };
  expect(['CH', 'CH', 'CH', null].map(take)).toEqual([
    'terre-des-hommes',
    'terre-des-hommes-ch',
    'terre-des-hommes-2',
    'terre-des-hommes-3',
  ]);
});

test('what stands in parentheses stays out of a short name', () => {
  expect(freeSlug('Manara Network (Arab Network for Child Rights)', 'LB', () => false)).toBe('manara-network');
  expect(freeSlug('(Fictional)', null, () => false)).toBe('fictional');
});

test('a name that has no Latin letter still gets a short name', () => {
  expect(freeSlug('شبكة', null, () => false)).toBe('organisation');
});
