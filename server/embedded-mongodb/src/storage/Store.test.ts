import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Int32 } from '../bson/values.js';
import type { Document, Value } from '../bson/values.js';
import { Store } from './Store.js';

const document = (fields: Record<string, Value>): Document => new Map(Object.entries(fields));
const none: Document = new Map();

describe('a store', () => {
  let directory: string;
  let store: Store;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'store-'));
    store = await Store.open({ directory });
  });

  afterEach(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  const reopen = async (): Promise<void> => {
    await store.close();
    store = await Store.open({ directory });
  };

  const insert = async (namespace: string, ...documents: Document[]): Promise<void> => {
    const unit = store.unit({ snapshot: false });
    for (const one of documents) unit.insert(namespace, one);
    await unit.commit();
  };

  const all = (namespace: string): Document[] =>
    [...store.unit({ snapshot: false }).find(namespace, { filter: none })].map((stored) => stored.document());

  test('gives back what was inserted, in the order of insertion, also after opening it again', async () => {
    const first = document({ _id: new Int32(2), name: 'b' });
    const second = document({ _id: new Int32(1), name: 'a' });
    await insert('db.people', first, second);
    expect(all('db.people')).toEqual([first, second]);
    await reopen();
    expect(all('db.people')).toEqual([first, second]);
    expect(store.unit({ snapshot: false }).count('db.people', { filter: none })).toBe(2);
    expect(store.listDatabases()).toEqual(['db']);
  });

  test('refuses a second document with the same _id and says which', async () => {
    await insert('db.people', document({ _id: 'a' }));
    const unit = store.unit({ snapshot: false });
    expect(() => unit.insert('db.people', document({ _id: 'a' }))).toThrow(
      'E11000 duplicate key error collection: db.people index: _id_ dup key: { _id: "a" }',
    );
  });

  test('shows nothing of a unit before it commits, and nothing at all of one that is given up', async () => {
    const unit = store.unit({ snapshot: true });
    unit.insert('db.people', document({ _id: 'a' }));
    expect(all('db.people')).toEqual([]);
    expect([...unit.find('db.people', { filter: none })]).toHaveLength(1);
    unit.abort();
    expect(all('db.people')).toEqual([]);
  });

  test('replaces and removes documents', async () => {
    await insert('db.people', document({ _id: 'a', n: 1 }), document({ _id: 'b', n: 2 }));
    const unit = store.unit({ snapshot: false });
    const [a, b] = [...unit.find('db.people', { filter: none })];
    unit.replace('db.people', a!, document({ _id: 'a', n: 3 }));
    unit.remove('db.people', b!);
    await unit.commit();
    expect(all('db.people')).toEqual([document({ _id: 'a', n: 3 })]);
    expect(store.unit({ snapshot: false }).findById('db.people', 'b')).toBeUndefined();
  });
});
