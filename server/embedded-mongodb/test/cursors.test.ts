import type { Long } from 'mongodb';
import { errorOf, useCollection } from './support/server.js';

const context = useCollection();

const fill = (count: number): Promise<unknown> =>
  context.collection.insertMany(Array.from({ length: count }, (_, index) => ({ _id: index })));

const openCursor = async (batchSize: number): Promise<Long> => {
  const { cursor } = await context.database.command({ find: context.collection.collectionName, batchSize }, { promoteLongs: false });
  return cursor.id;
};

describe('A cursor', () => {
  it('gives 101 documents first and the others when asked for more', async () => {
    await fill(250);
    const { cursor } = await context.database.command({ find: context.collection.collectionName });
    expect(cursor.firstBatch).toHaveLength(101);
    const { cursor: next } = await context.database.command({
      getMore: BigInt(String(cursor.id)),
      collection: context.collection.collectionName,
    });
    expect(next.nextBatch).toHaveLength(149);
    expect(Number(next.id)).toBe(0);
  });

  it('gives batches of the asked size', async () => {
    await fill(10);
    const { cursor } = await context.database.command({ find: context.collection.collectionName, batchSize: 3 });
    expect(cursor.firstBatch).toHaveLength(3);
    const { cursor: next } = await context.database.command({
      getMore: BigInt(String(cursor.id)),
      collection: context.collection.collectionName,
      batchSize: 5,
    });
    expect(next.nextBatch.map((document: { _id: number }) => document._id)).toEqual([3, 4, 5, 6, 7]);
  });

  it('ends with its limit, without another round', async () => {
    await fill(10);
    const { cursor } = await context.database.command({ find: context.collection.collectionName, limit: 4, batchSize: 4 });
    expect(cursor.firstBatch).toHaveLength(4);
    expect(Number(cursor.id)).toBe(0);
  });

  it('never sends more than 16 MB at once', async () => {
    const text = 'x'.repeat(5 * 1024 * 1024);
    for (let index = 0; index < 4; index += 1) await context.collection.insertOne({ _id: index, text });
    const { cursor } = await context.database.command({ find: context.collection.collectionName });
    expect(cursor.firstBatch).toHaveLength(3);
    expect(await context.collection.find().toArray()).toHaveLength(4);
  });

  it('is gone when it was killed', async () => {
    await fill(10);
    const id = await openCursor(2);
    const killed = await context.database.command({ killCursors: context.collection.collectionName, cursors: [id] });
    expect(killed.cursorsKilled).toHaveLength(1);
    expect(await errorOf(context.database.command({ getMore: id, collection: context.collection.collectionName }))).toMatchObject({
      code: 43,
    });
  });

  it('belongs to its collection', async () => {
    await fill(10);
    const id = await openCursor(2);
    expect(await errorOf(context.database.command({ getMore: id, collection: 'other' }))).toMatchObject({ code: 13 });
  });

  it('goes on over documents that are written and deleted meanwhile', async () => {
    await fill(20);
    const seen: unknown[] = [];
    for await (const document of context.collection.find().batchSize(5)) {
      seen.push(document._id);
      if (document._id === 4) await context.collection.deleteMany({ _id: { $gte: 15 } });
    }
    expect(seen).toEqual(Array.from({ length: 15 }, (_, index) => index));
  });

  it.each([
    ['its collection is dropped', () => context.collection.drop()],
    ['its collection is renamed', () => context.collection.rename(`${context.collection.collectionName}-renamed`)],
    ['its index is dropped', () => context.collection.dropIndexes()],
  ])('fails, rather than end early, when %s', async (_what, act) => {
    await fill(10);
    await context.collection.createIndex({ text: 1 });
    const cursor = context.collection.find({ text: null }, { batchSize: 2, sort: { text: 1 } });
    await cursor.next();
    await act();
    expect(await errorOf(cursor.toArray())).toMatchObject({ code: 175 });
  });

  it('is closed after one batch where a single one is wanted', async () => {
    await fill(10);
    const { cursor } = await context.database.command({ find: context.collection.collectionName, batchSize: 2, singleBatch: true });
    expect(Number(cursor.id)).toBe(0);
  });

  it('takes no time limit of its own for a getMore', async () => {
    await fill(10);
    const id = await openCursor(2);
    expect(
      await errorOf(context.database.command({ getMore: id, collection: context.collection.collectionName, maxTimeMS: 5 })),
    ).toMatchObject({ code: 2 });
  });
});
