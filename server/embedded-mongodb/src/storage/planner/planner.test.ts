import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Int32, isDocument } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import { compileCollation } from '../../query/collation.js';
import type { Query } from '../Query.js';
import { Store } from '../Store.js';
import type { Unit } from '../Unit.js';

type Plain = { [name: string]: Plain } | Value;

/** A document written as an object. */
const document = (fields: Record<string, Plain>): Document =>
  new Map(Object.entries(fields).map(([name, value]): [string, Value] => [name, inner(value)]));
const inner = (value: Plain): Value =>
  Object.prototype.toString.call(value) === '[object Object]' && value?.constructor === Object
    ? document(value as Record<string, Plain>)
    : (value as Value);
const int = (n: number): Int32 => new Int32(n);
const namespace = 'db.things';

describe('the planner', () => {
  let directory: string;
  let store: Store;
  let unit: Unit;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'plans-'));
    store = await Store.open({ directory });
    const filling = store.unit({ snapshot: false });
    const indexes: [string, Record<string, Plain>, Record<string, Plain>?][] = [
      ['group_at', { group: int(1), at: int(-1) }],
      ['at', { at: int(1) }],
      ['tags', { tags: int(1) }],
      ['email', { email: int(1) }, { unique: true, sparse: true }],
      ['current', { seat: int(1) }, { partialFilterExpression: { isCurrent: true } }],
    ];
    await filling.createIndexes(
      namespace,
      indexes.map(([name, key, more]) => document({ key, name, ...more })),
    );
    for (let n = 0; n < 1_000; n += 1)
      filling.insert(
        namespace,
        document({
          _id: int(n),
          group: int(n % 10),
          at: new Date(n),
          tags: ['all', `t${n % 50}`],
          email: `${n}@example.org`,
          seat: `s${n % 20}`,
          isCurrent: n % 2 === 0,
          text: 'x'.repeat(100),
        }),
      );
    await filling.commit();
    unit = store.unit({ snapshot: false });
  });

  afterAll(async () => {
    await store.close();
    rmSync(directory, { recursive: true });
  });

  const explain = (query: Partial<Query>): Document => unit.explain(namespace, { filter: new Map(), ...query }, 'executionStats');

  const at = (from: Document, ...path: string[]): Value | undefined =>
    path.reduce<Value | undefined>((value, name) => (isDocument(value) ? value.get(name) : undefined), from);

  /** Names of the stages from the last to the first, with the index. */
  const stages = (query: Partial<Query>): string[] => {
    const names: string[] = [];
    let stage = at(explain(query), 'queryPlanner', 'winningPlan');
    while (isDocument(stage)) {
      names.push(
        [stage.get('stage'), stage.get('indexName'), stage.get('direction') === 'backward' ? 'backward' : undefined]
          .filter(Boolean)
          .join(' '),
      );
      const several = stage.get('inputStages');
      if (Array.isArray(several)) names.push(several.map((one) => `IXSCAN ${String((one as Document).get('indexName'))}`).join(' + '));
      stage = stage.get('inputStage');
    }
    return names;
  };

  const examined = (query: Partial<Query>): number[] => {
    const stats = at(explain(query), 'executionStats') as Document;
    return ['nReturned', 'totalKeysExamined', 'totalDocsExamined'].map((name) => Number(stats.get(name)));
  };

  test('reads only the documents that it returns when an index serves filter and sort', () => {
    const query = { filter: document({ group: int(3) }), sort: document({ at: int(-1) }), limit: 5 };
    expect(stages(query)).toEqual(['LIMIT', 'FETCH', 'IXSCAN group_at']);
    expect(examined(query)).toEqual([5, 5, 5]);
  });

  test('reads an index backwards where that gives the order', () => {
    expect(stages({ filter: document({ group: int(3) }), sort: document({ at: int(1) }) })).toEqual(['FETCH', 'IXSCAN group_at backward']);
    expect(stages({ sort: document({ at: int(-1) }), limit: 3 })).toEqual(['LIMIT', 'FETCH', 'IXSCAN at backward']);
    expect(stages({ sort: document({ group: int(-1), at: int(1) }), limit: 3 })).toEqual(['LIMIT', 'FETCH', 'IXSCAN group_at backward']);
  });

  test('sorts itself where no index gives the order', () => {
    expect(stages({ filter: document({ group: int(3) }), sort: document({ text: int(1) }) })).toEqual(['SORT', 'FETCH', 'IXSCAN group_at']);
    expect(stages({ sort: document({ group: int(1), at: int(1) }) })).toEqual(['SORT', 'COLLSCAN']);
    expect(stages({ filter: document({ tags: 'all' }), sort: document({ tags: int(1) }) }).slice(0, 1)).toEqual(['SORT']);
  });

  test('joins the ranges of a field without arrays, and shows them', () => {
    const filter = document({ group: { $in: [int(1), int(2)] }, at: { $gt: new Date(5), $lte: new Date(20) } });
    const bounds = at(explain({ filter, hint: 'group_at' }), 'queryPlanner', 'winningPlan', 'inputStage', 'indexBounds');
    expect(bounds).toEqual(document({ group: ['[1, 1]', '[2, 2]'], at: ['[new Date(20), new Date(5))'] }));
    expect(examined({ filter, hint: 'group_at' })).toEqual([2, 2, 2]);
  });

  test('uses one condition only where a field holds arrays', () => {
    const filter = document({ tags: { $gte: 't1', $lte: 't2' } });
    const bounds = at(explain({ filter, hint: 'tags' }), 'queryPlanner', 'winningPlan', 'inputStage', 'indexBounds', 'tags');
    expect(bounds).toHaveLength(1);
    expect(unit.count(namespace, { filter, hint: 'tags' })).toBe(unit.count(namespace, { filter, hint: document({ $natural: int(1) }) }));
  });

  test('takes one way for each branch of an $or', () => {
    const filter = document({ $or: [document({ email: '3@example.org' }), document({ at: new Date(7) })] });
    expect(stages({ filter })).toEqual(['FETCH', 'OR', 'IXSCAN email + IXSCAN at']);
    expect(examined({ filter })).toEqual([2, 2, 2]);
  });

  test('uses a sparse index only where the field is asked to be there', () => {
    expect(stages({ filter: document({ email: '3@example.org' }) })).toEqual(['FETCH', 'IXSCAN email']);
    expect(stages({ filter: document({ email: null }) })).toEqual(['COLLSCAN']);
    expect(stages({ sort: document({ email: int(1) }), limit: 1 })).toEqual(['SORT', 'COLLSCAN']);
  });

  test('uses a partial index only where the filter asks for what it holds', () => {
    expect(stages({ filter: document({ seat: 's2', isCurrent: true }) })).toEqual(['FETCH', 'IXSCAN current']);
    expect(stages({ filter: document({ seat: 's2' }) })).toEqual(['COLLSCAN']);
    expect(() => explain({ filter: document({ seat: 's2' }), hint: 'current' })).toThrow('holds only part of the collection');
  });

  test('prefers the order of an index to sorting many documents for a few', () => {
    expect(stages({ filter: document({ isCurrent: true }), sort: document({ at: int(-1) }), limit: 5 })).toEqual([
      'LIMIT',
      'FETCH',
      'IXSCAN at backward',
    ]);
    expect(stages({ filter: document({ tags: 't7' }), sort: document({ at: int(-1) }), limit: 900 })).toEqual([
      'SORT',
      'FETCH',
      'IXSCAN tags',
    ]);
  });

  test('does not find texts under a collation through an index that knows none', () => {
    const collation = compileCollation(document({ locale: 'en', strength: int(2) }));
    expect(stages({ filter: document({ email: '3@EXAMPLE.org' }), collation })).toEqual(['COLLSCAN']);
    expect(stages({ filter: document({ at: new Date(3) }), collation })).toEqual(['FETCH', 'IXSCAN at']);
    expect(unit.count(namespace, { filter: document({ email: '3@EXAMPLE.org' }), collation })).toBe(1);
  });

  test('follows hints, and refuses one that names no index', () => {
    expect(stages({ filter: document({ group: int(1) }), hint: document({ at: int(1) }) })).toEqual(['FETCH', 'IXSCAN at']);
    expect(stages({ filter: document({ group: int(1) }), hint: document({ $natural: int(-1) }) })).toEqual(['COLLSCAN backward']);
    expect(() => explain({ hint: 'nothing' })).toThrow(expect.objectContaining({ code: 2 }) as Error);
  });

  test('knows without reading that a contradiction finds nothing', () => {
    expect(stages({ filter: document({ $and: [document({ at: new Date(1) }), document({ at: new Date(2) })] }) })).toEqual(['EOF']);
  });

  test('counts by the keys alone where they tell everything', () => {
    expect(unit.count(namespace, { filter: document({ group: int(3), at: { $lt: new Date(500) } }) })).toBe(50);
    expect(unit.count(namespace, { filter: new Map(), skip: 10, limit: 20 })).toBe(20);
    expect(unit.count(namespace, { filter: new Map() })).toBe(1_000);
  });

  test('stops with 292 where a sort would hold too much', async () => {
    const large = store.unit({ snapshot: true });
    const text = 'y'.repeat(15 * 1024 * 1024);
    for (let n = 0; n < 8; n += 1) large.insert('db.large', document({ _id: int(n), text }));
    expect(() => [...large.find('db.large', { filter: new Map(), sort: document({ text: int(1) }) })]).toThrow(
      expect.objectContaining({ code: 292 }) as Error,
    );
    expect([...large.find('db.large', { filter: new Map(), sort: document({ _id: int(-1) }), limit: 2 })]).toHaveLength(2);
    expect([...large.find('db.large', { filter: new Map(), sort: document({ text: int(1) }), limit: 2 })]).toHaveLength(2);
    large.abort();
  });

  test('gives up when the time of the caller is over', () => {
    let checks = 0;
    const deadline = {
      tick: (): void => {
        checks += 1;
        if (checks > 1) throw new Error('the time is over');
      },
    };
    expect(() => [...unit.find(namespace, { filter: document({ text: 'nothing' }), deadline })]).toThrow('the time is over');
  });
});
