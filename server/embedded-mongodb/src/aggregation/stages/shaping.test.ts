import { aggregate, codeOf, document } from '../../../test/support/aggregation.js';

const people = [
  { _id: 1, name: 'Ada', tags: ['a', 'b'], address: { city: 'Rome', zip: 1 } },
  { _id: 2, name: 'Bo', tags: [], address: { city: 'Oslo', zip: 2 } },
  { _id: 3, name: 'Cy', address: [{ city: 'Bern' }, { zip: 3 }, 5] },
];

const failureOf = (stage: unknown): number => codeOf(() => aggregate([stage], people));

describe('$project', () => {
  it('keeps fields in the order of the document, and _id unless told otherwise', () => {
    expect(aggregate([{ $project: { tags: 1, name: 1 } }], people.slice(0, 1))).toBe("[{_id: 1, name: 'Ada', tags: ['a', 'b']}]");
    expect(aggregate([{ $project: { _id: 0, 'address.city': 1 } }], people)).toBe(
      "[{address: {city: 'Rome'}}, {address: {city: 'Oslo'}}, {address: [{city: 'Bern'}, {}]}]",
    );
    expect(aggregate([{ $project: { _id: 0, address: { zip: true } } }], people.slice(0, 1))).toBe('[{address: {zip: 1}}]');
  });

  it('leaves fields out', () => {
    expect(aggregate([{ $project: { address: 0, tags: 0 } }], people.slice(0, 1))).toBe("[{_id: 1, name: 'Ada'}]");
    expect(aggregate([{ $project: { _id: 0, name: 0, 'address.zip': false } }], people)).toBe(
      "[{tags: ['a', 'b'], address: {city: 'Rome'}}, {tags: [], address: {city: 'Oslo'}}, {address: [{city: 'Bern'}, {}, 5]}]",
    );
  });

  it('computes fields, after those that are kept', () => {
    expect(aggregate([{ $project: { upper: { $toUpper: '$name' }, name: 1, none: '$nothing' } }], people.slice(0, 1))).toBe(
      "[{_id: 1, name: 'Ada', upper: 'ADA'}]",
    );
    expect(aggregate([{ $project: { _id: 0, 'address.both': '$name' } }], people)).toBe(
      "[{address: {both: 'Ada'}}, {address: {both: 'Bo'}}, {address: [{both: 'Cy'}, {both: 'Cy'}, {both: 'Cy'}]}]",
    );
    expect(aggregate([{ $project: { _id: 'x', list: ['$name', 1] } }], people.slice(0, 1))).toBe("[{_id: 'x', list: ['Ada', 1]}]");
  });

  it('refuses what contradicts itself', () => {
    expect(failureOf({ $project: {} })).toBe(51272);
    expect(failureOf({ $project: { a: 1, b: 0 } })).toBe(31254);
    expect(failureOf({ $project: { a: 0, b: 1 } })).toBe(31253);
    expect(failureOf({ $project: { a: 0, b: { $add: [1] } } })).toBe(31252);
    expect(failureOf({ $project: { a: 1, 'a.b': 1 } })).toBe(31249);
    expect(failureOf({ $project: { 'a.b': 1, a: 1 } })).toBe(31250);
    expect(failureOf({ $project: { a: {} } })).toBe(51270);
    expect(failureOf({ $project: 5 })).toBe(15969);
  });
});

describe('$addFields, $set and $unset', () => {
  it('replace fields in their places and add others at the end', () => {
    expect(aggregate([{ $addFields: { name: 'X', more: { deep: '$_id' }, gone: '$$REMOVE' } }], [{ _id: 1, name: 'Ada', z: 0 }])).toBe(
      "[{_id: 1, name: 'X', z: 0, more: {deep: 1}}]",
    );
    expect(aggregate([{ $set: { 'a.b': 1 } }], [{ a: 5 }, { a: [{ c: 1 }, 2] }, {}])).toBe(
      '[{a: {b: 1}}, {a: [{c: 1, b: 1}, {b: 1}]}, {a: {b: 1}}]',
    );
    expect(aggregate([{ $set: { a: '$b', b: '$a' } }], [{ a: 1, b: 2 }])).toBe('[{a: 2, b: 1}]');
  });

  it('take fields away', () => {
    expect(aggregate([{ $unset: ['name', 'address.zip'] }], people.slice(0, 1))).toBe(
      "[{_id: 1, tags: ['a', 'b'], address: {city: 'Rome'}}]",
    );
    expect(failureOf({ $unset: [] })).toBe(31119);
    expect(failureOf({ $set: { a: 1, 'a.b': 2 } })).toBe(40176);
  });

  it('leave the documents that they are given as they were', () => {
    const given = document({ a: { b: 1 }, list: [{ c: 1 }] });
    aggregate([{ $set: { 'a.b': 2, 'list.c': 3 } }, { $unset: 'a' }], [given]);
    expect(given).toEqual(document({ a: { b: 1 }, list: [{ c: 1 }] }));
  });
});

describe('$replaceRoot and $replaceWith', () => {
  it('put another document in the place of the whole', () => {
    expect(aggregate([{ $replaceRoot: { newRoot: { $mergeObjects: [{ x: 1 }, '$address'] } } }], people.slice(0, 1))).toBe(
      "[{x: 1, city: 'Rome', zip: 1}]",
    );
    expect(codeOf(() => aggregate([{ $replaceWith: '$name' }], people))).toBe(40228);
    expect(failureOf({ $replaceRoot: {} })).toBe(40414);
  });
});

describe('$unwind', () => {
  const lists = [{ _id: 1, list: [5, 6] }, { _id: 2, list: [] }, { _id: 3, list: null }, { _id: 4 }, { _id: 5, list: 'x' }];

  it('gives one document for each element', () => {
    expect(aggregate([{ $unwind: '$list' }], lists)).toBe("[{_id: 1, list: 5}, {_id: 1, list: 6}, {_id: 5, list: 'x'}]");
  });

  it('keeps documents without elements, and counts, where it is told to', () => {
    expect(aggregate([{ $unwind: { path: '$list', preserveNullAndEmptyArrays: true, includeArrayIndex: 'at.index' } }], lists)).toBe(
      "[{_id: 1, list: 5, at: {index: 0L}}, {_id: 1, list: 6, at: {index: 1L}}, {_id: 2, at: {index: null}}, {_id: 3, list: null, at: {index: null}}, {_id: 4, at: {index: null}}, {_id: 5, list: 'x', at: {index: null}}]",
    );
  });

  it('checks its options', () => {
    expect(failureOf({ $unwind: 'list' })).toBe(28818);
    expect(failureOf({ $unwind: { path: '$a', other: 1 } })).toBe(28811);
    expect(failureOf({ $unwind: {} })).toBe(28812);
  });
});

describe('$redact', () => {
  it('goes down, keeps or prunes', () => {
    const stage = { $redact: { $cond: [{ $eq: ['$secret', true] }, '$$PRUNE', '$$DESCEND'] } };
    expect(
      aggregate(
        [stage],
        [
          { _id: 1, a: { secret: true }, b: [{ secret: true }, { x: 1 }, 4] },
          { _id: 2, secret: true },
        ],
      ),
    ).toBe('[{_id: 1, b: [{x: 1}, 4]}]');
  });
});

describe('$documents', () => {
  it('stands first, and only without a collection', () => {
    expect(codeOf(() => aggregate([{ $documents: [{ a: 1 }] }], people))).toBe(73);
    expect(codeOf(() => aggregate([{ $limit: 1 }, { $documents: [] }], people))).toBe(40602);
  });
});

describe('a pipeline', () => {
  it('says what it does not know, and what it leaves out', () => {
    expect(failureOf({ $nonsense: 1 })).toBe(40324);
    expect(failureOf({ $setWindowFields: {} })).toBe(115);
    expect(failureOf({ $match: {}, $limit: 1 })).toBe(40323);
    expect(failureOf(5)).toBe(14);
    expect(codeOf(() => aggregate([{ $out: 'x' }, { $limit: 1 }], people))).toBe(40601);
    expect(codeOf(() => aggregate([{ $match: { a: { $foo: 1 } } }], []))).toBe(2);
  });
});
