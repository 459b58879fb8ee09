import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import { createServer, get } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import type { Language } from '../language.js';
import { Pages } from './Pages.js';
import { StaticFiles } from './StaticFiles.js';

const script = `console.log(${JSON.stringify('words '.repeat(500))});`;
let folder: string;
let server: Server;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plenum-files-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'assets', 'main-1a2b.js'), script);
  await writeFile(join(folder, 'assets', 'made-3c4d.js'), script);
  await writeFile(join(folder, 'assets', 'made-3c4d.js.br'), brotliCompressSync(script));
  await writeFile(join(folder, 'icon.svg'), '<svg/>');
  const files = new StaticFiles(folder);
  const pages = new Pages('<!doctype html>\n<html lang="en" dir="ltr" class="a"><head></head></html>', (parts, language) => [
    `<link href="${parts?.module}-${language}" />`,
  ]);
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://localhost');
    const language = searchParams.get('lang');
    const parts = { module: pathname, words: [] };
    if (language) void pages.send(language as Language, request, response, { parts });
    else void files.serve(pathname, request, response).then((isThere) => isThere || response.writeHead(404).end());
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
});

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true });
});

interface Got {
  status: number | undefined;
  headers: Record<string, string | string[] | undefined>;
  body: Buffer;
}

async function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Got> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, path, headers, method, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) }));
    }).on('error', reject);
  });
}

test('an asset is kept by the browser for a year, as its name changes with its content', async () => {
  const { headers, body } = await ask('/assets/main-1a2b.js');
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  });
  expect(body.toString()).toBe(script);
  expect((await ask('/icon.svg')).headers['cache-control']).toBe('public, max-age=0, must-revalidate');
});

test('a file is compressed as the reader likes it', async () => {
  const brotli = await ask('/assets/main-1a2b.js', { 'accept-encoding': 'gzip, deflate, br' });
  expect(brotli.headers['content-encoding']).toBe('br');
  expect(brotliDecompressSync(brotli.body).toString()).toBe(script);
  const gzip = await ask('/assets/main-1a2b.js', { 'accept-encoding': 'gzip' });
  expect(gunzipSync(gzip.body).toString()).toBe(script);
  const made = await ask('/assets/made-3c4d.js', { 'accept-encoding': 'br' });
  expect(made.body).toEqual(brotliCompressSync(script));
  expect((await ask('/icon.svg', { 'accept-encoding': 'br' })).headers['content-encoding']).toBeUndefined();
});

test('a file that the reader has is not sent again', async () => {
  const { headers } = await ask('/icon.svg');
  const again = await ask('/icon.svg', { 'if-none-match': String(headers['etag']) });
  expect([again.status, again.body.length]).toEqual([304, 0]);
  expect((await ask('/icon.svg', { 'if-none-match': 'W/"another"' })).status).toBe(200);
});

test('who asks for the head alone gets no body', async () => {
  const { status, headers, body } = await ask('/assets/main-1a2b.js', {}, 'HEAD');
  expect([status, headers['content-length'], body.length]).toEqual([200, String(script.length), 0]);
});

test.each(['/missing.js', '/assets', '/../package.json', '/assets/..%2f..%2fpackage.json', '/assets/main-1a2b.js/', '/%00'])(
  'there is nothing at %s',
  async (path) => {
    expect((await ask(path)).status).toBe(404);
  },
);

test.each([
  ['ar', '<html lang="ar" dir="rtl">'],
  ['fr', '<html lang="fr" dir="ltr">'],
])('a page in %s says its language and direction before any script runs', async (language, tag) => {
  const { headers, body } = await ask(`/?lang=${language}`);
  expect(headers).toMatchObject({
    'content-language': language,
    'cache-control': 'private, no-cache',
    vary: 'Accept-Encoding, Accept-Language, Cookie',
  });
  expect(body.toString()).toContain(tag);
});

test('a page brings the parts of that page in that language', async () => {
  const linked = async (path: string): Promise<string | undefined> => /<link href="([^"]*)"/.exec(String((await ask(path)).body))?.[1];
  const addresses = ['/map?lang=ar', '/map?lang=fr', '/sources?lang=fr', '/map?lang=ar'];
  expect(await Promise.all(addresses.map(linked))).toEqual(['/map-ar', '/map-fr', '/sources-fr', '/map-ar']);
});

test('a folder that is not there has no files', () => {
  expect(new StaticFiles(join(folder, 'nowhere')).has('/index.html')).toBe(false);
});
