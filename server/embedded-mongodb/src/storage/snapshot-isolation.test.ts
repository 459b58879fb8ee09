import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import fc from 'fast-check';
import { Int32 } from '../bson/values.js';
import type { Document, Value } from '../bson/values.js';
import { MongoError } from '../errors.js';
import { checkData } from './check-data.js';
import { DocumentLocked } from './errors.js';
import { Store } from './Store.js';
import type { StoredDocument } from './StoredDocument.js';
import type { Unit } from './Unit.js';

const histories = Number(process.env['HISTORIES'] ?? 400);
const keys = 5;
const namespace = 'test.accounts';
const document = (fields: Record<string, Value>): Document => new Map(Object.entries(fields));

interface KeyStep {
  readonly kind: 'read' | 'write' | 'remove' | 'insert';
  readonly who: number;
  readonly key: number;
  readonly value: number;
}

interface AloneStep {
  readonly kind: 'alone';
  readonly act: 'write' | 'remove';
  readonly key: number;
  readonly value: number;
}

type Step =
  | { readonly kind: 'begin'; readonly who: number }
  | { readonly kind: 'commit'; readonly who: number }
  | { readonly kind: 'abort'; readonly who: number }
  | { readonly kind: 'readAll'; readonly who: number }
  | { readonly kind: 'count'; readonly who: number }
  | KeyStep
  | { readonly kind: 'readByIndex'; readonly who: number; readonly value: number }
  | AloneStep
  | { readonly kind: 'pause' };

const who = fc.integer({ min: 0, max: 2 });
const key = fc.integer({ min: 0, max: keys - 1 });
const value = fc.integer({ min: 0, max: 3 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { arbitrary: fc.record({ kind: fc.constant('begin' as const), who }), weight: 2 },
  { arbitrary: fc.record({ kind: fc.constant('commit' as const), who }), weight: 2 },
  { arbitrary: fc.record({ kind: fc.constant('abort' as const), who }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant('readAll' as const), who }), weight: 1 },
  { arbitrary: fc.record({ kind: fc.constant('count' as const), who }), weight: 1 },
  {
    arbitrary: fc.record({
      kind: fc.constantFrom('read' as const, 'write' as const, 'write' as const, 'remove' as const, 'insert' as const),
      who,
      key,
      value,
    }),
    weight: 6,
  },
  { arbitrary: fc.record({ kind: fc.constant('readByIndex' as const), who, value }), weight: 2 },
  {
    arbitrary: fc.record({ kind: fc.constant('alone' as const), act: fc.constantFrom('write' as const, 'remove' as const), key, value }),
    weight: 2,
  },
  { arbitrary: fc.constant({ kind: 'pause' as const }), weight: 2 },
);

type State = ReadonlyMap<number, number>;

/** What snapshot isolation promises: the state at the beginning, own changes above it, and the first to write a key has it. */
interface Transaction {
  readonly unit: Unit;
  readonly start: number;
  readonly snapshot: State;
  readonly own: Map<number, number | undefined>;
}

class Model {
  committed = new Map<number, number>();
  version = 0;
  readonly changedAt = new Map<number, number>();

  view(transaction: Transaction): State {
    const state = new Map(transaction.snapshot);
    for (const [changed, now] of transaction.own) {
      if (now === undefined) state.delete(changed);
      else state.set(changed, now);
    }
    return state;
  }

  apply(changes: ReadonlyMap<number, number | undefined>): void {
    this.version += 1;
    for (const [changed, now] of changes) {
      if (now === undefined) this.committed.delete(changed);
      else this.committed.set(changed, now);
      this.changedAt.set(changed, this.version);
    }
  }
}

describe('transactions', () => {
  let directory: string;
  let store: Store;

  beforeAll(async () => {
    directory = mkdtempSync(join(tmpdir(), 'isolation-'));
    store = await Store.open({ directory });
  });

  afterAll(async () => {
    await store.close();
    expect((await checkData(directory)).problems).toEqual([]);
    rmSync(directory, { recursive: true });
  });

  const start = async (): Promise<void> => {
    const unit = store.unit({ snapshot: false });
    unit.dropCollection(namespace);
    await unit.createIndexes(namespace, [document({ key: document({ n: new Int32(1) }), name: 'n_1' })]);
    await unit.commit();
  };

  const shown = (found: Iterable<StoredDocument>): [number, number][] =>
    [...found]
      .map((stored): [number, number] => [Number(stored.document().get('_id')), Number(stored.document().get('n'))])
      .sort(([a], [b]) => a - b);

  const sorted = (state: State): [number, number][] => [...state].sort(([a], [b]) => a - b);

  test('read the state at their beginning and lose no update, whatever runs beside them', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 60 }), async (steps) => {
        await start();
        const model = new Model();
        const open = new Map<number, Transaction>();
        const commits: Promise<void>[] = [];
        try {
          for (const one of steps) await take(one, model, open, commits);
        } finally {
          for (const { unit } of open.values()) unit.abort();
        }
        await Promise.all(commits);
        expect(shown(store.unit({ snapshot: false }).find(namespace, { filter: new Map() }))).toEqual(sorted(model.committed));
      }),
      { numRuns: histories },
    );
  }, 300_000);

  const take = async (one: Step, model: Model, open: Map<number, Transaction>, commits: Promise<void>[]): Promise<void> => {
    if (one.kind === 'pause') return nextTurn();
    if (one.kind === 'alone') return alone(one, model, open, commits);
    const transaction = open.get(one.who);
    if (one.kind === 'begin') {
      if (!transaction)
        open.set(one.who, {
          unit: store.unit({ snapshot: true }),
          start: model.version,
          snapshot: new Map(model.committed),
          own: new Map(),
        });
      return undefined;
    }
    if (!transaction) return undefined;
    const { unit, own } = transaction;
    const view = model.view(transaction);
    switch (one.kind) {
      case 'commit':
        open.delete(one.who);
        commits.push(unit.commit());
        if (own.size > 0) model.apply(own);
        return undefined;
      case 'abort':
        open.delete(one.who);
        unit.abort();
        return undefined;
      case 'readAll':
        expect(shown(unit.find(namespace, { filter: new Map() }))).toEqual(sorted(view));
        return undefined;
      case 'count':
        expect(unit.count(namespace, { filter: new Map() })).toBe(view.size);
        return undefined;
      case 'readByIndex': {
        const found = shown(unit.find(namespace, { filter: document({ n: new Int32(one.value) }), hint: 'n_1' }));
        expect(found).toEqual(sorted(view).filter(([, n]) => n === one.value));
        return undefined;
      }
      case 'read':
        expect(Number(unit.findById(namespace, new Int32(one.key))?.document().get('n') ?? -1)).toBe(view.get(one.key) ?? -1);
        return undefined;
      default:
        return change(one, model, open, transaction, view);
    }
  };

  const heldByOther = (key: number, open: ReadonlyMap<number, Transaction>, except: Transaction | undefined): boolean =>
    [...open.values()].some((other) => other !== except && other.own.has(key));

  const change = (one: KeyStep, model: Model, open: Map<number, Transaction>, transaction: Transaction, view: State): undefined => {
    const { unit, own, start: began } = transaction;
    const id = new Int32(one.key);
    const present = unit.findById(namespace, id);
    const next = document({ _id: id, n: new Int32(one.value) });
    const conflict = !own.has(one.key) && (heldByOther(one.key, open, transaction) || (model.changedAt.get(one.key) ?? -1) > began);
    const act = (): void => {
      if (one.kind === 'remove') unit.remove(namespace, present!);
      else if (one.kind === 'write') unit.replace(namespace, present!, next);
      else unit.insert(namespace, next);
    };
    if (one.kind === 'insert' ? view.has(one.key) : !present) {
      // A second document with this key is a mistake in any case, whether or not somebody else changes the first one.
      if (one.kind === 'insert') expect(act).toThrow(/E11000|Write conflict/);
      return undefined;
    }
    if (conflict) {
      expect(act).toThrow(expect.objectContaining({ code: 112, details: { labels: ['TransientTransactionError'] } }));
      unit.abort();
      open.delete(one.who);
      return undefined;
    }
    act();
    own.set(one.key, one.kind === 'remove' ? undefined : one.value);
    return undefined;
  };

  /** A write outside of transactions has to wait where a transaction holds the document. */
  const alone = (one: AloneStep, model: Model, open: ReadonlyMap<number, Transaction>, commits: Promise<void>[]): undefined => {
    const unit = store.unit({ snapshot: false });
    const id = new Int32(one.key);
    const present = unit.findById(namespace, id);
    if (one.act === 'remove' && !present) return undefined;
    try {
      const next = document({ _id: id, n: new Int32(one.value) });
      if (one.act === 'remove') unit.remove(namespace, present!);
      else if (present) unit.replace(namespace, present, next);
      else unit.insert(namespace, next);
    } catch (error) {
      expect(error).toBeInstanceOf(DocumentLocked);
      expect(heldByOther(one.key, open, undefined)).toBe(true);
      return undefined;
    }
    expect(heldByOther(one.key, open, undefined)).toBe(false);
    commits.push(unit.commit());
    model.apply(new Map([[one.key, one.act === 'remove' ? undefined : one.value]]));
    return undefined;
  };

  test('may both write after both have read what the other writes', async () => {
    await start();
    const before = store.unit({ snapshot: false });
    for (const id of [1, 2]) before.insert(namespace, document({ _id: new Int32(id), n: new Int32(1) }));
    await before.commit();
    const first = store.unit({ snapshot: true });
    const second = store.unit({ snapshot: true });
    for (const [unit, id] of [
      [first, 1],
      [second, 2],
    ] as const) {
      expect(unit.count(namespace, { filter: document({ n: new Int32(1) }) })).toBe(2);
      unit.replace(namespace, unit.findById(namespace, new Int32(id))!, document({ _id: new Int32(id), n: new Int32(0) }));
    }
    await Promise.all([first.commit(), second.commit()]);
    expect(store.unit({ snapshot: false }).count(namespace, { filter: document({ n: new Int32(0) }) })).toBe(2);
  });

  test('tell a waiting writer when they have ended', async () => {
    await start();
    const transaction = store.unit({ snapshot: true });
    transaction.insert(namespace, document({ _id: new Int32(1), n: new Int32(1) }));
    const unit = store.unit({ snapshot: false });
    let released: Promise<void> | undefined;
    try {
      unit.insert(namespace, document({ _id: new Int32(1), n: new Int32(2) }));
    } catch (error) {
      if (error instanceof DocumentLocked) released = error.released;
    }
    expect(released).toBeDefined();
    transaction.abort();
    await released;
    const again = store.unit({ snapshot: false });
    again.insert(namespace, document({ _id: new Int32(1), n: new Int32(2) }));
    await again.commit();
  });

  test('fail when a collection that they have written to was changed beside them', async () => {
    await start();
    const transaction = store.unit({ snapshot: true });
    transaction.insert(namespace, document({ _id: new Int32(1), n: new Int32(1) }));
    const unit = store.unit({ snapshot: false });
    unit.dropIndexes(namespace, 'n_1');
    await unit.commit();
    await expect(transaction.commit()).rejects.toThrow(MongoError);
  });
});
