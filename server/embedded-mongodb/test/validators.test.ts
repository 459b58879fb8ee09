import { errorOf, useCollection } from './support/server.js';

const context = useCollection();

const modify = (options: object): Promise<unknown> => context.database.command({ collMod: context.collection.collectionName, ...options });

describe('A validator', () => {
  beforeEach(async () => {
    await context.database.createCollection(context.collection.collectionName, { validator: { age: { $gte: 0 } } });
    await context.collection.insertOne({ _id: 1, age: 5 });
  });

  it('is listed with its collection', async () => {
    const [listed] = await context.database.listCollections({ name: context.collection.collectionName }).toArray();
    expect((listed as { options?: object }).options).toMatchObject({ validator: { age: { $gte: 0 } } });
  });

  it('refuses what it does not take, however it is written', async () => {
    const refused = { code: 121, errInfo: { failingDocumentId: 2 } };
    const { collection } = context;
    expect(await errorOf(collection.insertOne({ _id: 2, age: -1 }))).toMatchObject(refused);
    expect(await errorOf(collection.insertMany([{ _id: 2, age: -1 }]))).toMatchObject({ code: 121 });
    expect(await errorOf(collection.updateOne({ _id: 1 }, { $set: { age: -1 } }))).toMatchObject({ code: 121 });
    expect(await errorOf(collection.replaceOne({ _id: 1 }, {}))).toMatchObject({ code: 121 });
    expect(await errorOf(collection.updateOne({ _id: 2 }, { $set: { age: -1 } }, { upsert: true }))).toMatchObject({ code: 121 });
    expect(await errorOf(collection.findOneAndUpdate({ _id: 1 }, { $set: { age: -1 } }))).toMatchObject({ code: 121 });
    const merge = [{ $set: { age: -1 } }, { $merge: { into: collection.collectionName } }];
    expect(await errorOf(collection.aggregate(merge).toArray())).toMatchObject({ code: 121 });
    expect(await collection.find().toArray()).toEqual([{ _id: 1, age: 5 }]);
  });

  it('can be passed by', async () => {
    await context.collection.insertOne({ _id: 2, age: -1 }, { bypassDocumentValidation: true });
    await context.collection.updateOne({ _id: 1 }, { $set: { age: -1 } }, { bypassDocumentValidation: true });
    expect(await context.collection.countDocuments({ age: -1 })).toBe(2);
  });

  it('can be moderate, give warnings alone, or be off', async () => {
    await context.collection.insertOne({ _id: 2, age: -1 }, { bypassDocumentValidation: true });
    await modify({ validationLevel: 'moderate' });
    await context.collection.updateOne({ _id: 2 }, { $set: { age: -2 } });
    expect(await errorOf(context.collection.updateOne({ _id: 1 }, { $set: { age: -2 } }))).toMatchObject({ code: 121 });
    await modify({ validationLevel: 'strict', validationAction: 'warn' });
    await context.collection.updateOne({ _id: 1 }, { $set: { age: -2 } });
    await modify({ validationLevel: 'off', validationAction: 'error' });
    await context.collection.insertOne({ _id: 3, age: -2 });
    expect(await context.collection.countDocuments({ age: -2 })).toBe(3);
  });

  it('can be another one', async () => {
    await modify({ validator: { $jsonSchema: { required: ['name'], properties: { name: { bsonType: 'string' } } } } });
    expect(await errorOf(context.collection.insertOne({ _id: 2, name: 5 }))).toMatchObject({ code: 121 });
    await context.collection.insertOne({ _id: 2, name: 'n', age: -1 });
  });

  it('reads the time when a document comes', async () => {
    await modify({ validator: { $expr: { $lte: ['$at', '$$NOW'] } } });
    await context.collection.insertOne({ at: new Date() });
    expect(await errorOf(context.collection.insertOne({ at: new Date(Date.now() + 60_000) }))).toMatchObject({ code: 121 });
  });

  it('has to be understood', async () => {
    const create = (validator: object): Promise<unknown> => context.database.createCollection('refused', { validator });
    expect(await errorOf(create({ a: { $unknown: 1 } }))).toMatchObject({ code: 2 });
    expect(await errorOf(create({ $jsonSchema: { unknown: 1 } }))).toMatchObject({ code: 9 });
    expect(await errorOf(modify({ validationLevel: 'harsh' }))).toMatchObject({ code: 2 });
  });
});
