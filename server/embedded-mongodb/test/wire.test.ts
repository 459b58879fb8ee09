import { BSON } from 'bson';
import { crc32c } from '../src/wire/crc32c.js';
import { RawConnection, bodySection, commandMessage, int32, message, opMsg, opQuery, sequenceSection } from './support/RawConnection.js';
import type { TestServer } from './support/server.js';
import { describeEmbedded, startTestServer } from './support/server.js';

let server: TestServer;
let connections: RawConnection[] = [];

beforeAll(async () => {
  server = await startTestServer();
});
afterEach(() => {
  connections.forEach((connection) => connection.close());
  connections = [];
});
afterAll(() => server.stop());

const open = async (): Promise<RawConnection> => {
  const connection = await RawConnection.open(server.uri);
  connections.push(connection);
  return connection;
};

const ping = { ping: 1, $db: 'wire' };

const query = (document: Record<string, unknown>): Buffer =>
  message(opQuery, Buffer.concat([int32(0), Buffer.from('admin.$cmd\0'), int32(0), int32(-1), BSON.serialize(document)]));

const withChecksum = (bytes: Buffer, damage = 0): Buffer => {
  const whole = Buffer.concat([bytes, int32(0)]);
  whole.writeInt32LE(whole.length, 0);
  whole.writeUInt32LE((crc32c(whole.subarray(0, -4)) ^ damage) >>> 0, whole.length - 4);
  return whole;
};

describeEmbedded('The wire', () => {
  it('answers the first hello in the old envelope', async () => {
    const socket = await open();
    socket.send(query({ ismaster: 1, helloOk: true }));
    expect(await socket.answer()).toMatchObject({ ok: 1, ismaster: true, helloOk: true, setName: 'embedded' });
  });

  it('answers no other command in the old envelope', async () => {
    const socket = await open();
    socket.send(query({ ping: 1 }));
    expect(await socket.answer()).toMatchObject({ ok: 0, code: 352 });
  });

  it('presents itself as the only member of a replica set, at its real address', async () => {
    const socket = await open();
    socket.send(commandMessage({ hello: 1, $db: 'admin' }));
    const address = `127.0.0.1:${new URL(server.uri).port}`;
    const hello = await socket.answer();
    expect(hello).toMatchObject({
      hosts: [address],
      me: address,
      primary: address,
      isWritablePrimary: true,
      logicalSessionTimeoutMinutes: 30,
      maxWireVersion: 25,
    });
    expect(hello).not.toHaveProperty('topologyVersion');
    expect(hello).not.toHaveProperty('compression');
    expect(hello.$clusterTime).toBeDefined();
    expect(hello.operationTime).toBeDefined();
  });

  it('takes messages in pieces and several at once', async () => {
    const socket = await open();
    const bytes = commandMessage(ping);
    socket.send(bytes.subarray(0, 5));
    socket.send(bytes.subarray(5));
    expect(await socket.answer()).toMatchObject({ ok: 1 });
    socket.send(
      Buffer.concat([
        commandMessage({ insert: 'pieces', documents: [{ _id: 1 }], $db: 'wire' }, 2),
        commandMessage({ count: 'pieces', $db: 'wire' }),
      ]),
    );
    expect(await socket.answer()).toMatchObject({ n: 1 });
  });

  it('takes documents beside the body', async () => {
    const socket = await open();
    const sections = [bodySection({ insert: 'beside', $db: 'wire' }), sequenceSection('documents', [{ _id: 1 }, { _id: 2 }])];
    socket.send(message(opMsg, Buffer.concat([int32(0), ...sections])));
    expect(await socket.answer()).toMatchObject({ ok: 1, n: 2 });
  });

  it('checks a checksum where there is one', async () => {
    const good = await open();
    good.send(withChecksum(commandMessage(ping, 1)));
    expect(await good.answer()).toMatchObject({ ok: 1 });
    const bad = await open();
    bad.send(withChecksum(commandMessage(ping, 1), 1));
    await bad.untilClosed();
  });

  it.each([
    ['a length that no message has', int32(50_000_000)],
    ['a negative length', int32(-1)],
    ['an unknown operation', message(4242, Buffer.alloc(8))],
    ['flags that it must understand and does not', commandMessage(ping, 1 << 5)],
    ['a section of an unknown kind', message(opMsg, Buffer.concat([int32(0), Buffer.of(9), BSON.serialize({})]))],
    ['a section longer than its message', message(opMsg, Buffer.concat([int32(0), Buffer.of(0), int32(900)]))],
    ['no body', message(opMsg, Buffer.concat([int32(0), sequenceSection('documents', [{}])]))],
    ['two bodies', message(opMsg, Buffer.concat([int32(0), bodySection(ping), bodySection(ping)]))],
  ])('closes the connection for %s, and only that one', async (_what, bytes) => {
    const other = await open();
    const socket = await open();
    socket.send(bytes);
    await socket.untilClosed();
    other.send(commandMessage(ping));
    expect(await other.answer()).toMatchObject({ ok: 1 });
  });

  it('answers a body that is no BSON with an error and goes on', async () => {
    const socket = await open();
    const body = Buffer.from(BSON.serialize({ ping: 'text', $db: 'wire' }));
    body.writeInt32LE(900, body.indexOf('ping') + 5);
    socket.send(message(opMsg, Buffer.concat([int32(0), Buffer.of(0), body])));
    expect(await socket.answer()).toMatchObject({ ok: 0, code: 22 });
    socket.send(commandMessage(ping));
    expect(await socket.answer()).toMatchObject({ ok: 1 });
  });

  it('wants to know the database', async () => {
    const socket = await open();
    socket.send(commandMessage({ ping: 1 }));
    expect(await socket.answer()).toMatchObject({ ok: 0, code: 9 });
  });
});
