import { createHash } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '../../platform/testing/database.js';
import { printAuditVerdict } from '../../people/index.js';
import { AuditEntry } from '../../people/testing/index.js';
import { testMoment } from '../../platform/testing/request.js';
import { Organisation } from '../Organisation.js';
import { csvFile, csvLine } from '../testing/rows.js';
import { importFile } from './importFile.js';

testDatabase();

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenum-import-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(content: string | Buffer): Promise<string> {
  const path = join(folder, 'file.csv');
  await writeFile(path, content);
  return path;
}

async function run(...words: string[]): Promise<{ code: number; printed: string }> {
  const lines: string[] = [];
  const code = await importFile(words, testMoment, (line) => lines.push(line));
  return { code, printed: lines.join('\n') };
}

test('a good file is imported, told in words and ends with 0', async () => {
  const path = await file(csvFile(csvLine({ name: 'Fictional One' })));
  expect(await run(path, '--dry-run')).toEqual({
    code: 0,
    printed: '+ Fictional One (KE) as fictional-one\n1 row, nothing changed; it would be: 1 added, 0 changed, 0 unchanged, 0 rejected.',
  });
  expect(await Organisation.countDocuments()).toBe(0);
  expect(await run(path, '--read-on', '2024-02-29')).toMatchObject({ code: 0, printed: expect.stringMatching(/1 added/) });
  expect(await Organisation.findOne().lean()).toMatchObject({ recordReadOn: '2024-02-29' });
});

test('a file with a bad row ends with 1 and the others are in', async () => {
  const { code, printed } = await run(await file(csvFile(csvLine({ name: 'Fictional Two' }), csvLine({ country_iso2: 'Kenya' }))));
  expect(code).toBe(1);
  expect(printed).toContain('! line 3, country_iso2: "Kenya" is no ISO 3166-1 code of a country; write KE');
  expect(await Organisation.exists({ slug: 'fictional-two' })).not.toBeNull();
});

test('each run stands in the audit trail with the file, its hash and the numbers, and a dry run does not', async () => {
  const told = () => AuditEntry.find().sort({ sequence: -1 }).lean();
  const before = (await told()).length;
  const content = csvFile(csvLine({ name: 'Fictional Three' }), csvLine({ country_iso2: 'Kenya' }));
  const path = await file(content);
  await run(path, '--dry-run');
  expect(await told()).toHaveLength(before);
  await run(path, '--read-on', '2024-02-29');
  const [entry] = await told();
  expect(entry).toMatchObject({
    act: 'importOrganisations',
    actorId: null,
    at: testMoment,
    reason: 'From the command line.',
    subjectType: 'ImportedFile',
    subjectId: createHash('sha256').update(content).digest('hex'),
  });
  const facts = (changes: readonly { field: string; after: string | null }[] = []) =>
    Object.fromEntries(changes.map(({ field, after }) => [field, after]));
  expect(facts(entry?.changes)).toEqual({
    file: 'file.csv',
    recordReadOn: '2024-02-29',
    rows: '2',
    added: '1',
    changed: '0',
    unchanged: '0',
    rejected: '1',
  });
  await run(path, '--read-on', '2024-02-29');
  expect(facts((await told())[0]?.changes)).toMatchObject({ added: '0', unchanged: '1' });
  expect(await told()).toHaveLength(before + 2);
  await run(await file(Buffer.from('\uFEFFname', 'utf16le')));
  expect(await told()).toHaveLength(before + 2);
  const lines: string[] = [];
  expect(await printAuditVerdict((line) => lines.push(line))).toBe(0);
  expect(lines).toEqual([`All ${before + 2} entries of the audit trail are as they were written.`]);
});

test('a long file tells every five thousand rows how far it has come', async () => {
  const { printed } = await run(await file(csvFile(...Array.from({ length: 5000 }, () => 'bad'))), '--dry-run');
  expect(printed.split('\n')[0]).toBe('5000 rows read');
  expect(printed.split('\n').at(-1)).toBe('5000 rows, nothing changed; it would be: 0 added, 0 changed, 0 unchanged, 5000 rejected.');
});

test.each([
  [[], 2, /Name one file.*Usage/s],
  [['a.csv', 'b.csv'], 2, /Name one file/],
  [['a.csv', '--force'], 2, /--force.*Usage/s],
  [['a.csv', '--read-on', '2025-02-30'], 2, /"2025-02-30" is no day/],
  [['no-such-file.csv'], 1, /There is no file no-such-file.csv; nothing was imported/],
  [[tmpdir()], 1, /There is no file/],
])('%j ends with %d and says why', async (words, code, printed) => {
  expect(await run(...words)).toEqual({ code, printed: expect.stringMatching(printed) });
});

test('a file that cannot be used ends with 1 and one clear sentence', async () => {
  expect(await run(await file(Buffer.from('\uFEFFname', 'utf16le')))).toEqual({
    code: 1,
    printed: 'This file is in UTF-16. Save it as "CSV UTF-8" and import it again; nothing was imported.',
  });
});
