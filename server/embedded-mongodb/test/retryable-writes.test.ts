import { randomUUID } from 'node:crypto';
import type { Document } from 'bson';
import { Long, UUID } from 'bson';
import { RawConnection } from './support/RawConnection.js';
import { operators, useCollection } from './support/server.js';

const context = useCollection();

let connection: RawConnection;
beforeAll(async () => {
  connection = await RawConnection.open(context.server.uri);
});
afterAll(() => connection.close());

const send = (command: Document): Promise<Document> => connection.command({ ...command, $db: context.database.databaseName });

/** Sends the same command in the same session under the same number, as a driver does that has lost an answer. */
const twice = async (command: Document): Promise<[Document, Document]> => {
  const numbered = { ...command, lsid: { id: new UUID(randomUUID()) }, txnNumber: Long.fromNumber(1) };
  return [await send(numbered), await send(numbered)];
};

describe('A write that is sent again', () => {
  it('inserts once', async () => {
    const [first, second] = await twice({ insert: context.collection.collectionName, documents: [{ _id: 1 }, { _id: 2 }] });
    expect(first).toMatchObject({ n: 2 });
    expect(second).toMatchObject({ n: 2, retriedStmtIds: [0, 1] });
    expect(await context.collection.countDocuments()).toBe(2);
  });

  it('updates once', async () => {
    await context.collection.insertOne({ _id: 1, n: 0 });
    const [first, second] = await twice({ update: context.collection.collectionName, updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }] });
    expect(first).toMatchObject({ n: 1, nModified: 1 });
    expect(second).toMatchObject({ n: 1, nModified: 1 });
    expect(await context.collection.findOne()).toMatchObject({ n: 1 });
  });

  it('upserts once and gives the same _id again', async () => {
    const [first, second] = await twice({
      update: context.collection.collectionName,
      updates: [{ q: { a: 1 }, u: { $set: { b: 1 } }, upsert: true }],
    });
    expect(second.upserted).toEqual(first.upserted);
    expect(await context.collection.countDocuments()).toBe(1);
  });

  it('deletes once', async () => {
    await context.collection.insertMany([{ a: 1 }, { a: 1 }]);
    const [, second] = await twice({ delete: context.collection.collectionName, deletes: [{ q: { a: 1 }, limit: 1 }] });
    expect(second).toMatchObject({ n: 1 });
    expect(await context.collection.countDocuments()).toBe(1);
  });

  it('finds and modifies once, with the same answer', async () => {
    await context.collection.insertOne({ _id: 1, n: 0 });
    const [first, second] = await twice({
      findAndModify: context.collection.collectionName,
      query: {},
      update: { $inc: { n: 1 } },
      new: true,
    });
    expect(first.value).toEqual({ _id: 1, n: 1 });
    expect(second.value).toEqual(first.value);
    expect(await context.collection.findOne()).toMatchObject({ n: 1 });
  });

  it('does what had failed the first time', async () => {
    await context.collection.createIndex({ a: 1 }, { unique: true });
    await context.collection.insertOne({ _id: 9, a: 1 });
    const command = {
      insert: context.collection.collectionName,
      documents: [{ _id: 1, a: 1 }],
      lsid: { id: new UUID(randomUUID()) },
      txnNumber: Long.fromNumber(1),
    };
    expect(await send(command)).toMatchObject({ writeErrors: [{ code: 11000 }] });
    await context.collection.deleteOne({ _id: 9 });
    expect(await send(command)).toMatchObject({ n: 1 });
  });

  it('is refused when its number is older than the newest', async () => {
    const lsid = { id: new UUID(randomUUID()) };
    const insert = (number: number): Promise<Document> =>
      send({ insert: context.collection.collectionName, documents: [{}], lsid, txnNumber: Long.fromNumber(number) });
    await insert(5);
    expect(await insert(4)).toMatchObject({ ok: 0, code: 225 });
  });

  it('may not be one on many documents', async () => {
    const updates = [{ q: {}, u: { $set: { a: 1 } }, multi: true }];
    const [first] = await twice({ update: context.collection.collectionName, updates });
    expect(first).toMatchObject({ writeErrors: [{ code: 72 }] });
  });
});

describe('The driver', () => {
  const failNext = (data: Document): Promise<Document> =>
    context.client.db('admin').command({ configureFailPoint: 'failCommand', mode: { times: 1 }, data });

  const itEmbedded = process.env.MONGODB_URI ? it.skip : it;

  itEmbedded('sends a write again after an error that allows it', async () => {
    await failNext({ failCommands: ['insert'], errorCode: 11600, errorLabels: ['RetryableWriteError'] });
    await context.collection.insertOne({ _id: 1 });
    expect(await context.collection.countDocuments()).toBe(1);
  });

  itEmbedded('sends a write again after its connection broke', async () => {
    await failNext({ failCommands: ['insert'], closeConnection: true });
    await context.collection.insertOne({ _id: 1 });
    expect(await context.collection.countDocuments()).toBe(1);
  });

  itEmbedded('gets the outcome of a write whose answer was lost', async () => {
    await context.collection.insertOne({ _id: 1, n: 0 });
    await context.client.db('admin').command({ configureFailPoint: 'onPrimaryTransactionalWrite', mode: { times: 1 } });
    await context.collection.updateOne({ _id: 1 }, operators({ $inc: { n: 1 } }));
    expect(await context.collection.findOne()).toMatchObject({ n: 1 });
  });

  itEmbedded('does not wait behind another write of its session that a fail point holds up', async () => {
    await failNext({ failCommands: ['insert'], blockConnection: true, blockTimeMS: 1000 });
    const other = await RawConnection.open(context.server.uri);
    const session = { lsid: { id: new UUID(randomUUID()) }, $db: context.database.databaseName };
    const insert = (_id: number): Document => ({ insert: context.collection.collectionName, documents: [{ _id }], ...session });
    const answered: number[] = [];
    const heldUp = connection.command({ ...insert(2), txnNumber: Long.fromNumber(2) }).then(() => answered.push(2));
    await other.command({ ping: 1, $db: 'admin' });
    await other.command({ ...insert(1), txnNumber: Long.fromNumber(1) }).then(() => answered.push(1));
    await heldUp;
    other.close();
    expect(answered).toEqual([1, 2]);
  });
});
