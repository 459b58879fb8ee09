import { Readable } from 'node:stream';
import { csvFile, csvLine, header, inPieces } from '../testing/rows.js';
import { longestLine } from './readLines.js';
import { readRows } from './readRows.js';
import { UnreadableFile } from './UnreadableFile.js';

const names = async (content: string | Buffer): Promise<string[]> => (await readRows(inPieces(content))).rows.map((row) => row.name);

describe('a file as a whole', () => {
  test('a plain file gives its rows with their lines', async () => {
    const read = await readRows(inPieces(csvFile(csvLine({ name: 'One', acronym: 'O' }), '', csvLine({ name: 'Two' }))));
    expect(read.rows).toMatchObject([
      { line: 2, name: 'One', acronym: 'O', country: 'KE', level: 'NATIONAL', confidence: 'HIGH' },
      { line: 4, name: 'Two', acronym: null },
    ]);
    expect(read).toMatchObject({ count: 2, rejected: [], unknownColumns: [] });
  });

  test('a byte order mark and Windows line ends leave no trace', async () => {
    const read = await readRows(inPieces(`\uFEFF${csvFile(csvLine({ name: 'One' }))}`.replaceAll('\n', '\r\n')));
    expect(read.rows).toMatchObject([{ name: 'One', confidence: 'HIGH' }]);
  });

  test.each([';', '\t'])('fields that stand apart by %j are understood', async (delimiter) => {
    expect(await names(csvFile(csvLine({ name: 'One' })).replaceAll(',', delimiter))).toEqual(['One']);
  });

  test('columns may come in any order, unknown ones are left out and named', async () => {
    const read = await readRows(
      inPieces('confidence,Level,note,country_iso2,network,source_url,NAME\nlow,regional,x,,,https://a.example/,One\n'),
    );
    expect(read.rows).toMatchObject([{ name: 'One', level: 'REGIONAL', country: null, network: { kind: 'none' } }]);
    expect(read.unknownColumns).toEqual(['note']);
  });

  test.each([
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${csvFile(csvLine())}`, 'utf16le'), /UTF-16/],
    ['UTF-16 without a mark', Buffer.from(csvFile(csvLine()), 'utf16le'), /UTF-16/],
    ['a workbook', Buffer.from('PK\u0003\u0004...'), /workbook/],
    ['a packed file', Buffer.from([0x1f, 0x8b, 8, 0]), /gzip/],
    ['nothing', Buffer.alloc(0), /empty/],
    ['a header without columns', Buffer.from('name,level\nOne,national\n'), /no column country_iso2, network, source_url, confidence/],
    ['a header that names a column twice', Buffer.from(`${header},name\n`), /"name" twice/],
    ['a header with a broken quotation mark', Buffer.from('name"x",level\n'), /first line.*quotation mark/],
  ])('%s is refused as a whole with a clear message', async (_what, content, message) => {
    const reading = readRows(inPieces(content));
    await expect(reading).rejects.toThrow(UnreadableFile);
    await expect(reading).rejects.toThrow(message);
  });

  test('Latin-1 is recognised, shown as it would read and refused as a whole', async () => {
    const content = Buffer.from(csvFile(csvLine({ name: 'Plain' }), csvLine({ name: 'Børns Vilkår' })), 'latin1');
    await expect(readRows(inPieces(content))).rejects.toThrow(
      /Latin-1 or Windows-1252: 1 line is not, the first being line 3: "Børns Vilkår/,
    );
  });
});

describe('one bad row among good ones', () => {
  test.each<[string, string, { line: number; field: string | null; reason: RegExp }]>([
    ['an empty name', csvLine({ name: '  ' }), { line: 3, field: 'name', reason: /empty/ }],
    ['a name without a letter', csvLine({ name: '?!' }), { line: 3, field: 'name', reason: /no letter/ }],
    ['an unknown country', csvLine({ country_iso2: 'ZZ' }), { line: 3, field: 'country_iso2', reason: /"ZZ" is no ISO 3166-1 code/ }],
    ['the name of a country', csvLine({ country_iso2: 'Kenya' }), { line: 3, field: 'country_iso2', reason: /write KE/ }],
    ['the name of a country in Arabic', csvLine({ country_iso2: 'كينيا' }), { line: 3, field: 'country_iso2', reason: /write KE/ }],
    ['UK', csvLine({ country_iso2: 'UK' }), { line: 3, field: 'country_iso2', reason: /write GB/ }],
    ['a place where nobody lives', csvLine({ country_iso2: 'AQ' }), { line: 3, field: 'country_iso2', reason: /AQ/ }],
    [
      'an unknown level',
      csvLine({ level: 'global' }),
      { line: 3, field: 'level', reason: /"global" is unknown.*national, regional, international/ },
    ],
    ['no confidence', csvLine({ confidence: '' }), { line: 3, field: 'confidence', reason: /empty.*high, medium, low/ }],
    ['no source', csvLine({ source_url: '' }), { line: 3, field: 'source_url', reason: /empty/ }],
    ['a source that is a script', csvLine({ source_url: 'javascript:alert(1)' }), { line: 3, field: 'source_url', reason: /no address/ }],
    ['an unclear network', csvLine({ network: 'A (b) c' }), { line: 3, field: 'network', reason: /cannot be understood/ }],
    ['a hidden turn of direction', csvLine({ name: 'One \u202Egnorw' }), { line: 3, field: 'name', reason: /cannot be seen/ }],
    ['a zero byte', csvLine({ name: 'One\0Two' }), { line: 3, field: 'name', reason: /cannot be seen/ }],
    ['a letter lost on the way', csvLine({ name: 'B\uFFFDrns' }), { line: 3, field: 'name', reason: /lost/ }],
    ['letters spoilt on the way', csvLine({ name: 'BÃ¸rns VilkÃ¥r' }), { line: 3, field: 'name', reason: /spoilt/ }],
    ['a name of 201 letters', csvLine({ name: 'x'.repeat(201) }), { line: 3, field: 'name', reason: /201 characters where 200/ }],
    ['a field too few', 'One,KE', { line: 3, field: null, reason: /2 fields where the first line has 7/ }],
    ['a field too many', `${csvLine()},x`, { line: 3, field: null, reason: /8 fields/ }],
    ['a quotation mark inside a field', csvLine().replace('Centre', 'Cen"t"re'), { line: 3, field: null, reason: /inside a field/ }],
    ['a quotation mark never closed', `"${csvLine()}`, { line: 3, field: null, reason: /opened and not closed/ }],
    ['a line of 10 MB', csvLine({ name: 'x'.repeat(10_000_000) }), { line: 3, field: null, reason: /9766 KB long/ }],
  ])('%s is reported with its line and field while the others go in', async (_what, line, { line: number, field, reason }) => {
    const read = await readRows(inPieces(csvFile(csvLine({ name: 'Before' }), line, csvLine({ name: 'After' })), 65_536));
    expect(read.rows.map((row) => row.name)).toEqual(['Before', 'After']);
    expect(read.rejected).toEqual([{ line: number, field, reason: expect.stringMatching(reason) }]);
    expect(read.count).toBe(3);
  });

  test('a line that is not UTF-8 is named, since others show that the file is', async () => {
    const content = Buffer.concat([
      Buffer.from(csvFile(csvLine({ name: 'Børns Vilkår' }))),
      Buffer.from(`${csvLine({ name: 'Año' })}\n`, 'latin1'),
      Buffer.from(`${csvLine({ name: 'After' })}\n`),
    ]);
    const read = await readRows(inPieces(content));
    expect(read.rows.map((row) => row.name)).toEqual(['Børns Vilkår', 'After']);
    expect(read.rejected).toEqual([
      { line: 3, field: null, reason: expect.stringMatching(/not in UTF-8; in Windows-1252 it would read: "Año/) },
    ]);
  });

  test('each wrong field of a row is reported', async () => {
    const read = await readRows(inPieces(csvFile(csvLine({ country_iso2: 'ZZ', level: 'x', confidence: 'y' }))));
    expect(read.rejected.map(({ field }) => field)).toEqual(['country_iso2', 'level', 'confidence']);
  });

  test('two broken quotation marks some lines apart cost their own lines alone', async () => {
    const content = csvFile(
      csvLine({ name: 'A' }),
      `"${csvLine()}`,
      csvLine({ name: 'B' }),
      csvLine({ name: 'C' }),
      `${csvLine()}"`,
      csvLine({ name: 'D' }),
    );
    const read = await readRows(inPieces(content));
    expect(read.rows.map((row) => row.name)).toEqual(['A', 'B', 'C', 'D']);
    expect(read.rejected.map(({ line }) => line)).toEqual([3, 6]);
  });

  test('a quotation mark never closed at the head of a long file costs one row', async () => {
    const many = Array.from({ length: 500 }, (_, number) => csvLine({ name: `Row ${number}` }));
    const read = await readRows(inPieces(csvFile(`"${csvLine()}`, ...many), 4096));
    expect(read.rows).toHaveLength(500);
    expect(read.rejected.map(({ line }) => line)).toEqual([2]);
  });
});

describe('what is no fault', () => {
  test('quoted commas, quotation marks and line breaks are read, line breaks as spaces', async () => {
    expect(await names(csvFile(csvLine({ name: 'One, "Two"\nand three' }), csvLine({ name: 'After' })))).toEqual([
      'One, "Two" and three',
      'After',
    ]);
  });

  test('a formula is kept as it is, and the mark of our own export before it is taken off', async () => {
    expect(await names(csvFile(csvLine({ name: '=HYPERLINK("x")' }), csvLine({ name: "'=1+A1" }), csvLine({ name: "'t Kind" })))).toEqual([
      '=HYPERLINK("x")',
      '=1+A1',
      "'t Kind",
    ]);
  });

  test('a country in small letters and Kosovo are understood', async () => {
    const read = await readRows(inPieces(csvFile(csvLine({ country_iso2: 'ke' }), csvLine({ country_iso2: 'XK' }))));
    expect(read.rows.map((row) => row.country)).toEqual(['KE', 'XK']);
  });

  test.each<[string, unknown]>([
    ['', { kind: 'none' }],
    ['Eurochild', { kind: 'affiliation', network: 'Eurochild', role: null }],
    ['Eurochild (member)', { kind: 'affiliation', network: 'Eurochild', role: null }],
    ['CRC Asia (APPM participant)', { kind: 'affiliation', network: 'CRC Asia', role: 'APPM participant' }],
    ['(network secretariat)', { kind: 'secretariat' }],
    ['(network secretariat, rotating)', { kind: 'secretariat' }],
  ])('the network column %j is read', async (network, expected) => {
    const read = await readRows(inPieces(csvFile(csvLine({ network }))));
    expect(read.rows[0]?.network).toEqual(expected);
  });
});

test('a line of a hundred megabytes is passed over in little memory', async () => {
  const block = Buffer.alloc(1024 * 1024, 'x');
  const file = Readable.from(
    (function* pieces() {
      yield Buffer.from(`${header}\n`);
      for (let megabyte = 0; megabyte < 100; megabyte += 1) yield block;
      yield Buffer.from(`\n${csvLine({ name: 'After' })}\n`);
    })(),
  );
  const before = process.memoryUsage().heapUsed + process.memoryUsage().external;
  const read = await readRows(file);
  expect(process.memoryUsage().heapUsed + process.memoryUsage().external - before).toBeLessThan(50 * 1024 * 1024);
  expect(read.rows.map((row) => row.name)).toEqual(['After']);
  expect(read.rejected).toHaveLength(1);
  expect(longestLine).toBeLessThan(1024 * 1024);
});
