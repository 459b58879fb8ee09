import { errorOf, useCollection } from './support/server.js';

const context = useCollection();

const names = async (): Promise<string[]> => (await context.database.listCollections().toArray()).map(({ name }) => name).sort();

describe('Collections', () => {
  it('are made, listed, renamed and dropped', async () => {
    const { collectionName } = context.collection;
    await context.database.createCollection(collectionName);
    expect(await names()).toContain(collectionName);
    const renamed = await context.collection.rename(`${collectionName}-renamed`);
    expect(await names()).toContain(renamed.collectionName);
    expect(await names()).not.toContain(collectionName);
    await renamed.drop();
    expect(await names()).not.toContain(renamed.collectionName);
  });

  it('take the place of another only where that is said', async () => {
    await context.collection.insertOne({ from: 'here' });
    const target = `${context.collection.collectionName}-target`;
    await context.database.collection(target).insertOne({ from: 'there' });
    expect(await errorOf(context.collection.rename(target))).toMatchObject({ code: 48 });
    await context.collection.rename(target, { dropTarget: true });
    expect(await context.database.collection(target).findOne()).toMatchObject({ from: 'here' });
  });

  it('can be made again with the same options, and not with others', async () => {
    const { collectionName } = context.collection;
    await context.database.createCollection(collectionName);
    await context.database.createCollection(collectionName);
    const images = { create: collectionName, changeStreamPreAndPostImages: { enabled: true } };
    expect(await errorOf(context.database.command(images))).toMatchObject({ code: 48 });
  });

  it('are there once something was written to them', async () => {
    await context.collection.updateOne({ a: 1 }, { $set: { b: 1 } });
    expect(await names()).not.toContain(context.collection.collectionName);
    await context.collection.updateOne({ a: 1 }, { $set: { b: 1 } }, { upsert: true });
    expect(await names()).toContain(context.collection.collectionName);
  });

  it('go with their database', async () => {
    const database = await context.server.database();
    await database.collection('one').insertOne({});
    const list = async (): Promise<string[]> => (await database.admin().listDatabases()).databases.map(({ name }) => name);
    expect(await list()).toContain(database.databaseName);
    await database.dropDatabase();
    expect(await list()).not.toContain(database.databaseName);
  });
});

describe('Indexes', () => {
  it('are made once, listed and dropped', async () => {
    expect(await context.collection.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
    expect(await context.collection.createIndex({ a: 1, b: -1 })).toBe('a_1_b_-1');
    expect((await context.collection.indexes()).map(({ name }) => name)).toEqual(['_id_', 'a_1_b_-1']);
    await context.collection.dropIndex('a_1_b_-1');
    expect(await context.collection.indexes()).toHaveLength(1);
  });

  it('are not there without a collection', async () => {
    expect(await errorOf(context.collection.indexes())).toMatchObject({ code: 26 });
  });

  it('with other options under the same name are refused', async () => {
    await context.collection.createIndex({ a: 1 }, { name: 'mine' });
    expect(await errorOf(context.collection.createIndex({ a: 1 }, { name: 'mine', unique: true }))).toMatchObject({ code: 86 });
    expect(await errorOf(context.collection.createIndex({ b: 1 }, { name: 'mine' }))).toMatchObject({ code: 86 });
  });

  it('that are unique let no value stand twice, and none be made over such', async () => {
    await context.collection.createIndex({ mail: 1 }, { unique: true });
    await context.collection.insertOne({ mail: 'a@example.org' });
    const error = await errorOf(context.collection.insertOne({ mail: 'a@example.org' }));
    expect(error).toMatchObject({ code: 11000, keyPattern: { mail: 1 }, keyValue: { mail: 'a@example.org' } });
    await context.collection.insertMany([
      { mail: 'b', n: 1 },
      { mail: 'c', n: 1 },
    ]);
    expect(await errorOf(context.collection.createIndex({ n: 1 }, { unique: true }))).toMatchObject({ code: 11000 });
  });

  it('of unknown kinds are refused', async () => {
    expect(await errorOf(context.collection.createIndex({ a: 'magic' as never }))).toMatchObject({ code: 67 });
  });

  it('change their expiry by collMod', async () => {
    await context.collection.createIndex({ at: 1 }, { expireAfterSeconds: 60 });
    const change = { collMod: context.collection.collectionName, index: { keyPattern: { at: 1 }, expireAfterSeconds: 120 } };
    expect(await context.database.command(change)).toMatchObject({ expireAfterSeconds_old: 60, expireAfterSeconds_new: 120 });
    expect((await context.collection.indexes())[1]).toMatchObject({ expireAfterSeconds: 120 });
  });
});

describe('Explaining a query', () => {
  const stagesOf = (plan: { stage?: string; inputStage?: object }): string[] => [
    plan.stage ?? '',
    ...(plan.inputStage ? stagesOf(plan.inputStage) : []),
  ];

  it('tells which index serves it', async () => {
    await context.collection.insertMany(Array.from({ length: 50 }, (_, n) => ({ n, m: n % 5 })));
    await context.collection.createIndex({ n: 1 });
    const { queryPlanner } = await context.collection.find({ n: { $gte: 40 } }).explain();
    expect(stagesOf(queryPlanner.winningPlan)).toContain('IXSCAN');
    expect(JSON.stringify(queryPlanner.winningPlan)).toContain('"n_1"');
    const { queryPlanner: without } = await context.collection.find({ m: 3 }).explain();
    expect(stagesOf(without.winningPlan)).toContain('COLLSCAN');
  });

  it('counts what it looked at', async () => {
    await context.collection.insertMany(Array.from({ length: 50 }, (_, n) => ({ n })));
    await context.collection.createIndex({ n: 1 });
    const { executionStats } = await context.collection.find({ n: { $lt: 5 } }).explain('executionStats');
    expect(executionStats).toMatchObject({ nReturned: 5, totalKeysExamined: 5, totalDocsExamined: 5 });
  });
});
