import type { ChangeStream, ChangeStreamDocument, ChangeStreamOptions } from 'mongodb';
import type { Thing } from './support/server.js';
import { errorOf, operators, useCollection } from './support/server.js';

const context = useCollection();

/** A stream that waits for news no longer than a test likes to. */
const watch = (
  target: { watch(pipeline: object[], options: ChangeStreamOptions): ChangeStream },
  pipeline: object[] = [],
  options: ChangeStreamOptions = {},
): ChangeStream => target.watch(pipeline, { maxAwaitTimeMS: 100, ...options });

/** Opens the stream at the server before anything else happens. */
const opened = async <Stream extends ChangeStream>(stream: Stream): Promise<Stream> => {
  await stream.tryNext();
  return stream;
};

const take = async (stream: ChangeStream, count: number): Promise<Record<string, unknown>[]> => {
  const events: ChangeStreamDocument[] = [];
  while (events.length < count) events.push(await stream.next());
  return events as unknown as Record<string, unknown>[];
};

describe('A change stream', () => {
  it('tells of inserts, updates, replacements and deletions in their order', async () => {
    const stream = await opened(watch(context.collection));
    await context.collection.insertOne({ _id: 1, a: 1, list: [1] });
    await context.collection.updateOne({}, operators({ $set: { b: 2 }, $unset: { a: 1 }, $push: { list: 2 } }));
    await context.collection.replaceOne({}, { c: 3 });
    await context.collection.deleteOne({});
    const [inserted, updated, replaced, deleted] = await take(stream, 4);
    const ns = { db: context.database.databaseName, coll: context.collection.collectionName };
    expect(inserted).toMatchObject({ operationType: 'insert', ns, documentKey: { _id: 1 }, fullDocument: { _id: 1, a: 1, list: [1] } });
    expect(updated).toMatchObject({
      operationType: 'update',
      updateDescription: { updatedFields: { b: 2, 'list.1': 2 }, removedFields: ['a'] },
    });
    expect(updated).not.toHaveProperty('fullDocument');
    expect(replaced).toMatchObject({ operationType: 'replace', fullDocument: { _id: 1, c: 3 } });
    expect(deleted).toMatchObject({ operationType: 'delete', documentKey: { _id: 1 } });
    await stream.close();
  });

  it('looks up the whole document of an update where that is wanted', async () => {
    await context.collection.insertOne({ _id: 1, a: 1 });
    const stream = await opened(watch(context.collection, [], { fullDocument: 'updateLookup' }));
    await context.collection.updateOne({}, { $set: { b: 2 } });
    expect(await take(stream, 1)).toMatchObject([{ fullDocument: { _id: 1, a: 1, b: 2 } }]);
    await stream.close();
  });

  it('keeps only what its pipeline lets through', async () => {
    const stream = await opened(
      watch(context.collection, [{ $match: { 'fullDocument.wanted': true } }, { $project: { 'fullDocument.name': 1 } }]),
    );
    await context.collection.insertMany([
      { wanted: false, name: 'a' },
      { wanted: true, name: 'b' },
    ]);
    expect(await take(stream, 1)).toMatchObject([{ fullDocument: { name: 'b' } }]);
    await stream.close();
  });

  it('goes on after the event whose token it is given', async () => {
    const stream = await opened(watch(context.collection));
    await context.collection.insertMany([1, 2, 3].map((_id) => ({ _id: _id })));
    const [first] = await take(stream, 1);
    await stream.close();
    const resumed = watch(context.collection, [], { resumeAfter: first?._id });
    expect(await take(resumed, 2)).toMatchObject([{ documentKey: { _id: 2 } }, { documentKey: { _id: 3 } }]);
    await resumed.close();
  });

  it('starts at a time of the past', async () => {
    const { operationTime } = await context.database.command({ insert: context.collection.collectionName, documents: [{ _id: 1 }] });
    await context.collection.insertOne({ _id: 2 });
    const stream = watch(context.collection, [], { startAtOperationTime: operationTime });
    expect(await take(stream, 2)).toMatchObject([{ documentKey: { _id: 1 } }, { documentKey: { _id: 2 } }]);
    await stream.close();
  });

  it('says that a token from before its history cannot be resumed', async () => {
    const longAgo = (await context.database.command({ ping: 1 })).operationTime.constructor;
    const stream = watch(context.collection, [], { startAtOperationTime: new longAgo({ t: 1, i: 1 }) });
    expect(await errorOf(stream.next())).toMatchObject({ code: 286 });
    await stream.close();
  });

  it('refuses a token that is none', async () => {
    const stream = watch(context.collection, [], { resumeAfter: { _data: 'zz' } });
    expect(await errorOf(stream.next())).toMatchObject({ code: 260 });
    await stream.close();
  });

  it('tells of a transaction when it is committed, all at once', async () => {
    await context.database.createCollection(context.collection.collectionName);
    const stream = await opened(watch(context.collection));
    const session = context.client.startSession();
    session.startTransaction();
    await context.collection.insertOne({ _id: 1 }, { session });
    await context.collection.insertOne({ _id: 2 }, { session });
    expect(await stream.tryNext()).toBeNull();
    await session.commitTransaction();
    await session.endSession();
    const [first, second] = await take(stream, 2);
    expect(first?.txnNumber).toBeDefined();
    expect(first?.clusterTime).toEqual(second?.clusterTime);
    await stream.close();
  });

  it('ends with an invalidation when its collection is dropped', async () => {
    await context.collection.insertOne({});
    const stream = await opened(watch(context.collection));
    await context.collection.drop();
    expect(await take(stream, 2)).toMatchObject([{ operationType: 'drop' }, { operationType: 'invalidate' }]);
    await stream.close();
  });

  it('of a database tells of each of its collections', async () => {
    const stream = await opened(watch(context.database));
    const other = context.database.collection<Thing>(`${context.collection.collectionName}-other`);
    await context.collection.insertOne({ _id: 1 });
    await other.insertOne({ _id: 2 });
    const events = await take(stream, 2);
    expect(events.map((event) => (event.ns as { coll: string }).coll)).toEqual([context.collection.collectionName, other.collectionName]);
    await stream.close();
  });

  it('of the whole cluster tells of each database', async () => {
    const stream = await opened(watch(context.client, [{ $match: { 'ns.coll': context.collection.collectionName } }]));
    await context.collection.insertOne({ _id: 1 });
    expect(await take(stream, 1)).toMatchObject([{ ns: { db: context.database.databaseName }, documentKey: { _id: 1 } }]);
    await stream.close();
  });

  it('gives documents as they were, of collections that keep them', async () => {
    const { collectionName } = context.collection;
    await context.database.createCollection(collectionName, { changeStreamPreAndPostImages: { enabled: true } });
    await context.collection.insertOne({ _id: 1, a: 1 });
    const stream = await opened(watch(context.collection, [], { fullDocument: 'required', fullDocumentBeforeChange: 'required' }));
    await context.collection.updateOne({}, { $set: { a: 2 } });
    expect(await take(stream, 1)).toMatchObject([{ fullDocumentBeforeChange: { a: 1 }, fullDocument: { a: 2 } }]);
    await stream.close();
  });

  it('keeps the token of each event as it is', async () => {
    const stream = await opened(watch(context.collection, [{ $project: { _id: 0 } }]));
    await context.collection.insertOne({});
    const error = await errorOf(stream.next());
    expect(error).toMatchObject({ message: expect.stringContaining('_id') });
    await stream.close();
  });
});
