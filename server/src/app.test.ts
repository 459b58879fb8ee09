import { createHash } from 'node:crypto';
import { createClient } from 'graphql-ws';
import mongoose from 'mongoose';
import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import type { RunningPortal } from './app.js';
import { startPortal } from './app.js';
import { readEnvironment } from './platform/env.js';
import { createLog } from './platform/log.js';
import { newDatabaseUri } from './platform/testing/database.js';
import { eventually, post, postBody, sendRaw, signInOverHttp } from './platform/testing/http.js';

jest.setTimeout(60_000);

const json = { 'Content-Type': 'application/json' };
const someOrganisations = '{ organisations(first: 2) { totalCount edges { node { slug name } } } }';
let portal: RunningPortal;
let port: number;

beforeAll(async () => {
  const environment = readEnvironment({ PORT: '0', HOST: '127.0.0.1', MONGODB_URI: newDatabaseUri(), DEMONSTRATION: 'true' });
  portal = await startPortal({ environment, log: createLog('silent') });
  port = Number(new URL(portal.url).port);
});

afterAll(async () => {
  await mongoose.connection.dropDatabase();
  await portal.stop();
});

describe('a running portal', () => {
  test('says that it lives and is ready', async () => {
    expect((await fetch(`${portal.url}/health/live`)).status).toBe(200);
    const ready = await fetch(`${portal.url}/health/ready`);
    expect([ready.status, await ready.json()]).toEqual([200, { status: 'ready' }]);
  });

  test('answers a stranger, with a reference on every answer', async () => {
    const { status, data, headers } = await post(portal.url, someOrganisations);
    expect(status).toBe(200);
    expect(data).toMatchObject({ organisations: { totalCount: expect.any(Number) } });
    expect(headers.get('x-request-id')).toMatch(/^[0-9A-F]{12}$/);
  });

  test('offers its schema to everybody', async () => {
    const { data } = await post(portal.url, '{ __schema { queryType { name } types { name } } }');
    expect(JSON.stringify(data)).toContain('OrganisationConnection');
  });

  test('sends a page that may run its own scripts alone, of those written into it the one that the client was built with', async () => {
    const answer = await fetch(`${portal.url}/`);
    const { headers } = answer;
    const [, written = ''] = /<script>([^]*?)<\/script>/.exec(await answer.text()) ?? [];
    const hash = createHash('sha256').update(written).digest('base64');
    expect(written).toContain('theme');
    expect(headers.get('content-security-policy')).toContain(`;script-src 'self' 'sha256-${hash}';`);
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('says of the parts of a page only what browsers heed for them', async () => {
    const page = await (await fetch(`${portal.url}/directory`)).text();
    const [part] = /\/assets\/[\w-]+\.js/.exec(page) ?? [];
    const { status, headers } = await fetch(`${portal.url}${part}`);
    expect(status).toBe(200);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin');
    expect(headers.get('content-security-policy')).toBeNull();
    // What a browser may open by itself keeps its guard, pictures that can hold scripts among them.
    expect((await fetch(`${portal.url}/icon.svg`)).headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  test.each(['/api/v1/organisations', '/health/unknown', '/graphql/extra', '/assets/missing.js', '/assets/../package.json'])(
    'has nothing at %s',
    async (path) => {
      expect(await sendRaw(port, [`GET ${path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n`])).toMatch(/^HTTP\/1\.1 404 /);
    },
  );
});

describe('bad input gets a clear message', () => {
  test.each([
    ['an unknown short name', '{ organisation(slug: "nobody-of-that-name") { name } }'],
    ['a short name of the wrong shape', '{ organisation(slug: "../../etc/passwd\\u0000") { name } }'],
    ['a short name that is a filter', '{ organisation(slug: "{ \\"$ne\\": null }") { name } }'],
  ])('%s is nobody', async (_what, query) => {
    expect(await post(portal.url, query)).toMatchObject({ status: 200, data: { organisation: null }, errors: [] });
  });

  test('a key of the wrong shape is nobody for a member, and closed to a stranger', async () => {
    const query = '{ person(id: "not a key") { name } }';
    const stranger = await post(portal.url, query);
    expect(stranger.errors).toMatchObject([{ message: 'Please sign in first.', extensions: { code: 'UNAUTHENTICATED' } }]);
    const headers = { Cookie: await signInOverHttp(portal.url, 'MEMBER') };
    expect(await post(portal.url, query, { headers })).toMatchObject({ data: { person: null }, errors: [] });
  });

  test('a number where a text belongs is refused by name', async () => {
    const { status, errors } = await post(portal.url, '{ organisation(slug: 7) { name } }');
    expect(status).toBe(400);
    expect(errors[0]!.message).toBe('String cannot represent a non string value: 7');
  });

  test('variables of the wrong shape are refused by name', async () => {
    const query = 'query ($first: Int!) { organisations(first: $first) { totalCount } }';
    const { status, errors } = await post(portal.url, query, { variables: { first: 'many' } });
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
    expect(errors[0]!.message).toContain('Variable "$first" got invalid value "many"');
  });

  test.each([100_000, 0, -5])('first: %d is refused', async (first) => {
    const { errors } = await post(portal.url, `{ organisations(first: ${first}) { totalCount } }`);
    expect(errors).toMatchObject([{ message: `\`first\` must be from 1 to 100, not ${first}.`, extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('a hundred organisations with a hundred peers each are too costly', async () => {
    const { status, errors } = await post(
      portal.url,
      '{ organisations(first: 100) { edges { node { peers(first: 100) { organisation { name slug level } } } } } }',
    );
    expect(status).toBe(400);
    expect(errors).toMatchObject([{ extensions: { code: 'OPERATION_TOO_COSTLY' } }]);
    expect(errors[0]!.message).toMatch(/^This operation would cost \d+ points; the most is \d+\./);
  });

  test('a cursor of another list is refused', async () => {
    const { errors } = await post(portal.url, '{ organisations(first: 1, after: "bm9uc2Vuc2U") { totalCount } }');
    expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  test('a query sixty levels deep is refused', async () => {
    const query = `{ organisation(slug: "a") ${'{ peers { organisation '.repeat(30)} { name } ${'} } '.repeat(30)} }`;
    const { status, errors } = await post(portal.url, query);
    expect([status, errors[0]!.message]).toEqual([400, 'This operation is 62 levels deep; the most is 15.']);
  });

  test('an alias bomb is refused', async () => {
    const bomb = Array.from({ length: 500 }, (_, at) => `a${at}: organisations(first: 100) { totalCount }`).join(' ');
    const { status, errors } = await post(portal.url, `{ ${bomb} }`);
    expect(status).toBe(400);
    expect(errors.map(({ message }) => message).join()).toMatch(/500 aliases; the most is 30|more tha[nt] \d+ tokens/);
  });

  test('a document that is none is refused with its place', async () => {
    const { status, errors } = await post(portal.url, '{ organisations( }');
    expect(status).toBe(400);
    expect(errors[0]!.message).toMatch(/^Syntax Error: /);
  });

  test.each([
    ['malformed JSON', '{"query": "{ network', json, 'The body is not JSON.'],
    ['an empty body', '', json, 'The body is not JSON.'],
    ['a list of operations', JSON.stringify([{ query: '{ __typename }' }]), json, 'Operation batching disabled.'],
    ['a body without an operation', '{}', json, 'POST body missing, invalid Content-Type, or JSON object has no keys.'],
    [
      'a form of another site',
      'query=%7Bviewer%7Bid%7D%7D',
      { 'Content-Type': 'application/x-www-form-urlencoded' },
      'This operation has been blocked as a potential Cross-Site Request Forgery',
    ],
    [
      'a post of another site',
      '{"query":"mutation { signOut { __typename } }"}',
      { 'Content-Type': 'text/plain' },
      'This operation has been blocked as a potential Cross-Site Request Forgery',
    ],
  ])('%s is refused', async (_what, body, headers, message) => {
    const { status, errors } = await postBody(portal.url, body, headers as Record<string, string>);
    expect(status).toBe(400);
    expect(errors[0]!.message).toContain(message);
    expect(errors[0]!.extensions).toMatchObject({ code: 'BAD_REQUEST' });
  });

  test('a post of JSON with a session from a page of another site is refused, by socket too', async () => {
    const foreign = { Origin: 'https://elsewhere.example', Cookie: await signInOverHttp(portal.url, 'MEMBER') };
    const { status, errors } = await postBody(portal.url, '{"query":"{ viewer { id } }"}', { ...json, ...foreign });
    expect([status, errors[0]!.extensions]).toMatchObject([403, { code: 'FORBIDDEN' }]);
    const socket = new WebSocket(`${portal.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', { headers: foreign });
    const [refusal] = (await once(socket, 'error')) as [Error];
    expect(refusal.message).toContain('403');
  });

  test('a mutation by GET is refused', async () => {
    const response = await fetch(`${portal.url}/graphql?query=${encodeURIComponent('mutation { signOut { __typename } }')}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(response.status).toBe(405);
  });

  test.each(['with its length said', 'without its length said'])('a body of 50 MB %s is refused, and others are served', async (how) => {
    const head = 'POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
    const block = Buffer.alloc(1_000_000, 'x');
    const chunks =
      how === 'with its length said'
        ? [`${head}Content-Length: 50000000\r\n\r\n`, ...Array<Buffer>(50).fill(block)]
        : [
            `${head}Transfer-Encoding: chunked\r\n\r\n`,
            ...Array.from({ length: 50 }, () => Buffer.concat([Buffer.from('f4240\r\n'), block, Buffer.from('\r\n')])),
          ];
    const answer = await sendRaw(port, chunks);
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('The body is longer than 1000000 bytes.');
    expect((await post(portal.url, '{ __typename }')).status).toBe(200);
  });

  test('somebody who hangs up in the middle of a body disturbs nobody', async () => {
    const socket = connect(port, '127.0.0.1');
    socket.end('POST /graphql HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"que');
    await once(socket.resume(), 'close');
    expect((await post(portal.url, '{ __typename }')).status).toBe(200);
  });
});

describe('answers that are kept', () => {
  const query = '{ organisations(first: 100) { totalCount edges { node { slug name affiliations { network } } } } }';

  test('are the same bytes the second time, compressed for whom it suits', async () => {
    const ask = (encoding: string): Promise<Response> =>
      fetch(`${portal.url}/graphql`, {
        method: 'POST',
        body: JSON.stringify({ query }),
        headers: { ...json, 'Accept-Encoding': encoding },
      });
    const plain = await (await ask('identity')).text();
    for (const encoding of ['br', 'gzip', 'br;q=0, gzip', 'identity']) {
      const answer = await ask(encoding);
      expect(answer.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : (encoding.split(' ').at(-1) ?? null));
      expect(await answer.text()).toBe(plain);
    }
  });

  test('follow the data', async () => {
    const { data } = await post(portal.url, query);
    const slug = (data as { organisations: { edges: { node: { slug: string } }[] } }).organisations.edges[0]!.node.slug;
    await mongoose.model('Organisation').updateOne({ slug }, { name: 'Aaa, renamed meanwhile' });
    await eventually(async () => JSON.stringify((await post(portal.url, query)).data).includes('Aaa, renamed meanwhile'));
  });

  test('are told apart by language and by reader', async () => {
    const wrong = '{ organisations(first: 3) { totalCount edges { node { name } } } viewer { person { name } } }';
    const member = { Cookie: await signInOverHttp(portal.url, 'MEMBER') };
    const secretariat = { Cookie: await signInOverHttp(portal.url, 'SECRETARIAT') };
    const nameOf = async (headers: Record<string, string>): Promise<unknown> =>
      (await post(portal.url, wrong, { headers })).data?.['viewer'];
    const [nobody, one, other] = [await nameOf({}), await nameOf(member), await nameOf(secretariat)];
    expect(nobody).toBeNull();
    expect(one).not.toEqual(other);
    expect(await nameOf(member)).toEqual(one);
    expect(await nameOf({})).toBeNull();
  });

  test('by GET carry a mark that saves sending them again', async () => {
    const address = `${portal.url}/graphql?query=${encodeURIComponent(query)}`;
    const headers = { 'apollo-require-preflight': '1' };
    const first = await fetch(address, { headers });
    expect(first.status).toBe(200);
    const again = await fetch(address, { headers: { ...headers, 'If-None-Match': first.headers.get('etag')! } });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });
});

describe('the socket for subscriptions', () => {
  const address = (): string => `${portal.url.replace('http', 'ws')}/graphql`;

  test('answers operations within the same limits', async () => {
    const client = createClient({ url: address(), webSocketImpl: WebSocket, retryAttempts: 0 });
    const answers: unknown[] = [];
    for await (const answer of client.iterate({ query: '{ __typename organisations(first: 1) { totalCount } }' })) answers.push(answer);
    expect(answers).toMatchObject([{ data: { __typename: 'Query' } }]);
    const tooDeep = client.iterate({
      query: `{ organisation(slug: "a") ${'{ peers { organisation '.repeat(10)} { name } ${'} } '.repeat(10)} }`,
    });
    await expect(tooDeep.next()).rejects.toMatchObject([{ message: 'This operation is 22 levels deep; the most is 15.' }]);
    const closed = client.iterate({ query: '{ person(id: "a") { name } }' });
    expect(await closed.next()).toMatchObject({ value: { errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] } });
    await client.dispose();
  });

  test.each([
    ['another site', '/graphql', 'https://elsewhere.example'],
    ['another path', '/elsewhere', undefined],
  ])('is closed to %s', async (_who, path, origin) => {
    const socket = new WebSocket(
      `${portal.url.replace('http', 'ws')}${path}`,
      'graphql-transport-ws',
      origin === undefined ? {} : { origin },
    );
    const failure = await new Promise<Error>((resolve) => socket.once('error', resolve));
    expect(failure.message).toContain('403');
  });
});
