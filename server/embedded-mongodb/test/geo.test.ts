import type { Document } from 'mongodb';
import { errorOf, useCollection } from './support/server.js';
import type { Thing } from './support/server.js';

const context = useCollection();

const point = (longitude: number, latitude: number): Document => ({ type: 'Point', coordinates: [longitude, latitude] });

const found = async (filter: Document): Promise<unknown[]> => (await context.collection.find(filter).toArray()).map(({ _id }) => _id);

const cities: Thing[] = [
  { _id: 'Bern', at: point(7.447, 46.948), country: 'CH' },
  { _id: 'Geneva', at: point(6.143, 46.204), country: 'CH' },
  { _id: 'Nairobi', at: point(36.817, -1.286), country: 'KE' },
  { _id: 'Suva', at: point(178.442, -18.142), country: 'FJ' },
  { _id: 'nowhere' },
];

const geneva = point(6.14, 46.2);

describe('The nearest first, on the sphere', () => {
  beforeEach(async () => {
    await context.collection.insertMany(cities);
    await context.collection.createIndex({ at: '2dsphere' });
  });

  it('are found by $near and $nearSphere with GeoJSON', async () => {
    const all = ['Geneva', 'Bern', 'Nairobi', 'Suva'];
    expect(await found({ at: { $near: { $geometry: geneva } } })).toEqual(all);
    expect(await found({ at: { $nearSphere: { $geometry: geneva } } })).toEqual(all);
  });

  it('are found by a legacy pair, with distances in radians', async () => {
    expect(await found({ at: { $nearSphere: [6.14, 46.2], $maxDistance: 0.05 } })).toEqual(['Geneva', 'Bern']);
  });

  it('are bounded in metres, limited, skipped and counted', async () => {
    const near = { $geometry: geneva, $minDistance: 10_000, $maxDistance: 8_000_000 };
    expect(await found({ at: { $near: near } })).toEqual(['Bern', 'Nairobi']);
    expect(await found({ at: { $near: near }, country: 'KE' })).toEqual(['Nairobi']);
    expect(await found({ $and: [{ country: 'KE' }, { at: { $near: near } }] })).toEqual(['Nairobi']);
    const [first] = await context.collection
      .find({ at: { $near: { $geometry: geneva } } })
      .skip(1)
      .limit(1)
      .toArray();
    expect(first?._id).toBe('Bern');
  });

  it('give way to another order where one is asked for', async () => {
    const sorted = await context.collection
      .find({ at: { $near: { $geometry: geneva } } })
      .sort({ _id: -1 })
      .toArray();
    expect(sorted.map(({ _id }) => _id)).toEqual(['Suva', 'Nairobi', 'Geneva', 'Bern']);
  });

  it('are what updates and deletions of one document take', async () => {
    await context.collection.updateOne({ at: { $near: { $geometry: geneva } } }, { $set: { nearest: true } });
    expect(await found({ nearest: true })).toEqual(['Geneva']);
    await context.collection.deleteOne({ at: { $near: { $geometry: geneva } } });
    expect(await found({ nearest: true })).toEqual([]);
  });

  it('come with their distances from $geoNear', async () => {
    const stage = { near: geneva, distanceField: 'away.km', distanceMultiplier: 0.001, includeLocs: 'there', query: { country: 'CH' } };
    const [first, second, ...others] = await context.collection.aggregate([{ $geoNear: { ...stage, spherical: true } }]).toArray();
    expect(others).toEqual([]);
    expect(first).toMatchObject({ _id: 'Geneva', there: point(6.143, 46.204) });
    expect(second?._id).toBe('Bern');
    expect((second?.away as { km: number }).km).toBeGreaterThan(128);
    expect((second?.away as { km: number }).km).toBeLessThan(132);
    const counted = await context.collection.aggregate([{ $geoNear: { ...stage, key: 'at' } }, { $count: 'n' }]).toArray();
    expect(counted).toEqual([{ n: 2 }]);
  });

  it('are told by explain as they are found: by their index for MongoDB, by reading all for this server', async () => {
    const plan = (await context.collection.find({ at: { $near: { $geometry: geneva } } }).explain('queryPlanner')) as Document;
    const { winningPlan } = plan.queryPlanner as { winningPlan: Document };
    expect(JSON.stringify(winningPlan)).toContain('GEO_NEAR_2DSPHERE');
    if (context.server.isEmbedded) expect(JSON.stringify(winningPlan)).toContain('COLLSCAN');
  });

  it('are refused where they have no place', async () => {
    expect(await errorOf(context.collection.countDocuments({ at: { $near: { $geometry: geneva } } }))).toMatchObject({ code: 5626500 });
    expect(await errorOf(found({ at: { $near: [6, 46] } }))).toMatchObject({ code: 291 });
    expect(await errorOf(found({ other: { $near: { $geometry: geneva } } }))).toMatchObject({ code: 291 });
    const late = [{ $match: {} }, { $geoNear: { near: geneva, distanceField: 'away' } }];
    expect(await errorOf(context.collection.aggregate(late).toArray())).toMatchObject({ code: 40602 });
  });
});

describe('The nearest first, on a plane', () => {
  beforeEach(async () => {
    await context.collection.insertMany([
      { _id: 1, at: [0, 0] },
      { _id: 2, at: { x: 3, y: 4 } },
      {
        _id: 3,
        at: [
          [100, 100],
          [1, 1],
        ],
      },
    ]);
    await context.collection.createIndex({ at: '2d' });
  });

  it('are found by legacy pairs', async () => {
    expect(await found({ at: { $near: [3, 3] } })).toEqual([2, 3, 1]);
    expect(await found({ at: { $near: [0, 0], $maxDistance: 5 } })).toEqual([1, 3, 2]);
    expect(await found({ at: { $near: [0, 0], $minDistance: 1, $maxDistance: 4.9 } })).toEqual([3]);
  });

  it('come with their distances from $geoNear', async () => {
    const [first] = await context.collection.aggregate([{ $geoNear: { near: [0, 8], distanceField: 'away' } }]).toArray();
    expect(first).toMatchObject({ _id: 2, away: 5 });
  });
});

describe('Indexes of places', () => {
  it('are listed as they were made', async () => {
    await context.collection.createIndex({ at: '2dsphere', kind: 1 });
    await context.collection.createIndex({ there: '2d' }, { min: -500, max: 500 });
    const [, sphere, plane] = await context.collection.indexes();
    expect(sphere).toMatchObject({ name: 'at_2dsphere_kind_1', key: { at: '2dsphere', kind: 1 }, '2dsphereIndexVersion': 3 });
    expect(plane).toMatchObject({ name: 'there_2d', min: -500, max: 500 });
  });

  it('refuse what is no place', async () => {
    await context.collection.createIndex({ at: '2dsphere' });
    await context.collection.createIndex({ there: '2d' });
    expect(await errorOf(context.collection.insertOne({ at: 'Bern' }))).toMatchObject({ code: 16755 });
    expect(await errorOf(context.collection.insertOne({ at: point(0, 100) }))).toMatchObject({ code: 16755 });
    expect(await errorOf(context.collection.insertOne({ there: [181, 0] }))).toMatchObject({ code: 13027 });
    expect(await errorOf(context.collection.insertOne({ there: point(0, 0) }))).toMatchObject({ code: 13026 });
    await context.collection.insertOne({ at: [7, 46], there: { lng: 7, lat: 46 } });
    expect(await errorOf(context.collection.updateOne({}, { $set: { at: 5 } }))).toMatchObject({ code: 16755 });
  });

  it('cannot be made over what is no place', async () => {
    await context.collection.insertOne({ at: 'Bern' });
    expect(await errorOf(context.collection.createIndex({ at: '2dsphere' }))).toMatchObject({ code: 16755 });
  });
});

describe('Hidden indexes', () => {
  const stages = async (): Promise<string> => JSON.stringify(await context.collection.find({ a: 1 }).explain('queryPlanner'));

  it('are kept but not used until they are shown again', async () => {
    await context.collection.createIndex({ a: 1 }, { hidden: true, unique: true });
    await context.collection.insertOne({ a: 1 });
    expect((await context.collection.indexes())[1]).toMatchObject({ hidden: true });
    expect(await stages()).not.toContain('IXSCAN');
    expect(await errorOf(context.collection.insertOne({ a: 1 }))).toMatchObject({ code: 11000 });
    const show = { collMod: context.collection.collectionName, index: { name: 'a_1', hidden: false } };
    expect(await context.database.command(show)).toMatchObject({ hidden_old: true, hidden_new: false });
    expect(await stages()).toContain('IXSCAN');
    expect((await context.collection.indexes())[1]).not.toHaveProperty('hidden');
  });
});
