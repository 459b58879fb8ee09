import type { Thing } from './support/server.js';
import { errorOf, useCollection } from './support/server.js';

const context = useCollection();

describe('A pipeline', () => {
  it('groups and sorts', async () => {
    await context.collection.insertMany([
      { kind: 'a', n: 1 },
      { kind: 'b', n: 2 },
      { kind: 'a', n: 3 },
    ]);
    const groups = await context.collection
      .aggregate([{ $group: { _id: '$kind', total: { $sum: '$n' } } }, { $sort: { _id: 1 } }])
      .toArray();
    expect(groups).toEqual([
      { _id: 'a', total: 4 },
      { _id: 'b', total: 2 },
    ]);
  });

  it('looks up other collections', async () => {
    const people = context.database.collection<Thing>(`${context.collection.collectionName}-people`);
    await people.insertMany([
      { _id: 1, name: 'Ada' },
      { _id: 2, name: 'Ben' },
    ]);
    await context.collection.insertMany([{ owner: 1 }, { owner: 3 }]);
    const found = await context.collection
      .aggregate([
        { $sort: { owner: 1 } },
        { $lookup: { from: people.collectionName, localField: 'owner', foreignField: '_id', as: 'owners' } },
        { $project: { _id: 0 } },
      ])
      .toArray();
    expect(found).toEqual([
      { owner: 1, owners: [{ _id: 1, name: 'Ada' }] },
      { owner: 3, owners: [] },
    ]);
  });

  it('gives its results in batches', async () => {
    await context.collection.insertMany(Array.from({ length: 300 }, (_, n) => ({ n })));
    const found = await context.collection.aggregate([{ $addFields: { twice: { $multiply: ['$n', 2] } } }], { batchSize: 50 }).toArray();
    expect(found).toHaveLength(300);
    expect(found[299]).toMatchObject({ twice: 598 });
  });

  it('puts its results in the place of a collection', async () => {
    const target = context.database.collection<Thing>(`${context.collection.collectionName}-out`);
    await target.insertOne({ old: true });
    await context.collection.insertMany([{ n: 1 }, { n: 2 }]);
    expect(await context.collection.aggregate([{ $match: { n: 2 } }, { $out: target.collectionName }]).toArray()).toEqual([]);
    expect(await target.find({}, { projection: { _id: 0 } }).toArray()).toEqual([{ n: 2 }]);
  });

  it('merges its results into a collection', async () => {
    const target = context.database.collection<Thing>(`${context.collection.collectionName}-merged`);
    await target.insertOne({ _id: 1, kept: true });
    await context.collection.insertMany([
      { _id: 1, n: 1 },
      { _id: 2, n: 2 },
    ]);
    await context.collection.aggregate([{ $merge: { into: target.collectionName } }]).toArray();
    expect(await target.find().sort({ _id: 1 }).toArray()).toEqual([
      { _id: 1, kept: true, n: 1 },
      { _id: 2, n: 2 },
    ]);
  });

  it('takes variables', async () => {
    await context.collection.insertMany([{ n: 1 }, { n: 2 }]);
    const stages = [{ $match: { $expr: { $eq: ['$n', '$$wanted'] } } }, { $project: { _id: 0 } }];
    expect(await context.collection.aggregate(stages, { let: { wanted: { $add: [1, 1] } } }).toArray()).toEqual([{ n: 2 }]);
  });

  it('with a stage that nobody knows is refused', async () => {
    expect(await errorOf(context.collection.aggregate([{ $magic: {} }]).toArray())).toMatchObject({ code: 40324 });
  });

  it('wants a cursor', async () => {
    expect(await errorOf(context.database.command({ aggregate: context.collection.collectionName, pipeline: [] }))).toMatchObject({
      code: 9,
    });
  });

  it('ends when its time is over', async () => {
    await context.collection.insertMany(Array.from({ length: 2_000 }, (_, n) => ({ n })));
    const endless = [
      {
        $lookup: {
          from: context.collection.collectionName,
          pipeline: [{ $match: { $expr: { $gt: ['$n', -1] } } }, { $count: 'n' }],
          let: {},
          as: 'all',
        },
      },
    ];
    const slow = [
      {
        $lookup: {
          from: context.collection.collectionName,
          let: { n: '$n' },
          pipeline: [{ $match: { $expr: { $lt: ['$n', '$$n'] } } }, ...endless],
          as: 'less',
        },
      },
    ];
    expect(await errorOf(context.collection.aggregate(slow, { maxTimeMS: 100 }).toArray())).toMatchObject({ code: 50 });
  });
});
