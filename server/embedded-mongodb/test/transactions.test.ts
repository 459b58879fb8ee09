import type { ClientSession } from 'mongodb';
import type { Thing } from './support/server.js';
import { errorOf, operators, useCollection } from './support/server.js';

const context = useCollection();

const inSession = async <T>(work: (session: ClientSession) => Promise<T>): Promise<T> => {
  const session = context.client.startSession();
  try {
    return await work(session);
  } finally {
    await session.endSession();
  }
};

describe('A transaction', () => {
  it('shows its writes to nobody before its commit, and then all of them', async () => {
    await context.database.createCollection('other');
    await inSession(async (session) => {
      session.startTransaction();
      await context.collection.insertOne({ _id: 1 }, { session });
      await context.database.collection<Thing>('other').insertOne({ _id: 2 }, { session });
      expect(await context.collection.findOne({ _id: 1 }, { session })).toEqual({ _id: 1 });
      expect(await context.collection.countDocuments()).toBe(0);
      await session.commitTransaction();
    });
    expect(await context.collection.countDocuments()).toBe(1);
    expect(await context.database.collection<Thing>('other').countDocuments()).toBe(1);
  });

  it('leaves nothing behind when it is aborted', async () => {
    await inSession(async (session) => {
      session.startTransaction();
      await context.collection.insertOne({ _id: 1 }, { session });
      await session.abortTransaction();
    });
    expect(await context.collection.countDocuments()).toBe(0);
  });

  it('reads the state of its start, whatever others commit', async () => {
    await context.collection.insertOne({ _id: 1, n: 1 });
    await inSession(async (session) => {
      session.startTransaction();
      expect(await context.collection.findOne({}, { session })).toMatchObject({ n: 1 });
      await context.collection.updateOne({}, { $set: { n: 2 } });
      expect(await context.collection.findOne({}, { session })).toMatchObject({ n: 1 });
      await session.commitTransaction();
    });
  });

  it('fails where another has written the same document first, and can be run again', async () => {
    await context.collection.insertOne({ _id: 1, n: 1 });
    await inSession((first) =>
      inSession(async (second) => {
        first.startTransaction();
        second.startTransaction();
        await context.collection.updateOne({}, operators({ $inc: { n: 1 } }), { session: first });
        const error = await errorOf(context.collection.updateOne({}, operators({ $inc: { n: 10 } }), { session: second }));
        expect(error).toMatchObject({ code: 112 });
        expect(error.hasErrorLabel('TransientTransactionError')).toBe(true);
        await first.commitTransaction();
        const over = await errorOf(context.collection.findOne({}, { session: second }));
        expect(over).toMatchObject({ code: 251 });
        await second.abortTransaction();
      }),
    );
    expect(await context.collection.findOne()).toMatchObject({ n: 2 });
  });

  it('makes a write outside of it wait for its end', async () => {
    await context.collection.insertOne({ _id: 1, list: [] as string[] });
    await inSession(async (session) => {
      session.startTransaction();
      await context.collection.updateOne({}, operators({ $push: { list: 'inside' } }), { session });
      const outside = context.collection.updateOne({}, operators({ $push: { list: 'outside' } }));
      await context.database.command({ ping: 1 });
      expect(await context.collection.findOne()).toMatchObject({ list: [] });
      await session.commitTransaction();
      await outside;
    });
    expect(await context.collection.findOne()).toMatchObject({ list: ['inside', 'outside'] });
  });

  it('makes a write outside of it give up when its time is over', async () => {
    await context.collection.insertOne({ _id: 1 });
    await inSession(async (session) => {
      session.startTransaction();
      await context.collection.updateOne({}, { $set: { a: 1 } }, { session });
      const update = { update: context.collection.collectionName, updates: [{ q: {}, u: { $set: { a: 2 } } }], maxTimeMS: 50 };
      expect(await errorOf(context.database.command(update))).toMatchObject({ code: 50 });
      await session.abortTransaction();
    });
  });

  it('is over after an error within it', async () => {
    await context.collection.insertOne({ _id: 1 });
    await inSession(async (session) => {
      session.startTransaction();
      await context.collection.insertOne({ _id: 2 }, { session });
      expect(await errorOf(context.collection.insertOne({ _id: 1 }, { session }))).toMatchObject({ code: 11000 });
      expect(await errorOf(context.collection.findOne({}, { session }))).toMatchObject({ code: 251 });
      await session.abortTransaction();
    });
    expect(await context.collection.countDocuments()).toBe(1);
  });

  it('can be committed twice with one effect', async () => {
    await inSession(async (session) => {
      session.startTransaction();
      await context.collection.insertOne({ _id: 1 }, { session });
      await session.commitTransaction();
      await session.commitTransaction();
    });
    expect(await context.collection.countDocuments()).toBe(1);
  });

  it('makes the collections that it writes to', async () => {
    await inSession((session) =>
      session.withTransaction(async () => {
        await context.collection.insertOne({ _id: 1 }, { session });
        await context.collection.createIndex({ a: 1 }, { session });
      }),
    );
    expect(await context.collection.indexes()).toHaveLength(2);
  });

  it('makes no index on a collection that was there before', async () => {
    await context.collection.insertOne({});
    await inSession(async (session) => {
      session.startTransaction();
      expect(await errorOf(context.collection.createIndex({ a: 1 }, { session }))).toMatchObject({ code: 263 });
      await session.abortTransaction();
    });
    expect(await context.collection.indexes()).toHaveLength(1);
  });

  it('runs no command that cannot be undone', async () => {
    await inSession(async (session) => {
      session.startTransaction();
      const drop = { drop: context.collection.collectionName };
      expect(await errorOf(context.database.command(drop, { session }))).toMatchObject({ code: 263 });
      await session.abortTransaction();
    });
  });

  it('reads through cursors that end with it', async () => {
    await context.collection.insertMany(Array.from({ length: 10 }, (_, index) => ({ _id: index })));
    await inSession(async (session) => {
      session.startTransaction();
      const cursor = context.collection.find({}, { session, batchSize: 3 });
      await cursor.next();
      await context.collection.insertOne({ _id: 'late' });
      expect(await cursor.toArray()).toHaveLength(9);
      await session.commitTransaction();
    });
  });

  it('keeps counts right when many raise the same number', async () => {
    await context.collection.insertOne({ _id: 1, n: 0 });
    const raise = (): Promise<void> =>
      inSession(async (session) => {
        await session.withTransaction(async () => {
          const found = await context.collection.findOne({}, { session });
          await context.collection.updateOne({}, { $set: { n: (found?.n as number) + 1 } }, { session });
        });
      });
    await Promise.all(Array.from({ length: 8 }, raise));
    expect(await context.collection.findOne()).toMatchObject({ n: 8 });
  });
});
