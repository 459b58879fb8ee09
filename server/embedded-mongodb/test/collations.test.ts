import { describeEmbedded, errorOf, useCollection } from './support/server.js';

const context = useCollection();
const collation = { locale: 'en', strength: 2 };

describe('A collection with a collation', () => {
  beforeEach(async () => {
    await context.database.createCollection(context.collection.collectionName, { collation });
    await context.collection.insertMany([
      { _id: 1, name: 'Beta' },
      { _id: 2, name: 'alpha' },
    ]);
  });

  it('compares and sorts by it unless a command says otherwise', async () => {
    expect(await context.collection.findOne({ name: 'ALPHA' })).toMatchObject({ _id: 2 });
    expect(await context.collection.findOne({ name: 'ALPHA' }, { collation: { locale: 'simple' } })).toBeNull();
    const sorted = await context.collection.find().sort({ name: 1 }).toArray();
    expect(sorted.map(({ _id }) => _id)).toEqual([2, 1]);
    expect(await context.collection.aggregate([{ $match: { name: 'BETA' } }]).toArray()).toHaveLength(1);
    await context.collection.deleteOne({ name: 'BETA' });
    expect(await context.collection.countDocuments()).toBe(1);
  });

  it('gives it to its indexes, which may have another or none', async () => {
    await context.collection.createIndex({ name: 1 });
    await context.collection.createIndex({ name: 1 }, { name: 'plain', collation: { locale: 'simple' } });
    await context.collection.createIndex({ name: 1 }, { name: 'french', collation: { locale: 'fr' } });
    const [id, inherited, plain, french] = await context.collection.indexes();
    expect(id).toMatchObject({ name: '_id_', collation });
    expect(inherited).toMatchObject({ name: 'name_1', collation });
    expect(plain).not.toHaveProperty('collation');
    expect(french).toMatchObject({ collation: { locale: 'fr', strength: 3 } });
    expect(await context.collection.findOne({ name: 'ALPHA' })).toMatchObject({ _id: 2 });
    expect(await context.collection.findOne({ name: 'alpha' }, { collation: { locale: 'simple' } })).toMatchObject({ _id: 2 });
    const sorted = await context.collection.find().sort({ name: 1 }).toArray();
    expect(sorted.map(({ _id }) => _id)).toEqual([2, 1]);
  });
});

describeEmbedded('What this server cannot tell of texts under a collation', () => {
  it('is refused', async () => {
    await context.database.createCollection(context.collection.collectionName, { collation });
    expect(await errorOf(context.collection.insertOne({ _id: 'text' }))).toMatchObject({ code: 115 });
    expect(await errorOf(context.collection.createIndex({ name: 1 }, { unique: true }))).toMatchObject({ code: 115 });
    await context.collection.createIndex({ name: 1 }, { unique: true, collation: { locale: 'simple' } });
  });
});
