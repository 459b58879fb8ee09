import { Timestamp } from '../bson/values.js';
import type { Commit } from '../storage/ChangeEvent.js';
import { ChangeHistory } from './ChangeHistory.js';
import { ResumeToken } from './ResumeToken.js';

const time = (t: number): Timestamp => new Timestamp({ t, i: 1 });

const commit = (t: number, changes = 1, bytes = 10): Commit => ({
  clusterTime: time(t),
  origin: undefined,
  changes: Array.from({ length: changes }, () => ({
    kind: 'insert' as const,
    namespace: 'a.b',
    collectionId: Buffer.alloc(16),
    before: undefined,
    after: Buffer.alloc(bytes),
  })),
});

describe('ChangeHistory', () => {
  it('finds the place after a token', () => {
    const history = new ChangeHistory(time(1));
    [2, 4, 6].forEach((t) => history.add(commit(t, 2)));
    expect(history.positionOf(ResumeToken.after(time(1)))).toBe(0);
    expect(history.positionOf(ResumeToken.after(time(2)))).toBe(2);
    expect(history.positionOf(ResumeToken.before(time(4)))).toBe(2);
    expect(history.positionOf(ResumeToken.after(time(5)))).toBe(4);
    expect(history.positionOf(ResumeToken.after(time(9)))).toBe(6);
    expect(history.at(6)).toBeUndefined();
  });

  it('says that what was before its start is lost', () => {
    const history = new ChangeHistory(time(5));
    expect(() => history.positionOf(ResumeToken.after(time(4)))).toThrow('Resume of change stream was not possible');
  });

  it('forgets the oldest when it holds too much, and says so to whoever still wants them', () => {
    const history = new ChangeHistory(time(1), 10_000);
    for (let t = 2; t < 100; t += 1) history.add(commit(t, 1, 300));
    expect(() => history.at(0)).toThrow('Resume of change stream was not possible');
    expect(() => history.positionOf(ResumeToken.after(time(2)))).toThrow('Resume of change stream was not possible');
    expect(history.at(history.positionOf(ResumeToken.before(time(99))))).toMatchObject({ time: time(99) });
    expect(history.end).toBe(98);
  });

  it('wakes who waits for more', async () => {
    const history = new ChangeHistory(time(1));
    const woken = history.untilMore(60_000, new AbortController().signal);
    history.add(commit(2));
    await expect(woken).resolves.toBeUndefined();
  });
});

describe('ResumeToken', () => {
  it('reads what it writes', () => {
    const token = new ResumeToken(time(77), 3, true);
    expect(ResumeToken.parse(token.toDocument())).toEqual(token);
  });

  it('is written so that later ones sort after earlier ones', () => {
    const tokens = [
      ResumeToken.before(time(5)),
      new ResumeToken(time(5), 0, false),
      new ResumeToken(time(5), 0, true),
      new ResumeToken(time(5), 1, false),
      ResumeToken.after(time(5)),
    ];
    const written = tokens.map((token) => String(token.toDocument().get('_data')));
    expect([...written].sort()).toEqual(written);
  });
});
