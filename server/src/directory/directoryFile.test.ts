import { parse } from 'csv-parse/sync';
import { directoryFile } from './directoryFile.js';
import { exportOrganisations } from './exportOrganisations.js';
import { organisationKey, planImport } from './import/planImport.js';
import { readRows } from './import/readRows.js';
import { indexOf } from './testing/records.js';
import { inPieces } from './testing/rows.js';

const directory = indexOf(
  { name: '=HYPERLINK("https://fictional.example/")', country: 'KE', networks: ['Fictional Forum', 'Fictional Union'] },
  {
    name: '+Plus',
    acronym: '@AT',
    country: 'TG',
    level: 'REGIONAL',
    networks: ['Fictional Forum'],
    foundedIn: 1998,
    languages: ['fr', 'ar'],
  },
  { name: '-Minus, "quoted"', country: null, confidence: 'LOW', statedThemes: ['child-justice'], website: 'https://minus.example/' },
  { name: "'=Marked already", country: 'PH', offers: ['training'], type: 'ACADEMIC', mechanisms: ['UNIVERSAL_PERIODIC_REVIEW'] },
  { name: 'شبكة الأطفال', country: 'LB', isNetworkSecretariat: true },
  { name: 'Hidden', country: 'KE', listing: 'UNLISTED' },
  { name: 'For members', country: 'KE', listing: 'MEMBERS' },
);

const asked = { language: 'en' as const, publicUrl: 'https://portal.example' };

async function csv(parameters = ''): Promise<string> {
  return (await directoryFile(directory, 'csv', new URLSearchParams(parameters), asked)).body.toString();
}

async function rows(parameters = ''): Promise<Record<string, string>[]> {
  return parse(await csv(parameters), { bom: true, columns: true });
}

const names = async (parameters: string): Promise<string[]> => [...new Set((await rows(parameters)).map(({ name }) => name ?? ''))];

test('no field of the file begins as a formula', async () => {
  const fields = (await rows()).flatMap((row) => Object.values(row));
  expect(fields.filter((field) => /^[=+\-@\t\r]/.test(field))).toEqual([]);
  expect(fields).toContain('\'=HYPERLINK("https://fictional.example/")');
});

test('the file opens with accents and Arabic in spreadsheets, and names itself', async () => {
  const file = await directoryFile(directory, 'csv', new URLSearchParams(), asked);
  expect(file).toMatchObject({ contentType: 'text/csv; charset=utf-8', fileName: 'directory.csv' });
  expect(String(file.body).startsWith('\uFEFFslug,name,acronym,country_iso2,level,network,source_url,confidence,type,')).toBe(true);
  expect(await names('')).toContain('شبكة الأطفال');
});

test('what organisations say of themselves stands beside what the record says', async () => {
  const all = await rows();
  expect(all.find(({ name }) => name === "'+Plus")).toMatchObject({ founded_in: '1998', languages_of_work: 'fr; ar', themes_stated: '' });
  expect(all.find(({ name }) => name?.includes('Minus'))).toMatchObject({
    website: 'https://minus.example/',
    themes_stated: 'child-justice',
  });
});

test('an organisation has a row for each affiliation; those that are not for everybody have none', async () => {
  expect((await rows('country=KE')).map(({ network }) => network)).toEqual(['Fictional Forum', 'Fictional Union']);
});

test.each([
  ['country=KE&country=tg', 2],
  ['country=KE,TG', 2],
  ['region=arab-region', 1],
  ['region=africa,arab-region', 3],
  ['region=AFRICA&unplaced=1', 3],
  ['level=regional', 1],
  ['level=regional,national', 5],
  ['network=fictional-forum', 2],
  ['network=fictional-forum,fictional-union', 2],
  ['confidence=low', 1],
  ['theme=child-justice', 1],
  ['language=fr,es', 1],
  ['offer=training', 1],
  ['type=academic', 1],
  ['un-region=african-states', 2],
  ['mechanism=universal-periodic-review', 1],
  ['q=hyperlink', 1],
  ['q=', 5],
  ['region=atlantis', 0],
  ['level=africa', 0],
  ['level=national&confidence=high&country=PH', 1],
  ['box=30,-10,45,40', 2],
  ['box=170,-90,-170,90', 0],
  ['box=1,2,3', 0],
  ['box=1,20,3,10', 0],
  ['year=2020', 0],
  ['year=soon', 0],
  ['year=2020&undated=1', 5],
  ['', 5],
])('the address ?%s gives the %d organisations of the page', async (parameters, count) => {
  expect(await names(parameters)).toHaveLength(count);
});

test('the order of the page is the order of the file', async () => {
  expect((await rows('sort=country')).map(({ country_iso2 }) => country_iso2)).toEqual(['KE', 'KE', 'LB', 'PH', 'TG', '']);
});

test('the import reads the file back and finds nothing to change', async () => {
  const organisations = directory.all(null, 'en');
  const read = await readRows(inPieces(exportOrganisations(organisations), 64));
  expect(read.rejected).toEqual([]);
  const known = organisations.map((each) => ({ ...each, key: organisationKey(each.name, each.country), stated: [], mergedFrom: [] }));
  const plan = planImport(read.rows, known, '2025-01-01');
  expect(plan).toMatchObject({ added: [], changed: [], rejected: [], unchanged: 5 });
});
