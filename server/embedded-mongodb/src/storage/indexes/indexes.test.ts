import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Int32 } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { checkData } from '../check-data.js';
import type { Query } from '../Query.js';
import { Store } from '../Store.js';

const document = (fields: Record<string, Value>): Document => new Map(Object.entries(fields));
const int = (n: number): Int32 => new Int32(n);
const namespace = 'db.people';

describe('indexes', () => {
  let directory: string;
  let store: Store;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'indexes-'));
    store = await Store.open({ directory });
  });

  afterEach(async () => {
    await store.close();
    expect((await checkData(directory)).problems).toEqual([]);
    rmSync(directory, { recursive: true });
  });

  const create = async (name: string, key: Record<string, Value>, more: Record<string, Value> = {}): Promise<void> => {
    const unit = store.unit({ snapshot: false });
    await unit.createIndexes(namespace, [document({ key: document(key), name, ...more })]);
    await unit.commit();
  };

  const insert = async (...documents: Record<string, Value>[]): Promise<void> => {
    const unit = store.unit({ snapshot: false });
    for (const one of documents) unit.insert(namespace, document(one));
    await unit.commit();
  };

  const ids = (query: Partial<Query>): Value[] =>
    [...store.unit({ snapshot: false }).find(namespace, { filter: new Map(), ...query })].map(
      (stored) => stored.document().get('_id') as Value,
    );

  test('that are unique refuse a second document with the same key and name both in the error', async () => {
    await create('email_1', { email: int(1) }, { unique: true });
    await insert({ _id: 'a', email: 'a@example.org' });
    const unit = store.unit({ snapshot: false });
    let error: unknown;
    try {
      unit.insert(namespace, document({ _id: 'b', email: 'a@example.org' }));
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toMatchObject({
      code: 11000,
      message: 'E11000 duplicate key error collection: db.people index: email_1 dup key: { email: "a@example.org" }',
      details: { keyPattern: document({ email: int(1) }), keyValue: document({ email: 'a@example.org' }) },
    });
    unit.insert(namespace, document({ _id: 'b', email: 'b@example.org' }));
    await unit.commit();
    expect(ids({ filter: document({ email: 'b@example.org' }), hint: 'email_1' })).toEqual(['b']);
  });

  test('that are unique count a missing field as null, unless they are sparse', async () => {
    await create('email_1', { email: int(1) }, { unique: true });
    await create('phone_1', { phone: int(1) }, { unique: true, sparse: true });
    await insert({ _id: 'a' });
    const unit = store.unit({ snapshot: false });
    expect(() => unit.insert(namespace, document({ _id: 'b' }))).toThrow('index: email_1 dup key: { email: null }');
    unit.insert(namespace, document({ _id: 'b', email: 'b@example.org' }));
    await unit.commit();
  });

  test('that are unique and partial only look at the documents of their filter', async () => {
    await create('seat_1', { seat: int(1) }, { unique: true, partialFilterExpression: document({ isCurrent: true }) });
    await insert({ _id: 'a', seat: 'chair', isCurrent: false }, { _id: 'b', seat: 'chair', isCurrent: true });
    const unit = store.unit({ snapshot: false });
    expect(() => unit.insert(namespace, document({ _id: 'c', seat: 'chair', isCurrent: true }))).toThrow('E11000');
    const past = unit.findById(namespace, 'a');
    expect(() => unit.replace(namespace, past!, document({ _id: 'a', seat: 'chair', isCurrent: true }))).toThrow('E11000');
  });

  test('cannot be created as unique over documents that share a key', async () => {
    await insert({ _id: 'a', n: int(1) }, { _id: 'b', n: 1 });
    await expect(create('n_1', { n: int(1) }, { unique: true })).rejects.toThrow('index: n_1 dup key: { n: 1.0 }');
  });

  test('order and find texts far longer than the keys that storage takes', async () => {
    await create('text_1', { text: int(1) });
    await create('unique_1', { other: int(1) }, { unique: true });
    const long = 'x'.repeat(5_000);
    await insert(
      { _id: 1, text: `${long}b`, other: `${long}1` },
      { _id: 2, text: `${long}a`, other: `${long}2` },
      { _id: 3, text: 'w' },
      { _id: 4, text: `${long}c`, other: 'y' },
    );
    expect(ids({ sort: document({ text: int(1) }), hint: 'text_1' })).toEqual([3, 2, 1, 4]);
    expect(ids({ sort: document({ text: int(-1) }), hint: 'text_1', limit: 2 })).toEqual([4, 1]);
    expect(ids({ filter: document({ text: `${long}b` }), hint: 'text_1' })).toEqual([1]);
    expect(ids({ filter: document({ text: document({ $gt: `${long}a` }) }), hint: 'text_1' }).sort()).toEqual([1, 4]);
    expect(ids({ filter: document({ text: document({ $lt: `${long}b` }) }), hint: 'text_1' }).sort()).toEqual([2, 3]);
    expect(store.unit({ snapshot: false }).count(namespace, { filter: document({ text: `${long}b` }), hint: 'text_1' })).toBe(1);
    const unit = store.unit({ snapshot: false });
    expect(() => unit.insert(namespace, document({ _id: 5, other: `${long}2` }))).toThrow('E11000');
  });

  test('remember after opening again that documents hold arrays', async () => {
    await create('tags_1', { tags: int(1) });
    await insert({ _id: 'a', tags: ['x', 'y'] });
    await store.close();
    store = await Store.open({ directory });
    expect(store.unit({ snapshot: false }).collection(namespace)?.indexes[1]?.multikey.any).toBe(true);
    expect(ids({ filter: document({ tags: document({ $gte: 'x', $lte: 'z' }) }), hint: 'tags_1' })).toEqual(['a']);
  });

  test('remember arrays that a transaction has met which was given up', async () => {
    await create('tags_1', { tags: int(1) });
    const transaction = store.unit({ snapshot: true });
    transaction.insert(namespace, document({ _id: 'a', tags: ['x'] }));
    transaction.abort();
    await insert({ _id: 'b', tags: ['x', 'y'] });
    await store.close();
    store = await Store.open({ directory });
    expect(store.unit({ snapshot: false }).collection(namespace)?.indexes[1]?.multikey.any).toBe(true);
  });

  test.each<[string, Record<string, Value>, number, string]>([
    ['of text', { key: document({ a: 'text' }) }, 67, 'text indexes are not supported'],
    ['of places that are unique', { key: document({ a: '2dsphere' }), unique: true }, 115, "a geo index with the option 'unique'"],
    ['of places on a plane that come second', { key: document({ b: int(1), a: '2d' }) }, 67, '2d has to be first'],
    ['of hashes', { key: document({ a: 'hashed' }) }, 67, 'hashed indexes are not supported'],
    ['of an unknown kind', { key: document({ a: 'clever' }) }, 67, "Unknown index plugin 'clever'"],
    ['of all fields', { key: document({ '$**': int(1) }) }, 67, 'wildcard indexes are not supported'],
    ['without a direction', { key: document({ a: int(0) }) }, 67, 'cannot be 0'],
    ['with a misspelt option', { key: document({ a: int(1) }), unqiue: true }, 197, "'unqiue' is not valid"],
    ['that expire over two fields', { key: document({ a: int(1), b: int(1) }), expireAfterSeconds: int(1) }, 67, 'single-field'],
    [
      'that are sparse and partial',
      { key: document({ a: int(1) }), sparse: true, partialFilterExpression: document({ a: int(1) }) },
      67,
      'cannot mix',
    ],
    [
      'whose filter asks for what is not',
      { key: document({ a: int(1) }), partialFilterExpression: document({ a: document({ $ne: int(1) }) }) },
      67,
      'not supported in partial index',
    ],
  ])('%s are refused', async (_, specification, code, message) => {
    const unit = store.unit({ snapshot: false });
    await expect(unit.createIndexes(namespace, [document({ name: 'refused', ...specification })])).rejects.toMatchObject({
      code,
      message: expect.stringContaining(message) as string,
    });
    unit.abort();
  });

  test('that clash with those that are there are refused as MongoDB does', async () => {
    await create('a_1', { a: int(1) });
    await create('a_1', { a: 1 });
    await expect(create('a_1', { b: int(1) })).rejects.toMatchObject({ code: 86 });
    await expect(create('a_1', { a: int(1) }, { unique: true })).rejects.toMatchObject({ code: 86 });
    await expect(create('a_1', { a: int(1) }, { expireAfterSeconds: int(60) })).rejects.toMatchObject({ code: 85 });
    await expect(create('other', { a: int(1) })).rejects.toMatchObject({
      code: 85,
      message: 'Index already exists with a different name: a_1',
    });
    await create('a_unique', { a: int(1) }, { unique: true });
    expect(store.listCollections('db')[0]?.indexes.map((index) => index.name)).toEqual(['_id_', 'a_1', 'a_unique']);
  });

  test('with a time to live remove what is over, and only that', async () => {
    await create('at_1', { at: int(1) }, { expireAfterSeconds: int(60) });
    const now = new Date(1_000_000_000_000);
    const ago = (seconds: number): Date => new Date(now.getTime() - seconds * 1000);
    await insert(
      { _id: 'old', at: ago(61) },
      { _id: 'young', at: ago(59) },
      { _id: 'no date', at: 5 },
      { _id: 'some', at: [ago(10), ago(100)] },
      { _id: 'none' },
    );
    const commits: string[] = [];
    const stop = store.onCommit((commit) => commits.push(...commit.changes.map((change) => change.kind)));
    expect(await store.removeExpired(now)).toBe(2);
    stop();
    expect(commits).toEqual(['delete', 'delete']);
    expect(ids({})).toEqual(['young', 'no date', 'none']);
  });

  test('leave nothing behind on the disk when they are dropped', async () => {
    await create('a_1', { a: int(1) });
    await insert(...Array.from({ length: 5_000 }, (_, n) => ({ _id: n, a: n })));
    const unit = store.unit({ snapshot: false });
    expect(unit.dropIndexes(namespace, 'a_1')).toBe(2);
    await unit.commit();
    await store.settled();
    await store.close();
    expect(await checkData(directory)).toMatchObject({ documents: 5_000, indexEntries: 5_000, problems: [] });
    store = await Store.open({ directory });
  });
});
