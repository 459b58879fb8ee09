import fc from 'fast-check';
import { Deadline } from '../../deadline.js';
import { compileCollation } from '../../query/collation.js';
import { aggregate, bson, codeOf, document, double, show } from '../../../test/support/aggregation.js';

const sales = [
  { _id: 1, item: 'pen', price: 2, count: 10, day: 1 },
  { _id: 2, item: 'ink', price: 5, count: 1, day: 1 },
  { _id: 3, item: 'pen', price: double(2), count: 4n, day: 2 },
  { _id: 4, item: null, price: 7, day: 3 },
  { _id: 5, price: 8, day: 3 },
];

const failureOf = (stage: unknown): number => codeOf(() => aggregate([stage], sales));

describe('$group', () => {
  it('groups by value, null and missing together', () => {
    expect(aggregate([{ $group: { _id: '$item', total: { $sum: '$price' }, n: { $count: {} } } }], sales)).toBe(
      "[{_id: 'pen', total: 4.0, n: 2}, {_id: 'ink', total: 5, n: 1}, {_id: null, total: 15, n: 2}]",
    );
    expect(aggregate([{ $group: { _id: '$price' } }], sales)).toBe('[{_id: 2}, {_id: 5}, {_id: 7}, {_id: 8}]');
  });

  it('groups by several fields, where a missing one differs from null', () => {
    expect(aggregate([{ $match: { day: 3 } }, { $group: { _id: { item: '$item', day: '$day' } } }], sales)).toBe(
      '[{_id: {item: null, day: 3}}, {_id: {day: 3}}]',
    );
    expect(aggregate([{ $match: { day: 3 } }, { $group: { _id: { item: '$item' } } }], sales)).toBe('[{_id: {item: null}}]');
  });

  it('has every accumulator', () => {
    const stage = {
      $group: {
        _id: null,
        avg: { $avg: '$price' },
        min: { $min: '$price' },
        max: { $max: '$item' },
        first: { $first: '$count' },
        last: { $last: '$count' },
        all: { $push: '$count' },
        set: { $addToSet: '$price' },
        sum: { $sum: '$count' },
      },
    };
    expect(aggregate([stage], sales)).toBe(
      "[{_id: null, avg: 4.8, min: 2, max: 'pen', first: 10, last: null, all: [10, 1, 4L], set: [2, 5, 7, 8], sum: 15L}]",
    );
  });

  it('keeps the first, last and best few', () => {
    const few = (accumulator: unknown): string => aggregate([{ $group: { _id: null, x: accumulator } }, { $project: { _id: 0 } }], sales);
    expect(few({ $firstN: { input: '$item', n: 2 } })).toBe("[{x: ['pen', 'ink']}]");
    expect(few({ $lastN: { input: '$item', n: 2 } })).toBe('[{x: [null, null]}]');
    expect(few({ $maxN: { input: '$price', n: 2 } })).toBe('[{x: [8, 7]}]');
    expect(few({ $minN: { input: '$count', n: 5 } })).toBe('[{x: [1, 4L, 10]}]');
    expect(few({ $top: { sortBy: { price: -1 }, output: '$_id' } })).toBe('[{x: 5}]');
    expect(few({ $bottomN: { sortBy: { price: -1, _id: 1 }, output: '$_id', n: 2 } })).toBe('[{x: [1, 3]}]');
    expect(few({ $topN: { sortBy: { price: 1, _id: 1 }, output: ['$_id', '$price'], n: 2 } })).toBe('[{x: [[1, 2], [3, 2.0]]}]');
  });

  it('gives one document without a key, and none without input', () => {
    expect(aggregate([{ $group: { _id: null, n: { $sum: 1 } } }], [])).toBe('[]');
    expect(aggregate([{ $group: { _id: 1, n: { $sum: 1 } } }], sales)).toBe('[{_id: 1, n: 5}]');
  });

  it('compares keys under a collation', () => {
    const collation = compileCollation(document({ locale: 'en', strength: 2 }));
    if (!collation) throw new Error('no collation');
    expect(aggregate([{ $group: { _id: '$a', n: { $sum: 1 } } }], [{ a: 'X' }, { a: 'x' }, { a: 'y' }], { collation })).toBe(
      "[{_id: 'X', n: 2}, {_id: 'y', n: 1}]",
    );
  });

  it('checks its specification', () => {
    expect(failureOf({ $group: { n: { $sum: 1 } } })).toBe(15955);
    expect(failureOf({ $group: { _id: 1, n: 5 } })).toBe(40234);
    expect(failureOf({ $group: { _id: 1, n: { $nonsense: 1 } } })).toBe(15952);
    expect(failureOf({ $group: { _id: 1, 'a.b': { $sum: 1 } } })).toBe(40235);
    expect(failureOf({ $group: { _id: 1, n: { $sum: [1, 2] } } })).toBe(40237);
    expect(failureOf({ $group: { _id: 1, n: { $median: {} } } })).toBe(115);
  });

  it('agrees with a plain loop', () => {
    const documents = fc.array(fc.record({ key: fc.constantFrom('a', 'b', null, 3), value: fc.integer({ min: -100, max: 100 }) }), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(documents, (all) => {
        const sums = new Map<unknown, { n: number; sum: number; values: number[] }>();
        for (const { key, value } of all) {
          const entry = sums.get(key) ?? { n: 0, sum: 0, values: [] };
          sums.set(key, { n: entry.n + 1, sum: entry.sum + value, values: [...entry.values, value] });
        }
        const expected = [...sums].map(([key, { n, sum, values }]) => ({ _id: key, n, sum, least: Math.min(...values), values }));
        const stage = {
          $group: { _id: '$key', n: { $sum: 1 }, sum: { $sum: '$value' }, least: { $min: '$value' }, values: { $push: '$value' } },
        };
        expect(aggregate([stage], all)).toBe(show(bson(expected)));
      }),
    );
  });
});

describe('$sort', () => {
  it('agrees with a plain stable sort, with a limit or without', () => {
    const documents = fc.array(fc.record({ a: fc.integer({ min: 0, max: 4 }), b: fc.integer({ min: 0, max: 4 }) }), { maxLength: 400 });
    fc.assert(
      fc.property(documents, fc.option(fc.integer({ min: 1, max: 20 })), fc.integer({ min: 0, max: 5 }), (all, limit, skip) => {
        const numbered = all.map((each, index) => ({ ...each, index }));
        const expected = numbered.toSorted((x, y) => x.a - y.a || y.b - x.b).slice(skip, limit === null ? undefined : skip + limit);
        const stages = [
          { $set: { c: '$a' } },
          { $unset: 'c' },
          { $sort: { a: 1, b: -1 } },
          { $skip: skip },
          ...(limit === null ? [] : [{ $limit: limit }]),
        ];
        expect(aggregate(stages, numbered)).toBe(show(bson(expected)));
      }),
    );
  });

  it('holds no more than its memory, unless a limit lets go of the rest', () => {
    const many = Array.from({ length: 2000 }, (_, index) => ({ _id: index, text: 'x'.repeat(100) }));
    const stages = [{ $set: { a: 1 } }, { $sort: { _id: -1 } }];
    expect(codeOf(() => aggregate(stages, many, { memoryLimitBytes: 100_000 }))).toBe(292);
    expect(aggregate([...stages, { $limit: 1 }, { $project: { _id: 1 } }], many, { memoryLimitBytes: 100_000 })).toBe('[{_id: 1999}]');
  });

  it('checks its specification', () => {
    expect(failureOf({ $sort: {} })).toBe(15976);
    expect(failureOf({ $sort: 5 })).toBe(15973);
    expect(failureOf({ $sort: { a: 2 } })).toBe(15975);
  });
});

describe('blocking stages', () => {
  const many = Array.from({ length: 3000 }, (_, index) => ({ _id: index, text: `text ${index}` }));

  it('stop at the limit of memory', () => {
    expect(codeOf(() => aggregate([{ $group: { _id: '$text', all: { $push: '$$ROOT' } } }], many, { memoryLimitBytes: 100_000 }))).toBe(
      292,
    );
    expect(codeOf(() => aggregate([{ $facet: { a: [{ $limit: 1 }] } }], many, { memoryLimitBytes: 10_000 }))).toBe(292);
  });

  it('stop when the time is over', () => {
    const deadline = new Deadline();
    deadline.interrupt();
    for (const stage of [{ $group: { _id: '$text' } }, { $set: { a: 1 } }, { $sortByCount: '$text' }, { $count: 'n' }]) {
      expect(codeOf(() => aggregate([stage], many, { deadline }))).toBe(11601);
    }
  });
});

describe('$count and $sortByCount', () => {
  it('count', () => {
    expect(aggregate([{ $count: 'n' }], sales)).toBe('[{n: 5}]');
    expect(aggregate([{ $count: 'n' }], [])).toBe('[]');
    expect(failureOf({ $count: '' })).toBe(40157);
    expect(failureOf({ $count: 'a.b' })).toBe(40160);
    expect(aggregate([{ $sortByCount: '$item' }], [{ item: 'b' }, { item: 'a' }, { item: 'a' }])).toBe(
      "[{_id: 'a', count: 2}, {_id: 'b', count: 1}]",
    );
    expect(failureOf({ $sortByCount: 'item' })).toBe(40148);
  });
});

describe('$bucket', () => {
  const stage = { groupBy: '$price', boundaries: [0, 5, 8] };

  it('sorts values into buckets, the upper bound outside', () => {
    expect(aggregate([{ $bucket: { ...stage, default: 'other', output: { n: { $sum: 1 }, ids: { $push: '$_id' } } } }], sales)).toBe(
      "[{_id: 0, n: 2, ids: [1, 3]}, {_id: 5, n: 2, ids: [2, 4]}, {_id: 'other', n: 1, ids: [5]}]",
    );
  });

  it('fails without a default for values outside, and on wrong boundaries', () => {
    expect(failureOf({ $bucket: stage })).toBe(40066);
    expect(failureOf({ $bucket: { ...stage, boundaries: [5, 1] } })).toBe(40194);
    expect(failureOf({ $bucket: { ...stage, boundaries: [5, 'a'] } })).toBe(40193);
    expect(failureOf({ $bucket: { ...stage, default: 3 } })).toBe(40199);
  });
});

describe('$bucketAuto', () => {
  const numbers = [5, 1, 2, 2, 2, 9, 7].map((n, _id) => ({ _id, n }));

  it('makes buckets of about the same size, equal keys together', () => {
    expect(aggregate([{ $bucketAuto: { groupBy: '$n', buckets: 3 } }], numbers)).toBe(
      '[{_id: {min: 1, max: 5}, count: 4}, {_id: {min: 5, max: 9}, count: 2}, {_id: {min: 9, max: 9}, count: 1}]',
    );
    expect(aggregate([{ $bucketAuto: { groupBy: '$n', buckets: 2, output: { all: { $push: '$n' } } } }], numbers)).toBe(
      '[{_id: {min: 1, max: 5}, all: [1, 2, 2, 2]}, {_id: {min: 5, max: 9}, all: [5, 7, 9]}]',
    );
    expect(aggregate([{ $bucketAuto: { groupBy: '$n', buckets: 2 } }], [])).toBe('[]');
  });

  it('checks its specification', () => {
    expect(failureOf({ $bucketAuto: { groupBy: '$n', buckets: 0 } })).toBe(40243);
    expect(failureOf({ $bucketAuto: { groupBy: 'n', buckets: 1 } })).toBe(40239);
    expect(failureOf({ $bucketAuto: { groupBy: '$n', buckets: 1, granularity: 'R5' } })).toBe(115);
  });
});

describe('$facet', () => {
  it('runs several pipelines over the same documents', () => {
    const facets = {
      page: [{ $sort: { _id: -1 } }, { $skip: 1 }, { $limit: 1 }, { $project: { _id: 1 } }],
      total: [{ $count: 'n' }],
      none: [{ $match: { _id: 99 } }],
    };
    expect(aggregate([{ $facet: facets }], sales)).toBe('[{page: [{_id: 4}], total: [{n: 5}], none: []}]');
    expect(failureOf({ $facet: { a: [{ $out: 'x' }] } })).toBe(40600);
    expect(failureOf({ $facet: {} })).toBe(40169);
  });
});

describe('$sample', () => {
  it('gives different documents of the input', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), (size) => {
        const ids = aggregate([{ $sample: { size } }, { $group: { _id: '$_id' } }, { $count: 'n' }], sales);
        expect(ids).toBe(`[{n: ${Math.min(size, sales.length)}}]`);
      }),
    );
    expect(failureOf({ $sample: { size: 0 } })).toBe(28747);
  });
});
