import type { Language } from '../../platform/language.js';
import { organisations } from '../queries.js';
import { publicOrganisations } from '../testing/publicRecords.js';
import { indexOf } from '../testing/records.js';
import { thesaurus } from '../themes/thesaurusFile.js';

/** The public organisations, and an invented one for each theme in each way of being known for it. */
const directory = indexOf(
  ...publicOrganisations(),
  ...thesaurus.themes.flatMap(({ id, label, synonyms }, number) => [
    { name: `Fictional ${number}`, statedThemes: [id], country: 'KE' },
    { name: `Fictional Forum: ${label.en}`, statedThemes: ['play'] },
    { name: `Forum fictif: ${synonyms.fr[number % synonyms.fr.length]}` },
    { name: `Foro ficticio: ${label.es}`, country: 'PE' },
    { name: `منتدى متخيل ${synonyms.ar[0]}`, country: 'JO' },
  ]),
);

function found(search: string, language: Language): string[] {
  const slugs: string[] = [];
  for (let after: string | null = null; ;) {
    const { edges, pageInfo } = organisations({ directory, viewer: null, language }, { search, first: 100, after });
    slugs.push(...edges.map(({ node }) => node.slug));
    if (!pageInfo.hasNextPage) return slugs.sort();
    after = pageInfo.endCursor;
  }
}

test.each([
  ['justice', 'en', 'acces a la justice', 'fr'],
  ['access to justice', 'en', 'الوصول إلى العدالة', 'ar'],
  ['street children', 'en', 'niños de la calle', 'es'],
  ['child labour', 'en', 'travail des enfants', 'fr'],
  ['disability', 'en', 'ذوي الإعاقة', 'ar'],
  ['violence', 'en', 'عنف', 'ar'],
  ['refugees', 'en', 'réfugiés', 'fr'],
  ['corporal punishment', 'en', 'castigo corporal', 'es'],
  ['right to education', 'en', 'derecho a la educación', 'es'],
  ['enfants de parents incarcérés', 'fr', 'hijos de presos', 'es'],
  ['cambio climático', 'es', 'تغير المناخ', 'ar'],
  ['santé mentale', 'fr', 'الصحة النفسية', 'ar'],
  ['foster care Kenya', 'en', 'famille d’accueil Kenya', 'fr'],
  ['Switzerland', 'en', 'Suiza', 'es'],
] as const)('“%s” (%s) and “%s” (%s) find the same organisations', (one, inOne, other, inOther) => {
  const organisationsFound = found(one, inOne);
  expect(organisationsFound.length).toBeGreaterThan(0);
  expect(found(other, inOther)).toEqual(organisationsFound);
});

test('every term of every theme finds what the theme states and what is named after it, in all languages alike', () => {
  for (const { id, label, synonyms } of thesaurus.themes) {
    const [first = [], ...others] = (['en', 'fr', 'es', 'ar'] as const).map((language) => found(label[language], language));
    for (const other of others) expect([id, other]).toEqual([id, expect.arrayContaining(first)]);
    expect(first.length).toBeGreaterThanOrEqual(4);
    for (const language of ['en', 'fr', 'es', 'ar'] as const) {
      for (const term of synonyms[language]) expect([term, found(term, language).length > 0]).toEqual([term, true]);
    }
  }
});

test.each([
  ['Institute on Stateless and Inclusion', 'Institute on Statelessness and Inclusion'],
  ['Lumos Fundation', 'Lumos Foundation'],
  ['Chidl Rights Coalition Cambodia', 'Child Rights Coalition Cambodia'],
  ['Child Rights Coalition Combodia', 'Child Rights Coalition Cambodia'],
  ['Changefactori', 'Changefactory'],
  ['Eurochlid', 'Eurochild'],
  ['Buterflies', 'Butterflies'],
  ['Amnesty Internatonal', 'Amnesty International'],
  ['Plan Intrnational', 'Plan International'],
  ['Save the Childern', 'Save the Children International'],
  ['Hope and Homs for Children', 'Hope and Homes for Children'],
  ['Terre des Homes', 'Terre des Hommes'],
  ['Quacker United Nations Office', 'Quaker United Nations Office'],
  ['Consortium for Steet Children', 'Consortium for Street Children'],
  ['Japan Internatinal Center', 'Japan International Center for the Rights of the Child'],
  ['Bahay Tuluyaan', 'Bahay Tuluyan'],
  ['Borns Vilkaar', 'Borns Vilkar (Børns Vilkår)'],
  ['Freinds of Children of Serbia', 'Friends of Children of Serbia'],
  ['Ukranian Child Rights Network', 'Ukrainian Child Rights Network'],
  ['Asociation Casa Buna', 'Association Casa Buna (Casa Bună)'],
  ['Centrla Union for Child Welfare', 'Central Union for Child Welfare'],
  ['Tanzanian Child Rights Forum', 'Tanzania Child Rights Forum'],
  ['Defense for Children International', 'Defence for Children International'],
  ['Egyptian Coaltion', 'Egyptian Coalition for Child Rights'],
  ['Kantha Shakti', 'Kantha Shakthi Organisation'],
  ['Human Rigths Watch', 'Human Rights Watch'],
  ['Danish Refuge Council', 'Danish Refugee Council'],
  ['Lutheran World Federaton', 'Lutheran World Federation'],
  ['Catholic Releif Services', 'Catholic Relief Services'],
  ['Humanity and Incluson', 'Humanity and Inclusion'],
  ['Elimu Mwanagza', 'Elimu Mwangaza'],
  ['African Child Polcy Forum', 'African Child Policy Forum'],
  ['Keeping Childern Safe', 'Keeping Children Safe Coalition'],
  ['Bureau Intrenational Catholique', "Bureau International Catholique de l'Enfance"],
  ['Aldeas Infantile SOS Chile', 'Aldeas Infantiles SOS Chile'],
])('the misspelt “%s” finds “%s” among the first three', (misspelt, name) => {
  const { edges } = organisations({ directory, viewer: null, language: 'en' }, { search: misspelt, first: 3 });
  expect(edges.map(({ node }) => node.name)).toContain(name);
});
