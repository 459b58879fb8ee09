import { RawConnection } from './support/RawConnection.js';
import { describeEmbedded, errorOf, useCollection } from './support/server.js';

const context = useCollection();

jest.setTimeout(60_000);

describeEmbedded('The server', () => {
  it('ends a query whose time is over', async () => {
    await context.collection.insertMany(Array.from({ length: 5_000 }, (_, n) => ({ n, text: 'x'.repeat(200) })));
    const slow = { $expr: { $gt: [{ $size: { $filter: { input: { $range: [0, 2_000] }, cond: { $gt: ['$$this', '$n'] } } } }, 5_000] } };
    expect(await errorOf(context.collection.find(slow).maxTimeMS(50).toArray())).toMatchObject({ code: 50 });
  });

  it('ends a regular expression that goes back without end when the time is over, and serves others soon', async () => {
    await context.collection.insertOne({ text: `${'a'.repeat(100)}b` });
    const other = await context.server.connect();
    await other.db('admin').command({ ping: 1 });
    for (const slow of [{ text: /^(a+)+$/ }, { $expr: { $regexMatch: { input: '$text', regex: '^(a+)+$' } } }]) {
      const ended = errorOf(context.collection.find(slow).maxTimeMS(50).toArray());
      const begin = performance.now();
      await other.db('admin').command({ ping: 1 });
      expect(performance.now() - begin).toBeLessThan(2_000);
      expect(await ended).toMatchObject({ code: 50 });
      expect(await errorOf(context.collection.find(slow).toArray())).toMatchObject({ code: 51156 });
    }
  });

  it('refuses clients beyond its limit and takes others when some have left', async () => {
    const connections: RawConnection[] = [];
    let refused = 0;
    for (let index = 0; index < 2_005; index += 1) connections.push(await RawConnection.open(context.server.uri));
    for (const connection of connections.slice(1_990)) {
      const answer = await connection.command({ ping: 1, $db: 'admin' });
      if (answer.ok === 0) {
        refused += 1;
        expect(answer.errmsg).toContain('too many connections');
      }
    }
    expect(refused).toBeGreaterThanOrEqual(5);
    expect(refused).toBeLessThanOrEqual(10);
    connections.forEach((connection) => connection.close());
    const again = await untilServed();
    expect(await again.command({ ping: 1, $db: 'admin' })).toMatchObject({ ok: 1 });
    again.close();
  });

  it('does not keep more answers than one for a client that reads none', async () => {
    await context.collection.insertMany(Array.from({ length: 8 }, (_, index) => ({ _id: index, text: 'x'.repeat(1_000_000) })));
    const slow = await RawConnection.open(context.server.uri);
    slow.pause();
    // The memory is that of the whole process, tests included, so what counts is how much it grows: fifty answers are 400 MB.
    const resident = async (): Promise<number> => (await context.database.command({ serverStatus: 1 })).mem.resident;
    const before = await resident();
    const find = { find: context.collection.collectionName, $db: context.database.databaseName };
    for (let index = 0; index < 50; index += 1) slow.sendCommand(find);
    for (let index = 0; index < 20; index += 1) await context.database.command({ ping: 1 });
    expect((await resident()) - before).toBeLessThan(200);
    slow.resume();
    for (let index = 0; index < 50; index += 1) expect((await slow.answer()).cursor.firstBatch).toHaveLength(8);
    slow.close();
  });
});

const untilServed = async (): Promise<RawConnection> => {
  for (;;) {
    const connection = await RawConnection.open(context.server.uri);
    const answer = await connection.command({ ping: 1, $db: 'admin' });
    if (answer.ok === 1) return connection;
    connection.close();
  }
};
