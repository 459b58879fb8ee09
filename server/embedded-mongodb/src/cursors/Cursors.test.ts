import { TimeLimit } from '../commands/TimeLimit.js';
import { BatchSource } from './BatchSource.js';
import { Cursors, maxOpenCursors } from './Cursors.js';
import type { OpenCursor } from './OpenCursor.js';

const cursorOf = (...documents: Uint8Array[]): Omit<OpenCursor, 'id'> => ({
  namespace: 'a.b',
  source: new BatchSource(documents[Symbol.iterator]()),
  sessionKey: undefined,
  transaction: undefined,
  timeLimit: new TimeLimit(0),
  neverTimesOut: false,
  awaitsData: false,
});

describe('Cursors', () => {
  let cursors: Cursors;
  beforeEach(() => {
    cursors = new Cursors();
  });
  afterEach(() => cursors.closeAll());

  it('are bounded in number', () => {
    for (let count = 0; count < maxOpenCursors; count += 1) cursors.open(cursorOf());
    expect(() => cursors.open(cursorOf())).toThrow('10000 cursors are open already');
    expect(cursors.count).toBe(maxOpenCursors);
  });

  it('serve one getMore at a time', () => {
    const { id } = cursors.open(cursorOf());
    const taken = cursors.take(id);
    expect(() => cursors.take(id)).toThrow('already in use');
    cursors.giveBack(taken, true);
    expect(cursors.take(id)).toBe(taken);
  });

  it('that are killed while in use end when they are given back', () => {
    const { id } = cursors.open(cursorOf());
    const taken = cursors.take(id);
    expect(cursors.kill(id)).toBe(true);
    cursors.giveBack(taken, true);
    expect(() => cursors.take(id)).toThrow('not found');
    expect(cursors.kill(id)).toBe(false);
  });
});

describe('BatchSource', () => {
  const documents = Array.from({ length: 5 }, (_, index) => Uint8Array.of(index));

  it('does not know the end before it was asked beyond it', () => {
    const source = new BatchSource(documents[Symbol.iterator]());
    expect(source.next(5)).toMatchObject({ exhausted: false });
    expect(source.next(1)).toEqual({ documents: [], exhausted: true });
  });

  it('knows the end that a limit makes', () => {
    const source = new BatchSource(documents[Symbol.iterator](), 3);
    expect(source.next(3)).toEqual({ documents: documents.slice(0, 3), exhausted: true });
  });

  it('keeps a document that would make a batch too large for the next one', async () => {
    const large = [new Uint8Array(9_000_000), new Uint8Array(9_000_000)];
    const source = new BatchSource(large[Symbol.iterator]());
    const [first, second] = [await source.next(Infinity), await source.next(Infinity)];
    expect(first.documents).toHaveLength(1);
    expect(first.documents[0]).toBe(large[0]);
    expect(first.exhausted).toBe(false);
    expect(second.documents[0]).toBe(large[1]);
    expect(second.exhausted).toBe(true);
  });

  it('gives others a turn while it fills a long batch', async () => {
    const slow = (function* () {
      for (let index = 0; index < 64; index += 1) {
        const until = performance.now() + 2;
        while (performance.now() < until);
        yield Uint8Array.of(index);
      }
    })();
    let turns = 0;
    const counter = setInterval(() => (turns += 1), 1);
    const batch = await new BatchSource(slow).next(Infinity);
    clearInterval(counter);
    expect(batch.documents).toHaveLength(64);
    expect(turns).toBeGreaterThan(0);
  });
});
