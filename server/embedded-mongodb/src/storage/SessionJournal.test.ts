import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Int32 } from '../bson/values.js';
import { checkData } from './check-data.js';
import { Store } from './Store.js';

jest.setTimeout(60_000);

const session = (n: number): string => `session ${String(n).padStart(8, '0')}`;

describe('What sessions have done', () => {
  let directory: string;
  let store: Store;
  let written = 0;
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'journal-'));
    store = await Store.open({ directory });
  });
  afterEach(async () => {
    jest.useRealTimers();
    await store.close();
    rmSync(directory, { recursive: true });
  });

  const write = (name: string, record: string): Promise<void> => {
    const unit = store.unit({ snapshot: false });
    written += 1;
    unit.insert('a.b', new Map([['_id', new Int32(written)]]));
    unit.keepSessionRecord(name, Buffer.from(record));
    return unit.commit();
  };
  const reopen = async (): Promise<void> => {
    await store.close();
    store = await Store.open({ directory });
  };
  const kept = (name: string): string | undefined => store.sessionRecord(name)?.toString();

  test('is known after a restart, for commits that came alone and together', async () => {
    await write(session(1), 'first');
    await Promise.all([write(session(2), 'second'), write(session(3), 'third'), write(session(1), 'newer')]);
    await reopen();
    expect([1, 2, 3, 4].map((n) => kept(session(n)))).toEqual(['newer', 'second', 'third', undefined]);
  });

  test('is not kept of a unit that was given up', async () => {
    const unit = store.unit({ snapshot: false });
    unit.insert('a.b', new Map([['_id', new Int32(-1)]]));
    unit.keepSessionRecord(session(1), Buffer.from('never'));
    unit.abort();
    expect(kept(session(1))).toBeUndefined();
  });

  test('stays known when its pages are written anew', async () => {
    await write(session(0), 'the oldest');
    for (let n = 0; n < 600; n += 1) await write(session(1 + (n % 5)), `record ${n}`);
    await reopen();
    expect(kept(session(0))).toBe('the oldest');
    expect(kept(session(5))).toBe('record 599');
    expect((await checkDataOf()).problems).toEqual([]);
  });

  test('may be large, and the newest counts, whatever its size', async () => {
    const large = 'x'.repeat(100_000);
    await write(session(1), 'small');
    await write(session(1), large);
    expect(kept(session(1))).toBe(large);
    await reopen();
    expect(kept(session(1))).toBe(large);
    await write(session(1), 'small again');
    expect(kept(session(1))).toBe('small again');
  });

  test('is forgotten after half an hour', async () => {
    await write(session(1), 'small');
    await write(session(2), 'x'.repeat(100_000));
    jest.useFakeTimers({
      now: Date.now() + 31 * 60_000,
      doNotFake: ['setTimeout', 'setImmediate', 'nextTick', 'queueMicrotask', 'setInterval'],
    });
    expect([kept(session(1)), kept(session(2))]).toEqual([undefined, undefined]);
    await store.forgetSessions();
    jest.useRealTimers();
    expect([kept(session(1)), kept(session(2))]).toEqual([undefined, undefined]);
  });

  const checkDataOf = async () => {
    await store.close();
    const checked = await checkData(directory);
    store = await Store.open({ directory });
    return checked;
  };
});
