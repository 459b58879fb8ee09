import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Affiliation } from '../Affiliation.js';
import { dataFolder } from '../network.js';
import { Organisation } from '../Organisation.js';
import { PossibleDuplicate } from '../PossibleDuplicate.js';
import { csvFile, csvLine, inPieces } from '../testing/rows.js';
import { testDatabase } from '../../platform/testing/database.js';
import { testMoment } from '../../platform/testing/request.js';
import { describeImport } from './describeImport.js';
import type { ImportOptions, ImportProgress, ImportReport } from './importOrganisations.js';
import { importOrganisations } from './importOrganisations.js';
import { readSourceDates } from './sourceDates.js';

testDatabase();

beforeEach(async () => {
  await Promise.all([Organisation.deleteMany({}), Affiliation.deleteMany({}), PossibleDuplicate.deleteMany({})]);
});

const recordReadOn = '2025-07-30';
const run = { file: 'organisations.csv', reason: 'A test.', at: testMoment };

function importLines(lines: readonly string[], options: Partial<ImportOptions> = {}): Promise<ImportReport> {
  return importOrganisations(inPieces(csvFile(...lines), 4096), { run, recordReadOn, ...options });
}

function importPublicDataSet(options: Partial<ImportOptions> = {}): Promise<ImportReport> {
  return importOrganisations(createReadStream(join(dataFolder, 'organisations.csv')), { run, recordReadOn, ...options });
}

function everything(): Promise<unknown> {
  const inOrder = { _id: 1 } as const;
  return Promise.all([
    Organisation.find().sort(inOrder).lean(),
    Affiliation.find().sort(inOrder).lean(),
    PossibleDuplicate.find().sort(inOrder).lean(),
  ]);
}

describe('the public data set', () => {
  test('its 165 rows are 163 organisations in 60 countries, and all go in', async () => {
    const report = await importPublicDataSet();
    expect(report).toMatchObject({ rows: 165, rejected: [], unchanged: 0, changed: [], unknownColumns: [] });
    expect(report.added).toHaveLength(163);
    expect(report.joined.map(({ name }) => name)).toEqual(['Butterflies', 'Family for Every Child']);
    expect(await Organisation.countDocuments()).toBe(163);
    expect((await Organisation.distinct('country', { country: { $ne: null } })).length).toBe(60);
    expect(await Organisation.countDocuments({ isNetworkSecretariat: true })).toBe(12);
    expect(await Affiliation.countDocuments()).toBe(153);
    expect((await Affiliation.distinct('networkSlug')).length).toBe(18);
  });

  test('the rows that may name one organisation are proposed as pairs and not merged', async () => {
    const { newPossibleDuplicates } = await importPublicDataSet();
    expect(newPossibleDuplicates.map(({ left, right }) => [left, right])).toEqual([
      ['plataforma-de-infancia', 'plataforma-de-organizaciones-de-infancia'],
      ['terre-des-hommes', 'terre-des-hommes-ch'],
    ]);
    expect(await PossibleDuplicate.countDocuments()).toBe(2);
  });

  test('affiliations carry the day of their source, and who was admitted at an assembly the day of that', async () => {
    const dates = await readSourceDates();
    const report = await importPublicDataSet({ dates });
    expect(report.added).toHaveLength(163);
    expect(await Affiliation.countDocuments({ namedOn: { $ne: null } })).toBe(90);
    expect(await Affiliation.countDocuments({ from: { $ne: null } })).toBe(12);
    const organisation = await Organisation.findOne({ name: 'SAVE CONGO' }).lean();
    expect(await Affiliation.findOne({ organisation: organisation!._id }).lean()).toMatchObject({
      from: { on: '2023-05-25', precision: 'DAY' },
      to: null,
      namedOn: { on: '2023-05-25', precision: 'DAY' },
    });
    expect(await importPublicDataSet({ dates })).toMatchObject({ unchanged: 163, changed: [] });
  });

  test('days that become known later are added, and none that is known is taken away', async () => {
    await importPublicDataSet();
    const dates = await readSourceDates();
    const { changed } = await importPublicDataSet({ dates });
    expect(changed.find(({ name }) => name === 'Alana Institute')?.changes).toEqual([
      { field: 'affiliation from', before: null, after: '2022-06' },
      { field: 'affiliation named on', before: null, after: '2022-06-03' },
    ]);
    expect(await importPublicDataSet()).toMatchObject({ unchanged: 163, changed: [] });
    expect(await Affiliation.countDocuments({ from: { $ne: null } })).toBe(12);
  });

  test('a second import changes nothing, letter for letter', async () => {
    await importPublicDataSet();
    const before = await everything();
    const again = await importPublicDataSet();
    expect(again).toMatchObject({ added: [], changed: [], unchanged: 163, newPossibleDuplicates: [] });
    expect(await everything()).toEqual(before);
  });
});

describe('one import after another', () => {
  test('changed fields are told before and after, and what the file does not name stays', async () => {
    await importLines([csvLine({ name: 'One', level: 'national', acronym: 'O' }), csvLine({ name: 'Two' })]);
    const report = await importLines([csvLine({ name: 'One', level: 'regional', acronym: '', network: 'Fictional Union (observer)' })]);
    expect(report).toMatchObject({
      added: [],
      unchanged: 0,
      changed: [
        {
          slug: 'one',
          changes: [
            { field: 'acronym', before: 'O', after: null },
            { field: 'level', before: 'NATIONAL', after: 'REGIONAL' },
            { field: 'network', before: null, after: 'Fictional Union (observer)' },
          ],
        },
      ],
    });
    expect(await Organisation.countDocuments()).toBe(2);
    expect(await Organisation.findOne({ slug: 'one' }).lean()).toMatchObject({ level: 'REGIONAL', acronym: null });
    expect((await Affiliation.distinct('network')).sort()).toEqual(['Fictional Network', 'Fictional Union']);
  });

  test('a name changes by the short name alone, which stays', async () => {
    await importLines([csvLine({ name: 'Old Name' })]);
    const withSlug = `slug,${csvFile('').split('\n')[0]}\nold-name,${csvLine({ name: 'New Name', country_iso2: 'TG' })}\n`;
    const report = await importOrganisations(inPieces(withSlug), { run, recordReadOn });
    expect(report.changed.map(({ changes }) => changes.map(({ field }) => field))).toEqual([['name', 'country']]);
    expect(await Organisation.find().lean()).toMatchObject([{ slug: 'old-name', name: 'New Name', country: 'TG', key: 'New Name|TG' }]);
    expect(await importOrganisations(inPieces(withSlug), { run, recordReadOn })).toMatchObject({ unchanged: 1, changed: [] });
  });

  test('a short name that nobody has, and a name that another has, are reported', async () => {
    await importLines([csvLine({ name: 'One' }), csvLine({ name: 'Two' })]);
    const head = `slug,${csvFile('').split('\n')[0]}`;
    const report = await importOrganisations(
      inPieces([head, `three,${csvLine({ name: 'Three' })}`, `one,${csvLine({ name: 'Two' })}`].join('\n')),
      {
        run,
        recordReadOn,
      },
    );
    expect(report.rejected).toEqual([
      { line: 2, field: 'slug', reason: expect.stringMatching(/no entry has the short name "three"/) },
      { line: 3, field: 'name', reason: expect.stringMatching(/the entry "two" has this name/) },
    ]);
  });

  test('a pair that is no pair any more is taken back', async () => {
    await importLines([csvLine({ name: 'Fictional Lumos' }), csvLine({ name: 'FICTIONAL LUMOS' })]);
    expect(await PossibleDuplicate.countDocuments()).toBe(1);
    await importOrganisations(inPieces(`slug,${csvFile('').split('\n')[0]}\nfictional-lumos-ke,${csvLine({ name: 'Something Else' })}\n`), {
      run,
      recordReadOn,
    });
    expect(await PossibleDuplicate.countDocuments()).toBe(0);
  });
});

describe('rows of one organisation in one file', () => {
  test('another network or another source is another affiliation, and the surest row decides how sure it is', async () => {
    const report = await importLines([
      csvLine({ name: 'One', confidence: 'low' }),
      csvLine({ name: 'One', network: 'Fictional Union', confidence: 'high' }),
      csvLine({ name: 'One', source_url: 'https://fictional.example/other' }),
    ]);
    expect(report.joined.map(({ line, earlierLine }) => [line, earlierLine])).toEqual([
      [3, 2],
      [4, 2],
    ]);
    expect(await Organisation.find().lean()).toMatchObject([{ confidence: 'HIGH' }]);
    expect(await Affiliation.countDocuments()).toBe(3);
  });

  test('a repetition and a contradiction are rejected with the line that they meet', async () => {
    const report = await importLines([
      csvLine({ name: 'One' }),
      csvLine({ name: 'One' }),
      csvLine({ name: 'One', network: 'Other', level: 'regional' }),
    ]);
    expect(report.rejected).toEqual([
      { line: 3, field: 'name', reason: 'it repeats line 2' },
      { line: 4, field: 'level', reason: 'it says "regional" where line 2, of the same organisation, says "national"' },
    ]);
    expect(await Organisation.countDocuments()).toBe(1);
  });

  test('another spelling or another country is another organisation', async () => {
    await importLines([csvLine({ name: 'One Voice' }), csvLine({ name: 'One voice' }), csvLine({ name: 'One Voice', country_iso2: 'TG' })]);
    expect((await Organisation.distinct('slug')).sort()).toEqual(['one-voice', 'one-voice-ke', 'one-voice-tg']);
  });
});

test('a dry run tells the same and changes nothing', async () => {
  await importLines([csvLine({ name: 'Fictional One' })]);
  const before = await everything();
  const lines = [csvLine({ name: 'Fictional One', level: 'regional' }), csvLine({ name: 'FICTIONAL ONE' }), csvLine({ name: '' })];
  const dry = await importLines(lines, { dryRun: true });
  expect(await everything()).toEqual(before);
  const { dryRun, ...told } = dry;
  expect(dryRun).toBe(true);
  expect(await importLines(lines)).toMatchObject(told);
  expect(describeImport(dry).split('\n')).toEqual([
    '+ FICTIONAL ONE (KE) as fictional-one-ke',
    '~ Fictional One (fictional-one)',
    '    level: NATIONAL -> REGIONAL',
    '? fictional-one and fictional-one-ke may be one: same name (fictional one), same country (KE)',
    '! line 4, name: it is empty',
    '3 rows, nothing changed; it would be: 1 added, 1 changed, 0 unchanged, 1 rejected, 1 possible duplicate.',
  ]);
});

test('a file that cannot be used changes nothing', async () => {
  await importLines([csvLine({ name: 'One' })]);
  const before = await everything();
  await expect(
    importOrganisations(inPieces(Buffer.from(csvFile(csvLine({ name: 'Año' })), 'latin1')), { run, recordReadOn }),
  ).rejects.toThrow(/Latin-1/);
  expect(await everything()).toEqual(before);
});

test('a name that steers a terminal is kept out, a formula is kept as text', async () => {
  const report = await importLines([csvLine({ name: 'One \u001b[31mred' }), csvLine({ name: '=cmd|x' })]);
  expect(report.rejected).toMatchObject([{ line: 2, field: 'name' }]);
  expect(describeImport(report)).not.toContain('\u001b');
  expect(await Organisation.find().lean()).toMatchObject([{ name: '=cmd|x', slug: 'cmd-x' }]);
});

test('two imports at the same moment end with each organisation once', async () => {
  const lines = Array.from({ length: 50 }, (_, number) => csvLine({ name: `Fictional Centre ${number}` }));
  await Promise.all([importLines(lines), importLines(lines)]);
  expect(await Organisation.countDocuments()).toBe(50);
  expect(await Affiliation.countDocuments()).toBe(50);
}, 30_000);

test('a long file tells how far it has come', async () => {
  const lines = Array.from({ length: 3000 }, (_, number) =>
    csvLine({ name: `Fictional Centre ${number.toString(36)}`, country_iso2: number % 2 ? 'KE' : '' }),
  );
  const told: ImportProgress[] = [];
  const report = await importLines(lines, { onProgress: (progress) => told.push(progress) });
  expect(report.added).toHaveLength(3000);
  expect(told.filter(({ phase }) => phase === 'READING')).toHaveLength(3000);
  expect(told.at(-1)).toEqual({ phase: 'WRITING', done: 3000, of: 3000 });
}, 120_000);
