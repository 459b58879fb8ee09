import { randomUUID } from 'node:crypto';
import type { Document } from 'bson';
import { Long, UUID } from 'bson';
import { RawConnection } from './support/RawConnection.js';
import { useCollection } from './support/server.js';

const context = useCollection();

let connection: RawConnection;
beforeAll(async () => {
  connection = await RawConnection.open(context.server.uri);
});
afterAll(() => connection.close());

const send = (command: Document): Promise<Document> => connection.command({ ...command, $db: context.database.databaseName });
const newSession = (): Document => ({ id: new UUID(randomUUID()) });
const insert = (more: Document): Promise<Document> => send({ insert: context.collection.collectionName, documents: [{}], ...more });

describe('A session', () => {
  it('is what a cursor belongs to', async () => {
    await context.collection.insertMany([{}, {}, {}]);
    const lsid = newSession();
    const { cursor } = await send({ find: context.collection.collectionName, batchSize: 1, lsid });
    const getMore = { getMore: Long.fromValue(cursor.id), collection: context.collection.collectionName, batchSize: 1 };
    expect(await send(getMore)).toMatchObject({ ok: 0, code: 50736 });
    expect(await send({ ...getMore, lsid: newSession() })).toMatchObject({ ok: 0, code: 50738 });
    expect(await send({ ...getMore, lsid })).toMatchObject({ ok: 1 });
  });

  it('takes its cursors and its transaction along when it ends', async () => {
    await context.collection.insertMany([{}, {}, {}]);
    const lsid = newSession();
    const { cursor } = await send({ find: context.collection.collectionName, batchSize: 1, lsid });
    await insert({ lsid, txnNumber: Long.fromNumber(1), startTransaction: true, autocommit: false });
    await send({ endSessions: [lsid] });
    expect(await send({ getMore: Long.fromValue(cursor.id), collection: context.collection.collectionName, lsid })).toMatchObject({
      code: 43,
    });
    const commit = { commitTransaction: 1, $db: 'admin', lsid, txnNumber: Long.fromNumber(1), autocommit: false };
    expect(await connection.command(commit)).toMatchObject({ ok: 0, code: 251 });
  });

  it('needs an id that is a UUID', async () => {
    expect(await send({ ping: 1, lsid: { id: 5 } })).toMatchObject({ ok: 0 });
  });

  it.each([
    ['a transaction number without a session', { txnNumber: Long.fromNumber(1) }, 72],
    ['autocommit that is true', { lsid: newSession(), txnNumber: Long.fromNumber(1), autocommit: true }, 72],
    ['a start without autocommit', { lsid: newSession(), txnNumber: Long.fromNumber(1), startTransaction: true }, 72],
    ['a transaction that was never started', { lsid: newSession(), txnNumber: Long.fromNumber(1), autocommit: false }, 251],
  ])('cannot hold %s', async (_what, fields, code) => {
    expect(await insert(fields)).toMatchObject({ ok: 0, code });
  });

  it('gives transactions numbers that only rise', async () => {
    const lsid = newSession();
    const start = (number: number): Promise<Document> =>
      insert({ lsid, txnNumber: Long.fromNumber(number), startTransaction: true, autocommit: false });
    expect(await start(2)).toMatchObject({ ok: 1 });
    expect(await start(1)).toMatchObject({ ok: 0, code: 225 });
    expect(await start(2)).toMatchObject({ ok: 0 });
  });

  it('aborts its open transaction when it starts the next one', async () => {
    const lsid = newSession();
    await insert({ lsid, txnNumber: Long.fromNumber(1), startTransaction: true, autocommit: false });
    await insert({ lsid, txnNumber: Long.fromNumber(2), startTransaction: true, autocommit: false });
    await connection.command({ commitTransaction: 1, $db: 'admin', lsid, txnNumber: Long.fromNumber(2), autocommit: false });
    expect(await context.collection.countDocuments()).toBe(1);
  });

  it('knows a transaction that it has committed, and one that it has aborted', async () => {
    const lsid = newSession();
    const first = { lsid, txnNumber: Long.fromNumber(1), autocommit: false };
    await insert({ ...first, startTransaction: true });
    await connection.command({ commitTransaction: 1, $db: 'admin', ...first });
    expect(await insert(first)).toMatchObject({ ok: 0, code: 256 });
    expect(await connection.command({ abortTransaction: 1, $db: 'admin', ...first })).toMatchObject({ ok: 0, code: 256 });
    const second = { lsid, txnNumber: Long.fromNumber(2), autocommit: false };
    await insert({ ...second, startTransaction: true });
    await connection.command({ abortTransaction: 1, $db: 'admin', ...second });
    expect(await insert(second)).toMatchObject({ ok: 0, code: 251 });
  });

  it('lets a transaction read with a concern at its first command alone', async () => {
    const lsid = newSession();
    const fields = { lsid, txnNumber: Long.fromNumber(1), autocommit: false };
    expect(await insert({ ...fields, startTransaction: true, readConcern: { level: 'snapshot' } })).toMatchObject({ ok: 1 });
    expect(await insert({ ...fields, readConcern: { level: 'snapshot' } })).toMatchObject({ ok: 0, code: 72 });
  });
});
