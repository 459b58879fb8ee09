import { errorOf, useCollection } from './support/server.js';

const context = useCollection();

describe('The server refuses', () => {
  it('a second document with the same _id, naming the key', async () => {
    await context.collection.insertOne({ _id: 1 });
    const error = await errorOf(context.collection.insertOne({ _id: 1 }));
    expect(error.code).toBe(11000);
    expect(error.message).toMatch(/^E11000 duplicate key error collection: .* index: _id_ dup key: { _id: 1 }$/);
    expect(error.keyPattern).toEqual({ _id: 1 });
    expect(error.keyValue).toEqual({ _id: 1 });
  });

  it('one document of an unordered batch and inserts the others', async () => {
    const error = await errorOf(context.collection.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }], { ordered: false }));
    expect(error.code).toBe(11000);
    expect(await context.collection.countDocuments()).toBe(2);
  });

  it('the rest of an ordered batch after an error', async () => {
    await errorOf(context.collection.insertMany([{ _id: 1 }, { _id: 1 }, { _id: 2 }]));
    expect(await context.collection.countDocuments()).toBe(1);
  });

  it('commands that nobody knows', async () => {
    expect(await errorOf(context.database.command({ makeCoffee: 1 }))).toMatchObject({ code: 59, codeName: 'CommandNotFound' });
  });

  it('arguments that a command does not have', async () => {
    expect(await errorOf(context.database.command({ find: 'things', sugar: 2 }))).toMatchObject({ code: 40415 });
  });

  it('arguments of a wrong type', async () => {
    expect(await errorOf(context.database.command({ find: 'things', filter: 'all' }))).toMatchObject({
      code: 14,
      codeName: 'TypeMismatch',
    });
  });

  it('to change an _id', async () => {
    await context.collection.insertOne({ _id: 1 });
    expect(await errorOf(context.collection.updateOne({ _id: 1 }, { $set: { _id: 2 } }))).toMatchObject({ code: 66 });
  });

  it('an _id that no _id may be', async () => {
    expect(await errorOf(context.collection.insertOne({ _id: [1] as never }))).toMatchObject({ code: 53 });
    expect(await errorOf(context.collection.insertOne({ _id: { $bad: 1 } as never }))).toMatchObject({ code: 52 });
  });

  it('a document of more than 16 MB, and goes on serving', async () => {
    const chunk = 'x'.repeat(9 * 1024 * 1024);
    await context.collection.insertOne({ _id: 1, chunk });
    expect(await errorOf(context.collection.updateOne({ _id: 1 }, { $set: { more: chunk } }))).toMatchObject({ code: 17419 });
    expect(await context.collection.countDocuments()).toBe(1);
  });

  it('batches without a statement', async () => {
    expect(await errorOf(context.database.command({ insert: 'things', documents: [] }))).toMatchObject({ code: 16 });
  });

  it('names that no collection can have', async () => {
    expect(await errorOf(context.database.command({ insert: 'a$b', documents: [{}] }))).toMatchObject({ code: 73 });
  });

  it('admin commands elsewhere', async () => {
    expect(await errorOf(context.database.command({ listDatabases: 1 }))).toMatchObject({ code: 13 });
  });

  it('write concerns that make no sense', async () => {
    const insert = { insert: 'things', documents: [{}] };
    expect(await errorOf(context.database.command({ ...insert, writeConcern: { w: -1 } }))).toMatchObject({ code: 9 });
    expect(await errorOf(context.database.command({ ...insert, writeConcern: { nonsense: 1 } }))).toMatchObject({ code: 40415 });
  });

  it('read concerns that it does not know', async () => {
    expect(await errorOf(context.database.command({ find: 'things', readConcern: { level: 'excellent' } }))).toMatchObject({ code: 2 });
  });
});

describe('A write for more members than there are', () => {
  it('is carried out and complained about', async () => {
    const insert = context.database.command({ insert: context.collection.collectionName, documents: [{ _id: 1 }], writeConcern: { w: 3 } });
    expect(await errorOf(insert)).toMatchObject({ code: 100 });
    expect(await context.collection.countDocuments()).toBe(1);
  });
});
