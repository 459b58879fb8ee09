import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Int32 } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { checkData } from '../check-data.js';
import { Store } from '../Store.js';

const document = (fields: Record<string, Value>): Document => new Map(Object.entries(fields));
const namespace = 'db.many';
const count = 6_000;

describe('an index on a large collection', () => {
  let directory: string;
  let store: Store;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'build-'));
    store = await Store.open({ directory });
    const unit = store.unit({ snapshot: false });
    for (let n = 0; n < count; n += 1) unit.insert(namespace, document({ _id: new Int32(n), n: new Int32(n), tags: ['a', n] }));
    await unit.commit();
  });

  afterEach(async () => {
    await store.close();
    expect((await checkData(directory)).problems).toEqual([]);
    rmSync(directory, { recursive: true });
  });

  const create = (name: string, more: Record<string, Value> = {}): Promise<unknown> =>
    store
      .unit({ snapshot: false })
      .createIndexes(namespace, [document({ key: document({ [name]: new Int32(1) }), name: `${name}_1`, ...more })]);

  /** Inserts, changes and removes documents here and there. */
  const disturb = async (round: number): Promise<void> => {
    const unit = store.unit({ snapshot: false });
    unit.insert(namespace, document({ _id: new Int32(count + round), n: new Int32(count + round), tags: [] }));
    const changed = unit.findById(namespace, new Int32((round * 997) % count));
    if (changed)
      unit.replace(namespace, changed, document({ _id: changed.document().get('_id') as Value, n: new Int32(-1 - round), tags: ['b'] }));
    const removed = unit.findById(namespace, new Int32(count - 1 - round * 3));
    if (removed && removed.recordId !== changed?.recordId) unit.remove(namespace, removed);
    await unit.commit();
  };

  test('is complete although documents change while it is being built', async () => {
    let building = true;
    const built = Promise.all([create('n', { unique: true }), create('tags')]).finally(() => {
      building = false;
    });
    for (let round = 0; building; round += 1) {
      await disturb(round);
      await nextTurn();
    }
    await built;
    const unit = store.unit({ snapshot: false });
    expect(
      unit
        .collection(namespace)
        ?.indexes.map((index) => index.name)
        .sort(),
    ).toEqual(['_id_', 'n_1', 'tags_1']);
    expect(unit.count(namespace, { filter: document({ tags: 'b' }), hint: 'tags_1' })).toBeGreaterThan(0);
    expect(unit.count(namespace, { filter: new Map(), hint: 'tags_1' })).toBe(unit.count(namespace, { filter: new Map() }));
  });

  test('is given up where two documents would have the same key of a unique index', async () => {
    const unit = store.unit({ snapshot: false });
    unit.insert(namespace, document({ _id: 'again', n: new Int32(17) }));
    await unit.commit();
    await expect(create('n', { unique: true })).rejects.toThrow(
      'E11000 duplicate key error collection: db.many index: n_1 dup key: { n: 17 }',
    );
    expect(store.unit({ snapshot: false }).collection(namespace)?.indexes).toHaveLength(1);
  });

  test('makes a transaction fail that wrote before the index was begun', async () => {
    const transaction = store.unit({ snapshot: true });
    transaction.remove(namespace, transaction.findById(namespace, new Int32(5_000))!);
    const built = create('n', { unique: true });
    await nextTurn();
    await expect(transaction.commit()).rejects.toMatchObject({ code: 112 });
    await built;
    expect(store.unit({ snapshot: false }).count(namespace, { filter: document({ n: new Int32(5_000) }), hint: 'n_1' })).toBe(1);
  });

  test('is given up when the collection is dropped meanwhile', async () => {
    const built = create('n');
    const failure = expect(built).rejects.toThrow('was dropped');
    await nextTurn();
    const unit = store.unit({ snapshot: false });
    unit.dropCollection(namespace);
    await unit.commit();
    await failure;
  });
});
