import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { eventually, post, signInOverHttp } from './platform/testing/http.js';
import { Program } from './platform/testing/program.js';

jest.setTimeout(120_000);

const address = /open at (http:\S+)/;
const running: Program[] = [];
let folder: string;

function run(file: string, environment: Record<string, string> = {}, words: readonly string[] = []): Program {
  const program = new Program(file, environment, words);
  running.push(program);
  return program;
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenum-main-'));
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((program) => program.kill()));
  await rm(folder, { recursive: true, force: true });
});

/** It ended with 1 and said why in a sentence or two, without a stack. */
async function expectRefusal(program: Program, message: string | RegExp): Promise<void> {
  expect(await program.ends()).toBe(1);
  expect(program.errors).toMatch(message);
  expect(program.errors).not.toMatch(/^\s+at /m);
  expect(program.errors.trim().split('\n')).toHaveLength(1);
}

describe('a start that cannot succeed ends with 1 and one clear line', () => {
  test('when the port is in use', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    await expectRefusal(
      run('server/dist/main.js', { PORT: String(port), PLENUM_DATA: folder }),
      `Port ${port} is in use by another program.`,
    );
    other.close();
  });

  test('when the data folder cannot be used', async () => {
    const file = join(folder, 'a file');
    await writeFile(file, '');
    await expectRefusal(
      run('server/dist/main.js', { PLENUM_DATA: file }),
      /The data folder .*a file cannot be read and written \(EEXIST\)/,
    );
    await expectRefusal(
      run('server/dist/main.js', { PLENUM_DATA: join(file, 'below') }),
      /The data folder .*below cannot be read and written \(ENOTDIR\)/,
    );
  });

  test('when a setting cannot be understood', async () => {
    await expectRefusal(run('server/dist/main.js', { PORT: 'many' }), 'PORT must be a whole number from 0 to 65535, not "many".');
  });

  test.each([
    [
      'mongodb://user:secret@127.0.0.1:1/plenum',
      /The database at mongodb:\/\/127\.0\.0\.1:1\/plenum cannot be opened: nothing listens there/,
    ],
    ['mongodb://user:secret@no-such-host.invalid/plenum', /cannot be opened: no machine of that name is known/],
    ['mongodb://user:sec ret@@/plenum', /cannot be opened: .*MONGODB_URI/],
    ['postgres://user:secret@127.0.0.1/plenum', /MONGODB_URI must be an address that begins with mongodb:\/\//],
  ])('when MONGODB_URI is %s', async (uri, message) => {
    const program = run('server/dist/main.js', { MONGODB_URI: uri, PLENUM_DATA: folder });
    await expectRefusal(program, message);
    expect(program.errors + program.output).not.toContain('secret');
  });
});

describe('a portal on the embedded database', () => {
  test('keeps a second process from its folder, drains on SIGTERM, ends with 0 and has lost nothing', async () => {
    const first = run('server/dist/main.js', { PLENUM_DATA: folder });
    const url = await first.prints(address);
    expect(first.output).toMatch(/\d\.\d s {2}Open the database\n/);
    expect(first.output).toContain('sign in with one click');

    await expectRefusal(run('server/dist/main.js', { PLENUM_DATA: folder }), new RegExp(`The database in ${folder} cannot be opened`));
    const cookie = await signInOverHttp(url, 'MEMBER');
    const { data } = await post(url, '{ organisations(first: 1) { totalCount } }');

    const webSocket = new WebSocket(`${url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
    await once(webSocket, 'open');
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    let answer = '';
    socket.on('data', (chunk) => (answer += chunk.toString()));
    const body = JSON.stringify({ query: '{ viewer { person { name } } }' });
    socket.write(
      `POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nCookie: ${cookie}\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 9)}`,
    );
    await eventually(async () => (await post(url, '{ __typename }')).status === 200);
    first.signal('SIGTERM');
    await first.prints(/(Stopping)/);
    socket.write(body.slice(9));
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('"person":{"name":"');
    expect(await first.ends()).toBe(0);
    expect(first.errors).toBe('');

    const second = run('server/dist/main.js', { PLENUM_DATA: folder });
    const again = await second.prints(address);
    expect((await post(again, '{ organisations(first: 1) { totalCount } }')).data).toEqual(data);
    expect((await post(again, '{ viewer { person { name } } }', { headers: { Cookie: cookie } })).data).toMatchObject({
      viewer: { person: {} },
    });
    second.signal('SIGINT');
    expect(await second.ends()).toBe(0);
  });
});

describe('a database that goes away while the portal serves', () => {
  test('is told as an outage with a reference, and the portal recovers by itself', async () => {
    const serve = (port: string): Program => run('server/embedded-mongodb/dist/cli.js', {}, ['--data', folder, '--port', port]);
    const database = serve('0');
    const uri = await database.prints(/(mongodb:\S+)/);
    const portal = run('server/dist/main.js', { MONGODB_URI: uri, DEMONSTRATION: 'true' });
    const url = await portal.prints(address);
    const cookie = await signInOverHttp(url, 'SECRETARIAT');
    const person = '{ viewer { person { id name } } }';
    const ask = (): ReturnType<typeof post> => post(url, person, { headers: { Cookie: cookie } });
    expect((await ask()).errors).toEqual([]);

    await database.kill();
    await eventually(async () => (await fetch(`${url}/health/ready`)).status === 503);
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    const signIn = await post(url, 'mutation { signInAsDemonstrationPerson(input: { role: MEMBER }) { __typename } }', {
      headers: { 'Accept-Language': 'es' },
    });
    const [error] = signIn.errors;
    expect(error).toMatchObject({ extensions: { code: 'SERVICE_UNAVAILABLE', reference: signIn.headers.get('x-request-id') } });
    expect(error!.message).toContain('En este momento no podemos acceder a nuestros datos');
    expect(JSON.stringify(signIn.errors)).not.toMatch(/mongo|127\.0\.0\.1|ECONN/i);
    expect((await post(url, '{ organisations(first: 1) { totalCount } }')).errors).toEqual([]);

    const restarted = serve(new URL(uri).port);
    await restarted.prints(/(mongodb:\S+)/);
    await eventually(async () => (await fetch(`${url}/health/ready`)).status === 200);
    await eventually(async () => (await ask()).errors.length === 0);
    portal.signal('SIGTERM');
    expect(await portal.ends()).toBe(0);
  });

  test('does not keep the portal from ending', async () => {
    const database = run('server/embedded-mongodb/dist/cli.js', {}, ['--data', folder, '--port', '0']);
    const portal = run('server/dist/main.js', { MONGODB_URI: await database.prints(/(mongodb:\S+)/), DEMONSTRATION: 'true' });
    await portal.prints(address);
    await database.kill();
    portal.signal('SIGTERM');
    expect(await portal.ends()).toBe(0);
  });
});
