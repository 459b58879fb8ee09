import { Decimal128, Double, Int32, Long, ObjectId } from 'mongodb';
import type { Thing } from './support/server.js';
import { operators, useCollection } from './support/server.js';

const context = useCollection();

describe('A collection', () => {
  it('gives back what was inserted, each number with its type', async () => {
    const document = {
      _id: new ObjectId(),
      double: new Double(1),
      int: new Int32(1),
      long: Long.fromString('9007199254740993'),
      decimal: new Decimal128('1.50'),
      at: new Date(5),
      nested: { list: [1, 'a', null] },
    };
    await context.collection.insertOne(document);
    const found = await context.collection.findOne({}, { promoteValues: false, promoteLongs: false });
    expect(found?.double).toBeInstanceOf(Double);
    expect(found?.int).toBeInstanceOf(Int32);
    expect(String(found?.long)).toBe('9007199254740993');
    expect(String(found?.decimal)).toBe('1.50');
    expect(await context.collection.findOne({})).toMatchObject({ at: new Date(5), nested: { list: [1, 'a', null] } });
  });

  it('keeps number types when an update rewrites the document', async () => {
    await context.collection.insertOne({ _id: new Int32(1), price: new Double(2) });
    await context.collection.updateOne({ _id: 1 }, { $set: { other: 'x' } });
    const found = await context.collection.findOne({ _id: 1 }, { promoteValues: false });
    expect(found?.price).toBeInstanceOf(Double);
    expect(found?._id).toBeInstanceOf(Int32);
  });

  it('puts a missing _id first and makes one', async () => {
    await context.database.command({ insert: context.collection.collectionName, documents: [{ a: 1 }, { a: 2, _id: 'mine' }] });
    const found = await context.collection.find().sort({ a: 1 }).toArray();
    expect(Object.keys(found[0] ?? {})).toEqual(['_id', 'a']);
    expect(found[0]?._id).toBeInstanceOf(ObjectId);
    expect(Object.keys(found[1] ?? {})).toEqual(['_id', 'a']);
  });

  it('filters, sorts, skips, limits and projects', async () => {
    await context.collection.insertMany([3, 1, 2, 5, 4].map((n) => ({ _id: n, square: n * n, half: n / 2 })));
    const found = await context.collection
      .find({ square: { $gt: 1 } }, { sort: { square: -1 }, skip: 1, limit: 2, projection: { half: 1 } })
      .toArray();
    expect(found).toEqual([
      { _id: 4, half: 2 },
      { _id: 3, half: 1.5 },
    ]);
  });

  it('counts what an update matched, modified and upserted', async () => {
    await context.collection.insertMany([
      { a: 1, b: 1 },
      { a: 1, b: 2 },
    ]);
    expect(await context.collection.updateMany({ a: 1 }, { $set: { b: 2 } })).toMatchObject({ matchedCount: 2, modifiedCount: 1 });
    const upserted = await context.collection.updateOne({ a: 9 }, { $set: { b: 3 }, $setOnInsert: { c: 4 } }, { upsert: true });
    expect(upserted).toMatchObject({ matchedCount: 0, upsertedCount: 1 });
    expect(await context.collection.findOne({ _id: upserted.upsertedId as ObjectId })).toMatchObject({ a: 9, b: 3, c: 4 });
  });

  it('replaces a document and keeps its _id', async () => {
    await context.collection.insertOne({ _id: 1, old: true });
    await context.collection.replaceOne({ old: true }, { fresh: true });
    expect(await context.collection.find().toArray()).toEqual([{ _id: 1, fresh: true }]);
  });

  it('finds and changes one document in a single step, giving it as it was or as it is', async () => {
    await context.collection.insertMany([
      { _id: 1, n: 5 },
      { _id: 2, n: 7 },
    ]);
    const before = await context.collection.findOneAndUpdate({}, operators({ $inc: { n: 1 } }), { sort: { n: -1 } });
    const after = await context.collection.findOneAndUpdate({ _id: 2 }, operators({ $inc: { n: 1 } }), {
      returnDocument: 'after',
      projection: { _id: 0 },
    });
    expect(before).toEqual({ _id: 2, n: 7 });
    expect(after).toEqual({ n: 9 });
    expect(await context.collection.findOneAndDelete({ n: 5 })).toEqual({ _id: 1, n: 5 });
    expect(await context.collection.countDocuments()).toBe(1);
  });

  it('deletes one or all that match', async () => {
    await context.collection.insertMany([{ a: 1 }, { a: 1 }, { a: 1 }, { a: 2 }]);
    expect(await context.collection.deleteOne({ a: 1 })).toMatchObject({ deletedCount: 1 });
    expect(await context.collection.deleteMany({ a: 1 })).toMatchObject({ deletedCount: 2 });
    expect(await context.collection.estimatedDocumentCount()).toBe(1);
  });

  it('gives each distinct value once, the items of arrays among them', async () => {
    await context.collection.insertMany([{ tags: ['a', 'b'] }, { tags: 'b' }, { tags: [] }, {}]);
    expect((await context.collection.distinct('tags')).sort()).toEqual(['a', 'b']);
  });

  it('takes a bulk of mixed writes in their order', async () => {
    const result = await context.collection.bulkWrite([
      { insertOne: { document: { _id: 1, n: 1 } } },
      { updateOne: { filter: { _id: 1 }, update: operators({ $inc: { n: 1 } }) } },
      { replaceOne: { filter: { _id: 2 }, replacement: { n: 5 }, upsert: true } },
      { deleteOne: { filter: { n: 2 } } },
    ]);
    expect(result).toMatchObject({ insertedCount: 1, modifiedCount: 1, upsertedCount: 1, deletedCount: 1 });
    expect(await context.collection.find().toArray()).toEqual([{ _id: 2, n: 5 }]);
  });

  it('takes a bulk over several collections from the client', async () => {
    const namespace = (name: string): string => `${context.database.databaseName}.${name}`;
    const result = await context.client.bulkWrite(
      [
        { name: 'insertOne', namespace: namespace('first'), document: { _id: 'one' as never } },
        { name: 'updateOne', namespace: namespace('second'), filter: { _id: 'two' as never }, update: { $set: { a: 1 } }, upsert: true },
        { name: 'deleteMany', namespace: namespace('first'), filter: {} },
      ],
      { verboseResults: true },
    );
    expect(result).toMatchObject({ insertedCount: 1, upsertedCount: 1, deletedCount: 1 });
    expect(result.updateResults?.get(1)).toMatchObject({ upsertedId: 'two' });
    expect(await context.database.collection<Thing>('second').countDocuments()).toBe(1);
  });

  it('carries out writes that want no answer', async () => {
    const result = await context.collection.insertOne({ _id: 1 }, { writeConcern: { w: 0 } });
    expect(result.acknowledged).toBe(false);
    await expect(untilFound(() => context.collection.findOne({ _id: 1 }))).resolves.toEqual({ _id: 1 });
  });
});

const untilFound = async <T>(look: () => Promise<T | null>): Promise<T> => {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
  }
};
