import { bson, show } from '../../test/support/aggregation.js';
import { compilePipeline } from './pipeline.js';
import type { Pipeline } from './pipeline.js';
import { compilePipelineUpdate } from './pipeline-update.js';
import { clusterTime, codeOf, document, now } from '../../test/support/aggregation.js';

const compile = (...stages: unknown[]): Pipeline => compilePipeline(stages.map(bson), { database: 'test', collection: 'main' });

const leading = (...stages: unknown[]): string => {
  const { filter, sort, skip, limit } = compile(...stages).leading;
  return `${show(filter)} ${show(sort)} ${skip} ${limit}`;
};

describe('the leading part of a pipeline', () => {
  it('is what one query can do', () => {
    expect(leading({ $match: { a: 1 } }, { $sort: { b: 1 } }, { $skip: 2 }, { $limit: 3 })).toBe('{a: 1} {b: 1} 2 3');
    expect(leading({ $match: { a: 1 } }, { $match: { b: 2 } })).toBe('{$and: [{a: 1}, {b: 2}]} missing undefined undefined');
    expect(leading({ $sort: { b: 1 } }, { $match: { a: 1 } })).toBe('{a: 1} {b: 1} undefined undefined');
    expect(leading({ $limit: 10 }, { $skip: 3 }, { $limit: 5 })).toBe('missing missing 3 5');
  });

  it('ends where the order of the steps matters', () => {
    expect(leading({ $limit: 3 }, { $match: { a: 1 } })).toBe('missing missing undefined 3');
    expect(leading({ $skip: 1 }, { $sort: { a: 1 } })).toBe('missing missing 1 undefined');
    expect(leading({ $limit: 3 }, { $skip: 3 })).toBe('missing missing undefined 3');
    expect(compile({ $limit: 3 }, { $skip: 3 }).isEmpty).toBe(false);
    expect(compile({ $match: { a: 1 } }, { $limit: 3 }).isEmpty).toBe(true);
  });
});

describe('what a pipeline reads and writes', () => {
  const needed = (...stages: unknown[]): string[] | undefined => {
    const fields = compile(...stages).neededFields;
    return fields && [...fields].sort();
  };

  it('is known where a stage makes new documents', () => {
    expect(needed({ $group: { _id: '$a.b', n: { $sum: { $add: ['$c', 1] } } } })).toEqual(['a', 'c']);
    expect(needed({ $match: { a: 1 } }, { $count: 'n' })).toEqual([]);
    expect(needed({ $set: { x: '$y' } }, { $project: { x: 1 } })).toEqual(['_id', 'x', 'y']);
    expect(needed({ $group: { _id: null, top: { $top: { sortBy: { 'a.x': 1 }, output: '$b' } } } })).toEqual(['a', 'b']);
    expect(needed({ $unwind: '$list' }, { $group: { _id: '$list.k' } })).toEqual(['list']);
    expect(needed({ $facet: { a: [{ $count: 'n' }], b: [{ $group: { _id: '$k' } }] } })).toEqual(['k']);
  });

  it('is everything where whole documents go through', () => {
    expect(needed({ $set: { x: 1 } })).toBeUndefined();
    expect(needed({ $group: { _id: null, all: { $push: '$$ROOT' } } })).toBeUndefined();
  });

  it('names other collections', () => {
    const pipeline = compile({ $lookup: { from: 'x', pipeline: [{ $unionWith: 'y' }], as: 'z' } }, { $merge: { into: 'w' } });
    expect([...pipeline.reads].sort()).toEqual(['x', 'y']);
    expect(pipeline.writesTo).toEqual({ database: 'test', collection: 'w' });
  });
});

describe('an update by a pipeline', () => {
  const update = (stages: unknown[], plain: unknown): string =>
    show(
      compilePipelineUpdate(stages.map(bson), { variables: new Set(['x']) }).apply(document(plain), {
        now,
        clusterTime,
        variables: new Map([['x', bson(7)]]),
      }),
    );

  it('makes a new document', () => {
    expect(update([{ $set: { b: { $add: ['$a', '$$x'] }, at: '$$NOW' } }, { $unset: 'a' }], { _id: 1, a: 1 })).toBe(
      '{_id: 1, b: 8, at: 2024-02-03T04:05:06.789Z}',
    );
    expect(update([{ $replaceWith: { c: 1 } }], { _id: 1 })).toBe('{c: 1}');
  });

  it('fails on a constant only when a document comes', () => {
    const stages = [bson({ $set: { a: { $round: [{ $add: ['text', 1] }, 0] } } })];
    expect(() => compilePipelineUpdate(stages)).not.toThrow();
    expect(codeOf(() => update([{ $set: { a: { $add: ['text', 1] } } }], {}))).toBe(14);
  });

  it('allows no other stages', () => {
    expect(codeOf(() => update([{ $match: {} }], {}))).toBe(72);
    expect(codeOf(() => update([{ a: 1 }], {}))).toBe(40324);
  });
});
