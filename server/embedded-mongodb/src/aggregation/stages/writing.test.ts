import { aggregateFrom, codeOf, MemorySource } from '../../../test/support/aggregation.js';

const fresh = (): MemorySource =>
  new MemorySource({
    main: [
      { _id: 1, a: 'new', b: 1 },
      { _id: 3, a: 'new' },
    ],
    target: [
      { _id: 1, a: 'old', c: 2 },
      { _id: 2, a: 'old' },
    ],
  });

const merged = (more: object): string => {
  const source = fresh();
  aggregateFrom(source, [{ $merge: { into: 'target', ...more } }]);
  return source.shown('target');
};

const old = "{_id: 2, a: 'old'}";
const added = "{_id: 3, a: 'new'}";

describe('$merge', () => {
  it('does what is said for documents that are there and for others', () => {
    expect(merged({})).toBe(`[{_id: 1, a: 'new', c: 2, b: 1}, ${old}, ${added}]`);
    expect(merged({ whenMatched: 'replace' })).toBe(`[{_id: 1, a: 'new', b: 1}, ${old}, ${added}]`);
    expect(merged({ whenMatched: 'keepExisting' })).toBe(`[{_id: 1, a: 'old', c: 2}, ${old}, ${added}]`);
    expect(merged({ whenNotMatched: 'discard' })).toBe(`[{_id: 1, a: 'new', c: 2, b: 1}, ${old}]`);
    expect(codeOf(() => merged({ whenNotMatched: 'fail' }))).toBe(13113);
    expect(codeOf(() => merged({ whenMatched: 'fail' }))).toBe(11000);
  });

  it('updates by a pipeline that sees the new document', () => {
    expect(merged({ whenMatched: [{ $set: { sum: { $add: ['$c', '$$new.b'] } } }], whenNotMatched: 'discard' })).toBe(
      `[{_id: 1, a: 'old', c: 2, sum: 3}, ${old}]`,
    );
    expect(merged({ let: { x: '$b' }, whenMatched: [{ $set: { x: '$$x' } }], whenNotMatched: 'discard' })).toBe(
      `[{_id: 1, a: 'old', c: 2, x: 1}, ${old}]`,
    );
  });

  it('lets the pipeline read the variables of the command', () => {
    const source = fresh();
    const stage = { $merge: { into: 'target', whenMatched: [{ $set: { a: '$$mine' } }], whenNotMatched: 'discard' } };
    aggregateFrom(source, [stage], { variables: { mine: 'given' } });
    expect(source.shown('target')).toBe(`[{_id: 1, a: 'given', c: 2}, ${old}]`);
  });

  it('joins on other fields only where a unique index has them', () => {
    expect(codeOf(() => merged({ on: 'a' }))).toBe(51183);
    const source = new MemorySource({ main: [{ _id: 9, k: 1, v: 5 }], target: [{ _id: 1, k: 1 }] });
    source.uniqueIndexes.push(['k']);
    expect(codeOf(() => aggregateFrom(source, [{ $merge: { into: 'target', on: 'k' } }]))).toBe(66);
    aggregateFrom(source, [{ $unset: '_id' }, { $merge: { into: 'target', on: 'k' } }]);
    expect(source.shown('target')).toBe('[{_id: 1, k: 1, v: 5}]');
  });

  it('checks its specification', () => {
    expect(codeOf(() => merged({ whenMatched: 'keepExisting', whenNotMatched: 'discard' }))).toBe(51181);
    expect(codeOf(() => merged({ on: [] }))).toBe(51187);
    expect(codeOf(() => merged({ other: 1 }))).toBe(40415);
  });
});

describe('$out', () => {
  it('replaces a collection, also the one that it reads', () => {
    const source = fresh();
    expect(aggregateFrom(source, [{ $project: { _id: 1 } }, { $out: 'target' }])).toBe('[]');
    expect(source.shown('target')).toBe('[{_id: 1}, {_id: 3}]');
    aggregateFrom(source, [{ $limit: 1 }, { $out: 'main' }]);
    expect(source.shown('main')).toBe("[{_id: 1, a: 'new', b: 1}]");
  });
});
