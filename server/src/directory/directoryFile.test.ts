import { parse } from 'csv-parse/sync';
import { directoryFile } from './directoryFile.js';
import { exportOrganisations } from './exportOrganisations.js';
import { readRows } from './import/readRows.js';
import { planImport } from './import/planImport.js';
import { indexOf } from './testing/records.js';
import { inPieces } from './testing/rows.js';

const directory = indexOf(
  { name: '=HYPERLINK("https://fictional.example/")', country: 'KE', networks: ['Fictional Forum', 'Fictional Union'] },
  { name: '+Plus', acronym: '@AT', country: 'TG', level: 'REGIONAL', networks: ['Fictional Forum'] },
  { name: '-Minus, "quoted"', country: null, confidence: 'LOW' },
  { name: "'=Marked already", country: 'PH' },
  { name: 'شبكة الأطفال', country: 'LB', isNetworkSecretariat: true },
  { name: 'Hidden', country: 'KE', listing: 'UNLISTED' },
);

function rows(parameters = ''): Record<string, string>[] {
  return parse(directoryFile(directory, 'en', new URLSearchParams(parameters)).body.toString(), { bom: true, columns: true });
}

const names = (parameters: string): string[] => [...new Set(rows(parameters).map(({ name }) => name ?? ''))];

test('no field of the file begins as a formula', () => {
  const fields = rows().flatMap((row) => Object.values(row));
  expect(fields.filter((field) => /^[=+\-@\t\r]/.test(field))).toEqual([]);
  expect(fields).toContain('\'=HYPERLINK("https://fictional.example/")');
});

test('the file opens with accents and Arabic in spreadsheets, and names itself', () => {
  const file = directoryFile(directory, 'en', new URLSearchParams());
  expect(file).toMatchObject({ contentType: 'text/csv; charset=utf-8', fileName: 'directory.csv' });
  expect(String(file.body).startsWith('\uFEFFslug,name,acronym,country_iso2,level,network,source_url,confidence\r\n')).toBe(true);
  expect(names('')).toContain('شبكة الأطفال');
});

test('an organisation has a row for each affiliation, an unlisted one has none', () => {
  expect(rows('country=KE').map(({ network }) => network)).toEqual(['Fictional Forum', 'Fictional Union']);
});

test.each([
  ['country=KE&country=tg', 2],
  ['region=arab-region', 1],
  ['region=AFRICA&unplaced=1', 3],
  ['level=regional', 1],
  ['network=fictional-forum', 2],
  ['confidence=low', 1],
  ['q=hyperlink', 1],
  ['region=atlantis', 0],
  ['level=national&confidence=high&country=PH', 1],
  ['box=30,-10,45,40', 2],
  ['box=170,-90,-170,90', 0],
  ['box=1,2,3', 0],
  ['box=1,20,3,10', 0],
  ['year=2020', 0],
  ['year=soon', 0],
  ['year=2020&undated=1', 5],
  ['', 5],
])('the address ?%s gives the %d organisations of the page', (parameters, count) => {
  expect(names(parameters)).toHaveLength(count);
});

test('the order of the page is the order of the file', () => {
  expect(rows('sort=country').map(({ country_iso2 }) => country_iso2)).toEqual(['KE', 'KE', 'LB', 'PH', 'TG', '']);
});

test('the import reads the file back and finds nothing to change', async () => {
  const organisations = directory.all(null, 'en');
  const read = await readRows(inPieces(exportOrganisations(organisations), 64));
  expect(read.rejected).toEqual([]);
  const plan = planImport(read.rows, organisations, '2025-01-01');
  expect(plan).toMatchObject({ added: [], changed: [], rejected: [], unchanged: 5 });
});
