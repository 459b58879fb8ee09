import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Binary } from '../bson/values.js';
import type { Document } from '../bson/values.js';
import { Store } from '../storage/Store.js';
import type { Session } from './Session.js';
import { Sessions } from './Sessions.js';

const lsid = (byte: number): Document => new Map([['id', new Binary(Buffer.alloc(16, byte), Binary.SUBTYPE_UUID)]]);

let directory: string;
let store: Store;
let sessions: Sessions;
let forgotten: Session[];

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'embedded-mongodb-'));
  store = await Store.open({ directory });
  forgotten = [];
  sessions = new Sessions((session) => forgotten.push(session), 20);
});
afterEach(async () => {
  sessions.close();
  await store.close();
  await rm(directory, { recursive: true, force: true });
});

describe('Sessions', () => {
  it('are the same for the same id', () => {
    expect(sessions.use(lsid(1))).toBe(sessions.use(lsid(1)));
    expect(sessions.use(lsid(1))).not.toBe(sessions.use(lsid(2)));
    expect(sessions.count).toBe(2);
  });

  it('abort a transaction that lives too long, and with it its writes', async () => {
    const session = sessions.use(lsid(1));
    const unit = store.unit({ snapshot: true });
    const transaction = sessions.startTransaction(session, 1n, unit);
    unit.insert('a.b', new Map([['_id', 1]]));
    expect(sessions.transactionsOpen).toBe(1);
    await until(() => transaction.state === 'aborted');
    expect(unit.isOpen).toBe(false);
    expect(sessions.transactionsOpen).toBe(0);
    expect(store.unit({ snapshot: false }).count('a.b', { filter: new Map() })).toBe(0);
  });

  it('let go of what belongs to a session that ends', () => {
    const session = sessions.use(lsid(1));
    const transaction = sessions.startTransaction(session, 1n, store.unit({ snapshot: true }));
    sessions.end(lsid(1));
    expect(transaction.state).toBe('aborted');
    expect(forgotten).toEqual([session]);
    expect(sessions.count).toBe(0);
  });

  it('do one numbered thing after the other', async () => {
    const session = sessions.use(lsid(1));
    const order: string[] = [];
    const step = (name: string): Promise<void> =>
      session.alone(async () => {
        order.push(`${name} begins`);
        await Promise.resolve();
        order.push(`${name} ends`);
      });
    await Promise.all([step('first'), step('second'), step('third')]);
    expect(order).toEqual(['first begins', 'first ends', 'second begins', 'second ends', 'third begins', 'third ends']);
  });

  it('refuse an id that is no UUID', () => {
    expect(() => sessions.use(new Map([['id', 'me']]))).toThrow('UUID');
  });
});

const until = async (condition: () => boolean): Promise<void> => {
  while (!condition()) await new Promise((resolve) => setImmediate(resolve));
};
