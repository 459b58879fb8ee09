import { languages } from '../../platform/language.js';
import { phraseOf } from './phrases.js';
import { themesInNames, themesOf } from './readThemes.js';
import { Thesaurus } from './Thesaurus.js';
import { exchanges, exchangesOf, themeOf, thesaurus } from './thesaurusFile.js';

const idsByCluster = {
  'general-measures': 'monitoring law-reform budgeting independent-institutions business',
  'general-principles': 'non-discrimination best-interests participation',
  'civil-rights': 'birth-registration statelessness expression digital privacy human-rights-defenders',
  violence: 'violence corporal-punishment sexual-violence harmful-practices bullying torture',
  'family-care': 'alternative-care adoption parental-support abduction incarcerated-parents',
  'health-welfare': 'health mental-health nutrition disability social-protection poverty environment early-childhood',
  'education-culture': 'education play culture',
  'special-protection':
    'refugees-migrants armed-conflict humanitarian indigenous-minorities child-labour street-children sexual-exploitation trafficking child-justice access-to-justice deprivation-of-liberty',
};

test('the themes stand in the clusters of the Convention', () => {
  const found: Record<string, string> = {};
  for (const { id, cluster } of thesaurus.themes) found[cluster.id] = [found[cluster.id], id].filter(Boolean).join(' ');
  expect(found).toEqual(idsByCluster);
});

test.each(languages)('each theme has a name of its own and three to eight synonyms in %s', (language) => {
  for (const { id, label, synonyms } of thesaurus.themes) {
    expect([id, synonyms[language].length]).toEqual([id, expect.any(Number)]);
    expect(synonyms[language].length).toBeGreaterThanOrEqual(3);
    expect(synonyms[language].length).toBeLessThanOrEqual(8);
    expect(new Set(synonyms[language].map(phraseOf)).size).toBe(synonyms[language].length);
    expect(label[language]).not.toBe('');
  }
  expect(new Set(thesaurus.themes.map(({ label }) => label[language])).size).toBe(thesaurus.themes.length);
  expect(new Set(exchanges.map(({ label }) => label[language])).size).toBe(exchanges.length);
});

test.each([
  [['Consortium for Street Children'], ['street-children']],
  [['World Organisation Against Torture'], ['torture']],
  [['National Foster Care Association'], ['alternative-care']],
  [['Institute on Statelessness and Inclusion'], ['statelessness', 'non-discrimination']],
  [['Partnership Network for Prevention of Violence Against Children'], ['violence']],
  [['Center for Prevention and Treatment of Child Sexual Abuse'], ['sexual-violence']],
  [['Action contre la Faim'], ['nutrition']],
  [['Danish Refugee Council'], ['refugees-migrants']],
  [['Redes por la Educación Inclusiva'], ['disability']],
  [['جمعية الحق في التعليم'], ['education']],
  [['منظمة حقوق الأطفال ذوي الإعاقة'], ['disability']],
  [['Child Rights Coalition Cambodia'], []],
  [['Hope Aid'], []],
  [['Nothing of Note', 'Réseau pour l’accès à la justice'], ['access-to-justice']],
])('%j is read to work on %j', (names, themes) => {
  expect(themesInNames(names, thesaurus)).toEqual(themes);
});

test('what an organisation states stands in place of what its names say, even when it states nothing', () => {
  expect(themesOf({ name: 'Street Children' })).toEqual([{ themeId: 'street-children', basis: 'NAME' }]);
  expect(themesOf({ name: 'Street Children', statedThemes: ['play', 'no-such-theme'] })).toEqual([{ themeId: 'play', basis: 'STATED' }]);
  expect(themesOf({ name: 'Street Children', statedThemes: [] })).toEqual([]);
});

test('a former name says nothing of today, a translated one does', () => {
  const names = [
    { text: 'Playgrounds and Sports', language: 'en', kind: 'FORMER' as const },
    { text: 'Centro de nutrición', language: 'es', kind: 'TRANSLATED' as const },
  ];
  expect(themesOf({ name: 'Fictional', names })).toEqual([{ themeId: 'nutrition', basis: 'NAME' }]);
});

test('a search for a wider theme or a cluster finds the narrower ones as well', () => {
  const found = new Map(thesaurus.phrases());
  expect(found.get(phraseOf('violence'))).toEqual(expect.arrayContaining(['violence', 'bullying', 'torture']));
  expect(found.get(phraseOf('Mesures spéciales de protection'))).toHaveLength(11);
  expect(found.get(phraseOf('torture'))).toEqual(['torture']);
});

test('a file that lacks something is refused by name', () => {
  expect(() => new Thesaurus('- id: a', 'themes.yaml')).toThrow('themes.yaml: "en" is missing');
  expect(() => new Thesaurus('nothing', 'themes.yaml')).toThrow('themes.yaml must be a list of clusters.');
  const label = 'label: { en: A, fr: B, es: C, ar: D }';
  expect(() => new Thesaurus(`- { id: a, ${label} }`, 'themes.yaml')).toThrow('the cluster "a" has no themes');
  expect(() => new Thesaurus(`- { id: a, ${label}, themes: [{ id: b, ${label}, narrower: [c] }] }`, 'themes.yaml')).toThrow('"c"');
  expect(() => themeOf('no-such-theme')).toThrow('no-such-theme');
  expect(exchangesOf(['training', 'no-such-exchange']).map(({ id }) => id)).toEqual(['training']);
});
