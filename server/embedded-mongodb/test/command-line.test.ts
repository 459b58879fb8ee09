import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Decimal128, Double, Int32, Long, MongoClient, ObjectId, Timestamp } from 'mongodb';
import { run, serve } from './support/command-line.js';
import type { Thing } from './support/server.js';
import { describeEmbedded } from './support/server.js';

jest.setTimeout(60_000);

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'embedded-mongodb-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

const data = (name = 'data'): string => path.join(directory, name);

const withServer = async <T>(name: string, work: (client: MongoClient) => Promise<T>): Promise<T> => {
  const server = await serve('--data', data(name));
  const client = await MongoClient.connect(server.uri, { serverSelectionTimeoutMS: 5_000 });
  try {
    return await work(client);
  } finally {
    await client.close();
    expect(await server.end('SIGTERM')).toBe(0);
  }
};

const everyType: Thing = {
  _id: new ObjectId('65a1b2c3d4e5f60718293a4b'),
  double: new Double(1),
  int: new Int32(2),
  long: Long.fromString('9007199254740993'),
  decimal: new Decimal128('1.50'),
  text: 'naïve ☃',
  at: new Date('2024-02-29T12:00:00.123Z'),
  before1970: new Date(-5),
  timestamp: new Timestamp({ t: 5, i: 6 }),
  pattern: /^a.*z$/i,
  bytes: Buffer.from([0, 1, 2, 255]),
  nothing: null,
  list: [1, [2, { three: true }]],
  nested: { z: 1, a: { 2: 'two', 1: 'one' } },
};

const fill = (client: MongoClient): Promise<void> => fillDatabase(client).then(() => undefined);

const fillDatabase = async (client: MongoClient): Promise<void> => {
  const things = client.db('network').collection<Thing>('things');
  await things.insertOne(everyType);
  await things.insertMany(Array.from({ length: 3_000 }, (_, index) => ({ _id: index, text: 'x'.repeat(index % 700) })));
  await things.createIndex({ text: 1, int: -1 }, { name: 'by text' });
  await things.createIndex({ mail: 1 }, { unique: true, partialFilterExpression: { mail: { $exists: true } } });
  await client.db('network').collection('notes').createIndex({ at: 1 }, { expireAfterSeconds: 60 });
  await client.db('network').createCollection('empty', { changeStreamPreAndPostImages: { enabled: true } });
  const validator = { $jsonSchema: { required: ['at'] } };
  const places = await client.db('network').createCollection('places', { collation: { locale: 'fr' }, validator });
  await places.createIndex({ at: '2dsphere' });
  await places.createIndex({ name: 1 }, { hidden: true });
  await places.createIndex({ code: 1 }, { unique: true, collation: { locale: 'simple' } });
  await places.insertOne({ at: { type: 'Point', coordinates: [7, 46] } });
};

const everything = async (client: MongoClient): Promise<unknown> => {
  const database = client.db('network');
  const collections = await database.listCollections({}, { nameOnly: false }).toArray();
  const described = collections.map((collection) => ({
    name: collection.name,
    options: 'options' in collection ? collection.options : undefined,
  }));
  const contents = described.map(async ({ name, options }) => ({
    name,
    options,
    indexes: await database.collection(name).indexes(),
    documents: await database
      .collection(name)
      .find({}, { raw: true })
      .sort({ _id: 1 })
      .map((document) => Buffer.from(document as unknown as Uint8Array).toString('base64'))
      .toArray(),
  }));
  return (await Promise.all(contents)).sort((a, b) => a.name.localeCompare(b.name));
};

describeEmbedded('The program', () => {
  it('serves until it is told to end, and has the data again when it is started anew', async () => {
    await withServer('data', (client) => client.db('a').collection<Thing>('b').insertOne({ _id: 1 }));
    expect(await withServer('data', (client) => client.db('a').collection<Thing>('b').findOne())).toEqual({ _id: 1 });
  });

  it('keeps what it acknowledged when it is killed', async () => {
    const server = await serve('--data', data());
    const client = await MongoClient.connect(server.uri, { serverSelectionTimeoutMS: 1_000 });
    const acknowledged: number[] = [];
    const writing = Array.from({ length: 8 }, async (_, writer) => {
      for (let index = writer; ; index += 8) {
        await client.db('a').collection<Thing>('b').insertOne({ _id: index });
        acknowledged.push(index);
        if (acknowledged.length === 200) server.child.kill('SIGKILL');
      }
    });
    await Promise.allSettled(writing);
    await client.close();
    const found = await withServer('data', (again) =>
      again
        .db('a')
        .collection('b')
        .find()
        .map((document) => document._id as unknown as number)
        .toArray(),
    );
    expect(new Set(found)).toEqual(new Set([...found, ...acknowledged]));
    expect(acknowledged.length).toBeGreaterThanOrEqual(200);
    expect(await run('--data', data(), '--check')).toMatchObject({ code: 0 });
  });

  it.each(['archive', 'ndjson'])('moves everything by way of a file of the format %s', async (format) => {
    const file = path.join(directory, 'dump');
    const before = await withServer('data', async (client) => {
      await fill(client);
      return everything(client);
    });
    expect(await run('--data', data(), '--export', file, '--format', format)).toMatchObject({
      code: 0,
      output: expect.stringContaining('Exported 3002 documents of 4 collections'),
    });
    expect(await run('--data', data('other'), '--import', file, '--format', format)).toMatchObject({
      code: 0,
      output: expect.stringContaining('Imported 3002 documents of 4 collections'),
    });
    expect(await withServer('other', everything)).toEqual(before);
    expect(await run('--data', data('other'), '--check')).toMatchObject({ code: 0, output: expect.stringContaining('all is well') });
  });

  it('imports nothing of an archive whose bytes were changed', async () => {
    const file = path.join(directory, 'dump');
    await withServer('data', (client) => client.db('network').collection<Thing>('things').insertOne({ _id: 1, text: 'abcdefgh' }));
    await run('--data', data(), '--export', file);
    const bytes = await readFile(file);
    bytes.write('A', bytes.indexOf('abcdefgh'));
    await writeFile(file, bytes);
    expect(await run('--data', data('other'), '--import', file)).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('checksum'),
    });
    expect(await withServer('other', async (client) => (await client.db('network').listCollections().toArray()).length)).toBe(0);
  });

  it('imports nothing over a collection that is there', async () => {
    const file = path.join(directory, 'dump');
    await withServer('data', (client) => client.db('network').collection<Thing>('things').insertOne({ _id: 1 }));
    await run('--data', data(), '--export', file);
    expect(await run('--data', data(), '--import', file)).toMatchObject({
      code: 1,
      complaints: expect.stringContaining('network.things is there already'),
    });
  });

  it('does not open data that a server has open', async () => {
    const server = await serve('--data', data());
    const second = await run('--data', data(), '--check');
    expect(second.code).toBe(1);
    expect(second.complaints).toMatch(/process|use|open/i);
    await server.end('SIGTERM');
  });

  it('says what is wrong with its words', async () => {
    expect(await run()).toMatchObject({ code: 2, complaints: expect.stringContaining('--data DIR is missing') });
    expect(await run('--data', data(), '--port', 'many')).toMatchObject({ code: 2 });
    expect(await run('--data', data(), '--check', '--export', 'x')).toMatchObject({ code: 2 });
    expect(await run('--help')).toMatchObject({ code: 0, output: expect.stringContaining('Usage') });
  });
});
