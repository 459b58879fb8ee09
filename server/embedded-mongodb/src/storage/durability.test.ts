import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { encodeDocument } from '../bson/encode.js';
import { Int32 } from '../bson/values.js';
import type { Document, Value } from '../bson/values.js';
import { checkData } from './check-data.js';
import { StoredCatalogue } from './catalogue/StoredCatalogue.js';
import { Changes } from './key-value/Changes.js';
import { Commits } from './key-value/Commits.js';
import { Environment } from './key-value/Environment.js';
import { recordKey } from './key-value/keys.js';
import { Store } from './Store.js';

const document = (fields: Record<string, Value>): Document => new Map(Object.entries(fields));
const specification = (name: string, key: Document, more: Record<string, Value> = {}): Document => document({ key, name, ...more });

const pageSize = 4096;

describe('a data directory', () => {
  let directory: string;

  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), 'durability-'));
  });

  afterEach(() => {
    rmSync(directory, { recursive: true });
  });

  const fill = async (count = 500): Promise<void> => {
    const store = await Store.open({ directory });
    const unit = store.unit({ snapshot: false });
    await unit.createIndexes('db.things', [
      specification('n_1', document({ n: new Int32(1) })),
      specification('tags_1', document({ tags: new Int32(1) })),
    ]);
    for (let n = 0; n < count; n += 1)
      unit.insert('db.things', document({ _id: new Int32(n), n: new Int32(n % 7), tags: ['a', String(n)], text: 'x'.repeat(200) }));
    await unit.commit();
    await store.close();
  };

  const tamper = async (work: (commits: Commits, prefixes: { records: string; n: string }) => Changes): Promise<void> => {
    const environment = Environment.open(join(directory, 'data.mdb'), { readOnly: false, memoryMapBytes: undefined });
    const commits = new Commits(environment);
    const collection = new StoredCatalogue().load(commits).get('db.things')!;
    await commits.add(work(commits, { records: collection.prefix, n: collection.indexes[1]!.prefix }));
    await environment.close();
  };

  test('is refused to a second store while the first has it, and free again afterwards', async () => {
    const store = await Store.open({ directory });
    await expect(Store.open({ directory })).rejects.toThrow('already open in this process');
    await store.close();
    const again = await Store.open({ directory });
    await again.close();
  });

  test('is taken over from a process that is gone', async () => {
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: 2 ** 22 + 1, start: 'long ago', token: 'x' }));
    const store = await Store.open({ directory });
    await store.close();
  });

  test('is refused while another living process has it', async () => {
    writeFileSync(join(directory, 'lock'), JSON.stringify({ pid: process.ppid, start: '', token: 'x' }));
    await expect(Store.open({ directory })).rejects.toThrow(`is in use by process ${process.ppid}`);
  });

  test('of a newer format is refused by name', async () => {
    await fill(1);
    writeFileSync(join(directory, 'format.json'), '{"format":3}');
    await expect(Store.open({ directory })).rejects.toThrow('has format 3, written by a newer version of this program');
  });

  test('of an older format is read, and then no longer given to older programs', async () => {
    await fill(1);
    writeFileSync(join(directory, 'format.json'), '{"format":1}');
    expect((await checkData(directory)).problems).toEqual([]);
    await (await Store.open({ directory })).close();
    expect(JSON.parse(readFileSync(join(directory, 'format.json'), 'utf8'))).toEqual({ format: 2 });
  });

  test('is found in order when nothing happened to it', async () => {
    await fill();
    expect(await checkData(directory)).toEqual({ collections: 1, documents: 500, indexEntries: 500 + 500 + 1000, problems: [] });
  });

  test('with a cut-off data file is refused in plain words', async () => {
    await fill();
    const file = join(directory, 'data.mdb');
    truncateSync(file, 10 * pageSize);
    await expect(Store.open({ directory })).rejects.toThrow(/the data file is damaged: page \d+ is missing.*probably cut off/);
    expect((await checkData(directory)).problems).toEqual([expect.stringContaining('probably cut off')]);
  });

  test('whose data file begins with something else is refused in plain words', async () => {
    await fill();
    const file = join(directory, 'data.mdb');
    const bytes = readFileSync(file);
    bytes.fill(7, 0, pageSize);
    writeFileSync(file, bytes);
    await expect(Store.open({ directory })).rejects.toThrow('the data file is damaged: it does not begin as a data file does');
  });

  test('with a damaged page is found out by the check', async () => {
    await fill();
    const file = join(directory, 'data.mdb');
    const bytes = readFileSync(file);
    const page = Math.floor(bytes.lastIndexOf('x'.repeat(200)) / pageSize) * pageSize;
    bytes.fill(0xaa, page, page + pageSize);
    writeFileSync(file, bytes);
    expect((await checkData(directory)).problems).toEqual([expect.stringMatching(/page \d+ is not a page of the tree/)]);
  });

  test('with a damaged catalogue is refused in plain words', async () => {
    await fill();
    await tamper(() => {
      const changes = new Changes();
      changes.set('\0\0\0\0cdb.things', encodeDocument(document({ what: 'is this' })));
      return changes;
    }).catch(() => undefined);
    const file = join(directory, 'data.mdb');
    const bytes = readFileSync(file);
    // The name of an index as the catalogue holds it, in every page where it stands.
    for (let place = bytes.indexOf('tags_1'); place >= 0; place = bytes.indexOf('tags_1', place + 1)) bytes.write('gats_1', place);
    writeFileSync(file, bytes);
    await expect(Store.open({ directory })).rejects.toThrow('the record of collection db.things is damaged');
  });

  test('with a missing index entry is found out by the check', async () => {
    await fill();
    await tamper((commits, { n }) => {
      const changes = new Changes();
      const [first] = commits.read({ from: n, to: `${n}\xff` }, { reverse: false, values: false, limit: 1 }).entries;
      changes.set(first!.key, null);
      return changes;
    });
    expect((await checkData(directory)).problems).toEqual([
      'db.things: index n_1 does not know the document with _id 0 (record 1)',
      'db.things: index n_1 has 499 entries, its documents have 500 keys',
    ]);
  });

  test('with a missing document is found out by the check', async () => {
    await fill();
    await tamper((_, { records }) => {
      const changes = new Changes();
      changes.set(recordKey(records, 3), null);
      return changes;
    });
    const { problems } = await checkData(directory);
    expect(problems).toContain('db.things: index _id_ leads to record 3, which is not there');
    expect(problems).toContain('db.things: 499 documents are there, but 500 were counted');
  });
});
