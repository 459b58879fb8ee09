import fc from 'fast-check';
import { aggregateFrom, codeOf, MemorySource, show, bson } from '../../../test/support/aggregation.js';

const orders = [{ _id: 1, item: 'pen' }, { _id: 2, item: 'ink' }, { _id: 3 }, { _id: 4, item: null }, { _id: 5, item: ['pen', 'ink'] }];
const stock = [
  { _id: 1, sku: 'pen', left: 5 },
  { _id: 2, sku: 'ink', left: 0 },
  { _id: 3, left: 7 },
  { _id: 4, sku: ['pen', 'cap'], left: 9 },
];
const source = (): MemorySource => new MemorySource({ main: orders, stock });
const ids = { $map: { input: '$found', in: '$$this._id' } };

describe('$lookup by equality', () => {
  const lookup = { $lookup: { from: 'stock', localField: 'item', foreignField: 'sku', as: 'found' } };

  it('matches elements of arrays on both sides, and missing with null', () => {
    expect(aggregateFrom(source(), [lookup, { $project: { ids } }])).toBe(
      '[{_id: 1, ids: [1, 4]}, {_id: 2, ids: [2]}, {_id: 3, ids: [3]}, {_id: 4, ids: [3]}, {_id: 5, ids: [1, 2, 4]}]',
    );
  });

  it('agrees with a join of all with all', () => {
    const key = fc.option(
      fc.oneof(
        fc.integer({ min: 0, max: 3 }),
        fc.constantFrom('a', 'b'),
        fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 1, maxLength: 3 }),
      ),
      { nil: undefined },
    );
    const documents = fc.array(fc.record({ k: key }), { maxLength: 25 });
    const clean = (all: readonly { k: unknown }[]) => all.map(({ k }, _id) => (k === undefined ? { _id } : { _id, k }));
    fc.assert(
      fc.property(documents, documents, (left, right) => {
        const main = clean(left);
        const other = clean(right);
        const values = (k: unknown): unknown[] => (k === undefined ? [null] : Array.isArray(k) ? k : [k]);
        const expected = main.map(({ _id, k }) => ({
          _id,
          found: other.filter((each) => values(each.k).some((value) => values(k).includes(value))).map((each) => each._id),
        }));
        const stages = [
          { $lookup: { from: 'other', localField: 'k', foreignField: 'k', as: 'found' } },
          { $project: { found: { $sortArray: { input: { $map: { input: '$found', in: '$$this._id' } }, sortBy: 1 } } } },
        ];
        expect(aggregateFrom(new MemorySource({ main, other }), stages)).toBe(show(bson(expected)));
      }),
    );
  });

  it('asks for many documents at once', () => {
    const main = Array.from({ length: 3000 }, (_, _id) => ({ _id, k: _id % 50 }));
    const many = new MemorySource({ main, other: [{ _id: 7 }] });
    aggregateFrom(many, [{ $lookup: { from: 'other', localField: 'k', foreignField: '_id', as: 'found' } }]);
    expect(many.queries.length).toBeLessThan(20);
  });

  it('sets a nested field', () => {
    expect(
      aggregateFrom(new MemorySource({ main: [{ _id: 1, a: { b: 2 } }], x: [] }), [
        { $lookup: { from: 'x', localField: 'a.b', foreignField: 'c', as: 'a.d' } },
      ]),
    ).toBe('[{_id: 1, a: {b: 2, d: []}}]');
  });
});

describe('$lookup by a pipeline', () => {
  it('reads the variables of let, and says equalities so that an index can serve', () => {
    const memory = source();
    const lookup = {
      $lookup: {
        from: 'stock',
        let: { wanted: '$item', least: 1 },
        pipeline: [
          { $match: { $expr: { $and: [{ $eq: ['$sku', '$$wanted'] }, { $gt: ['$left', '$$least'] }] } } },
          { $project: { _id: 1 } },
        ],
        as: 'found',
      },
    };
    expect(aggregateFrom(memory, [{ $match: { _id: { $lte: 2 } } }, lookup])).toBe(
      "[{_id: 1, item: 'pen', found: [{_id: 1}]}, {_id: 2, item: 'ink', found: []}]",
    );
    expect(show(memory.queries[1]?.filter)).toMatch(/^\{\$and: \[\{sku: \{\$eq: 'pen'\}\}/u);
  });

  it('runs once where it does not speak of the local document', () => {
    const memory = source();
    const lookup = { $lookup: { from: 'stock', pipeline: [{ $sort: { left: -1 } }, { $limit: 1 }, { $project: { _id: 1 } }], as: 'best' } };
    expect(aggregateFrom(memory, [{ $match: { _id: { $lte: 2 } } }, lookup, { $project: { best: 1 } }])).toBe(
      '[{_id: 1, best: [{_id: 4}]}, {_id: 2, best: [{_id: 4}]}]',
    );
    expect(memory.queries).toHaveLength(2);
    expect(memory.queries[1]).toMatchObject({ limit: 1 });
  });

  it('joins by equality and by a pipeline at once', () => {
    const lookup = {
      $lookup: {
        from: 'stock',
        localField: 'item',
        foreignField: 'sku',
        let: { id: '$_id' },
        pipeline: [{ $match: { $expr: { $gt: ['$left', '$$id'] } } }],
        as: 'found',
      },
    };
    expect(aggregateFrom(source(), [lookup, { $project: { ids } }, { $match: { _id: { $lte: 2 } } }])).toBe(
      '[{_id: 1, ids: [1, 4]}, {_id: 2, ids: []}]',
    );
  });

  it('nests, with variables of all levels', () => {
    const inner = {
      $lookup: {
        from: 'stock',
        let: { sku: '$sku' },
        pipeline: [{ $match: { $expr: { $and: [{ $eq: ['$sku', '$$sku'] }, { $eq: ['$$order', 1] }] } } }],
        as: 'again',
      },
    };
    const outer = {
      $lookup: {
        from: 'stock',
        let: { order: '$_id' },
        pipeline: [{ $match: { _id: 2 } }, inner, { $project: { n: { $size: '$again' } } }],
        as: 'found',
      },
    };
    expect(aggregateFrom(source(), [{ $match: { _id: { $lte: 2 } } }, outer, { $project: { found: 1 } }])).toBe(
      '[{_id: 1, found: [{_id: 2, n: 1}]}, {_id: 2, found: [{_id: 2, n: 0}]}]',
    );
  });

  it('starts from documents of its own', () => {
    const lookup = { $lookup: { pipeline: [{ $documents: [{ x: 1 }] }], as: 'found' } };
    expect(aggregateFrom(source(), [{ $limit: 1 }, lookup])).toBe("[{_id: 1, item: 'pen', found: [{x: 1}]}]");
  });

  it('checks its specification', () => {
    const failureOf = (specification: unknown): number => codeOf(() => aggregateFrom(source(), [{ $lookup: specification }]));
    expect(failureOf({ from: 'stock', as: 'a' })).toBe(9);
    expect(failureOf({ from: 'stock', localField: 'a', as: 'a' })).toBe(9);
    expect(failureOf({ from: 'stock', pipeline: [], as: 'a', let: { X: 1 } })).toBe(9);
    expect(failureOf({ from: 'stock', pipeline: [{ $out: 'x' }], as: 'a' })).toBe(51047);
    expect(failureOf({ from: { db: 'x', coll: 'y' }, pipeline: [], as: 'a' })).toBe(115);
    expect(failureOf({ from: 'stock', pipeline: [{ $match: { $expr: '$$unknown' } }], as: 'a' })).toBe(17276);
  });
});

describe('$graphLookup', () => {
  const main = [
    { _id: 1, name: 'a', boss: null },
    { _id: 2, name: 'b', boss: 'a' },
    { _id: 3, name: 'c', boss: ['b'] },
    { _id: 4, name: 'd', boss: 'e' },
    { _id: 5, name: 'e', boss: 'd' },
  ];
  const lookup = { from: 'main', startWith: '$boss', connectFromField: 'boss', connectToField: 'name', as: 'found' };
  const graph = (more: object = {}): string =>
    aggregateFrom(new MemorySource({ main }), [
      { $graphLookup: { ...lookup, ...more } },
      { $match: { _id: { $gte: 3 } } },
      { $project: { ids } },
    ]);

  it('follows connections, round circles once', () => {
    expect(graph()).toBe('[{_id: 3, ids: [2, 1]}, {_id: 4, ids: [5, 4]}, {_id: 5, ids: [4, 5]}]');
  });

  it('stops at a depth, within a restriction, and says how deep', () => {
    expect(graph({ maxDepth: 0 })).toBe('[{_id: 3, ids: [2]}, {_id: 4, ids: [5]}, {_id: 5, ids: [4]}]');
    expect(graph({ restrictSearchWithMatch: { name: { $ne: 'e' } } })).toBe(
      '[{_id: 3, ids: [2, 1]}, {_id: 4, ids: []}, {_id: 5, ids: [4]}]',
    );
    expect(
      aggregateFrom(new MemorySource({ main }), [
        { $graphLookup: { ...lookup, depthField: 'deep' } },
        { $match: { _id: 3 } },
        { $project: { _id: 0, 'found.deep': 1 } },
      ]),
    ).toBe('[{found: [{deep: 0L}, {deep: 1L}]}]');
  });
});

describe('$unionWith', () => {
  it('adds the documents of another collection', () => {
    const memory = new MemorySource({
      main: [{ _id: 1 }],
      other: [
        { _id: 2, a: 1 },
        { _id: 3, a: 2 },
      ],
    });
    expect(aggregateFrom(memory, [{ $unionWith: 'other' }])).toBe('[{_id: 1}, {_id: 2, a: 1}, {_id: 3, a: 2}]');
    expect(aggregateFrom(memory, [{ $unionWith: { coll: 'other', pipeline: [{ $match: { a: 2 } }, { $project: { _id: 1 } }] } }])).toBe(
      '[{_id: 1}, {_id: 3}]',
    );
    expect(aggregateFrom(memory, [{ $unionWith: { pipeline: [{ $documents: [{ x: 1 }] }] } }])).toBe('[{_id: 1}, {x: 1}]');
    expect(codeOf(() => aggregateFrom(memory, [{ $unionWith: {} }]))).toBe(9);
  });
});
