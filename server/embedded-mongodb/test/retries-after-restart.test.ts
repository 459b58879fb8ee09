import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startEmbeddedMongoDB } from '@plenum/embedded-mongodb';
import type { Document } from 'bson';
import { Long, UUID } from 'bson';
import { RawConnection } from './support/RawConnection.js';
import { describeEmbedded } from './support/server.js';

jest.setTimeout(60_000);

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'embedded-mongodb-'));
});
afterEach(() => rm(directory, { recursive: true, force: true }));

/** The answers of a server that serves from the directory until it has answered them all. */
const answers = async (...commands: Document[]): Promise<Document[]> => {
  const server = await startEmbeddedMongoDB({ dataDirectory: directory });
  const connection = await RawConnection.open(server.uri);
  const given: Document[] = [];
  for (const command of commands) given.push(await connection.command({ ...command, $db: (command.$db as string | undefined) ?? 'test' }));
  connection.close();
  await server.stop();
  return given;
};

const numbered = (number = 1): Document => ({ lsid: { id: new UUID(randomUUID()) }, txnNumber: Long.fromNumber(number) });
const find = { find: 'things', filter: {} };

describeEmbedded('After a restart, a write that is sent again', () => {
  it('is not carried out a second time', async () => {
    const insert = {
      insert: 'things',
      documents: [
        { _id: 1, n: 0 },
        { _id: 2, n: 0 },
      ],
      ...numbered(),
    };
    const increase = { update: 'things', updates: [{ q: { _id: 1 }, u: { $inc: { n: 1 } } }], ...numbered() };
    const modify = { findAndModify: 'things', query: { _id: 2 }, update: { $inc: { n: 1 } }, new: true, ...numbered() };
    const [, , first] = await answers(insert, increase, modify);
    const [inserted, increased, modified, found] = await answers(insert, increase, modify, find);
    expect(inserted).toMatchObject({ ok: 1, n: 2, retriedStmtIds: [0, 1] });
    expect(increased).toMatchObject({ ok: 1, n: 1, nModified: 1, retriedStmtIds: [0] });
    expect(modified?.value).toEqual(first?.value);
    expect(found?.cursor.firstBatch).toEqual([
      { _id: 1, n: 1 },
      { _id: 2, n: 1 },
    ]);
  });

  it('is carried out where its number is newer, and refused where it is older', async () => {
    const session = numbered(5);
    await answers({ insert: 'things', documents: [{ _id: 1 }], ...session });
    const newer = { insert: 'things', documents: [{ _id: 2 }], ...session, txnNumber: Long.fromNumber(6) };
    const older = { insert: 'things', documents: [{ _id: 3 }], ...session, txnNumber: Long.fromNumber(4) };
    const [afterwards, refused] = await answers(newer, older);
    expect(afterwards).toMatchObject({ ok: 1, n: 1 });
    expect(refused).toMatchObject({ ok: 0, code: 225 });
  });

  it('may be the commit of a transaction', async () => {
    const session = { ...numbered(), autocommit: false };
    const commit = { commitTransaction: 1, $db: 'admin', ...session };
    await answers({ insert: 'things', documents: [{ _id: 1 }], ...session, startTransaction: true }, commit);
    const [again, found, unknown] = await answers(commit, find, { ...commit, txnNumber: Long.fromNumber(2) });
    expect(again).toMatchObject({ ok: 1 });
    expect(found?.cursor.firstBatch).toEqual([{ _id: 1 }]);
    expect(unknown).toMatchObject({ ok: 0, code: 251 });
  });
});
