import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { startDirectory } from './directory/index.js';
import { Organisation } from './directory/Organisation.js';
import { organisationShape } from './directory/testing/records.js';
import { startPeople } from './people/index.js';
import { Account } from './people/Account.js';
import { ContactDetail } from './people/contact-details/ContactDetail.js';
import { startSession } from './people/sessions.js';
import { addPerson } from './people/testing/addPerson.js';
import { cookieOf } from './people/testing/cookieOf.js';
import { Pages } from './platform/http/Pages.js';
import { readPageList } from './platform/http/PageList.js';
import { createSite } from './platform/http/site.js';
import { StaticFiles } from './platform/http/StaticFiles.js';
import type { DescribePage, Portal } from './platform/Portal.js';
import { projectRoot } from './platform/project-root.js';
import { testDatabase } from './platform/testing/database.js';
import { testPortal } from './platform/testing/portal.js';
import { testMoment, testRequest } from './platform/testing/request.js';
import { unzipped } from './platform/testing/unzipped.js';
import { parseXml } from './platform/testing/xml.js';

testDatabase();

const environment = { DEMONSTRATION: 'false' };
const hostile = '</script><script>alert(1)</script> "Example" & Co';
let server: Server;
let address: string;
let member: string;
let ownPerson: string;
const portal = testPortal({ environment });

beforeAll(async () => {
  const servedFiles = new Map<string, Parameters<Portal['serveFile']>[1]>();
  const descriptions = new Map<string, DescribePage>();
  const listening: Portal = {
    ...portal,
    serveFile: (path, make) => void servedFiles.set(path, make),
    describePage: (pattern, describe) => void descriptions.set(pattern, describe),
  };
  const hidden = organisationShape({ name: 'Canary Hidden', slug: 'canary-hidden', country: 'KE', listing: 'UNLISTED' });
  const listed = organisationShape({ name: 'Kestrel Example Centre', slug: 'kestrel', country: 'KE', languages: ['en'] });
  await Organisation.insertMany([
    hidden,
    listed,
    organisationShape({ name: 'Canary For Members', slug: 'canary-members', country: 'KE', listing: 'MEMBERS' }),
    organisationShape({ name: hostile, slug: 'hostile', country: null }),
  ]);
  await ContactDetail.create([
    { organisationId: listed._id, kind: 'EMAIL', value: 'office@kestrel.example', visibility: 'PUBLIC' },
    { organisationId: listed._id, kind: 'PHONE', value: '+254 20 canary', visibility: 'MEMBERS' },
    { organisationId: hidden._id, kind: 'EMAIL', value: 'canary@hidden.example', visibility: 'PUBLIC' },
  ]);
  await startPeople(listening);
  await startDirectory(listening);
  member = await cookieFor(await addPerson());
  ownPerson = await cookieFor(await addPerson({ seats: [{ organisationId: hidden._id }] }));
  const page = new Pages(readFileSync(join(projectRoot, 'client', 'index.html'), 'utf8'));
  const request = testRequest({ environment });
  const site = createSite({
    servedBy: { environment: request.environment, log: request.log, clock: () => testMoment, publicUrl: 'https://portal.example' },
    files: new StaticFiles(join(projectRoot, 'client', 'public')),
    pages: { list: readPageList(), descriptions, client: page, framed: new Pages('<html><head><title>Framed</title></head></html>') },
    explorer: null,
    isReady: () => Promise.resolve(true),
    servedFiles,
    scriptsForOtherSites: new Set(['/embed.js']),
  });
  server = createServer(site as (request: unknown, response: unknown) => void).listen(0, '127.0.0.1');
  await once(server, 'listening');
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 60_000);

afterAll(async () => {
  server.close();
  server.closeAllConnections();
  await portal.stop();
});

async function cookieFor({ personId }: { personId: string }): Promise<string> {
  const request = { ...testRequest(), viewer: null, session: null };
  const account = await Account.findOne({ personId });
  await startSession(request, account!, 'LINK');
  return cookieOf(request.cookies.headers);
}

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> => fetch(`${address}${path}`, { headers });
const textOf = async (path: string, headers: Record<string, string> = {}): Promise<string> => (await get(path, headers)).text();
const workbook = (archive: ArrayBuffer): string => [...unzipped(Buffer.from(archive)).values()].join('\n');
const contentOf = (html: string, name: string): string | undefined =>
  new RegExp(`<meta (?:name|property)="${name}" content="([^"]*)"`).exec(html)?.[1];

const files = ['/directory.csv', '/directory.xlsx', '/directory.geojson', '/directory.vcf', '/directory.jsonld'];
const documents = ['/organisations.atom', '/sitemap.xml', '/robots.txt'];
const pages = ['/', '/directory', '/directory?q=canary', '/map', '/sources', '/organisations/kestrel', '/organisations/hostile'];

describe('what is not for everybody is in no file, feed, sitemap or page', () => {
  test.each([...files, ...documents, ...pages])('%s', async (path) => {
    for (const cookie of ['', member, ownPerson]) {
      const answer = await get(path, { Cookie: cookie });
      expect(answer.status).toBe(200);
      const body = path.endsWith('.xlsx') ? workbook(await answer.arrayBuffer()) : await answer.text();
      expect(body.replace('q=canary', '')).not.toMatch(/canary/i);
    }
  });

  test('the search for what leaks can find something', async () => {
    for (const path of [...files.filter((file) => !file.endsWith('.xlsx')), '/organisations.atom'])
      expect(await textOf(path)).toContain('Kestrel');
    expect(await textOf('/sitemap.xml')).toContain('/organisations/kestrel');
    expect(await textOf('/directory.vcf')).toContain('EMAIL:office@kestrel.example');
  });

  test('hidden, for members alone and unknown answer alike to a stranger', async () => {
    const answers = await Promise.all(
      ['canary-hidden', 'canary-members', 'nobody-at-all'].map(async (slug) => {
        const answer = await get(`/organisations/${slug}`);
        const headers = Object.fromEntries([...answer.headers].filter(([name]) => !['x-request-id', 'date'].includes(name)));
        return { status: answer.status, headers, body: await answer.text() };
      }),
    );
    expect(answers[0]?.status).toBe(404);
    expect(answers[0]?.body).toContain('<title>There is no page at this address · Plenum</title>');
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[2]).toEqual(answers[0]);
    expect((await get('/organisations/canary-hidden/peers')).status).toBe(404);
    expect((await get('/organisations/kestrel/peers')).status).toBe(200);
  });

  test('those who may see it find it there, and search engines are still told nothing', async () => {
    expect((await get('/organisations/canary-members', { Cookie: member })).status).toBe(200);
    expect((await get('/organisations/canary-hidden', { Cookie: member })).status).toBe(404);
    const own = await get('/organisations/canary-hidden', { Cookie: ownPerson });
    expect(own.status).toBe(200);
    const html = await own.text();
    expect(html).toContain('<meta name="robots" content="noindex" />');
    expect(html).not.toContain('Canary');
  });
});

describe('addresses', () => {
  test.each(['/nowhere', '/directory/nowhere', '/organisations', '/index.html', '/wp-login.php', '/organisations/%E0%A4%A', '/embed/more'])(
    '%s is no page',
    async (path) => {
      const answer = await get(path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await answer.text()).toContain('noindex');
    },
  );

  test.each(['/', '/directory', '/directory/', '/map?at=1,2,3', '/account', '/sign-in', '/organisation', '/organisations/kestrel'])(
    '%s is a page',
    async (path) => {
      expect((await get(path)).status).toBe(200);
    },
  );

  test('the page for an unknown address speaks the language of its reader', async () => {
    const html = await textOf('/nowhere', { 'Accept-Language': 'ar' });
    expect(html).toContain('<html lang="ar" dir="rtl">');
    expect(html).toContain('لا توجد صفحة في هذا العنوان');
  });

  test('a page that means something to its reader alone asks search engines to pass by', async () => {
    expect(await textOf('/account')).toContain('<meta name="robots" content="noindex" />');
  });
});

describe('the HTML of an organisation', () => {
  test('says who it is, where its page is in each language, and the same as data', async () => {
    const html = await textOf('/organisations/kestrel?lang=fr&view=table');
    expect(html).toContain('<html lang="fr" dir="ltr">');
    expect(html).toContain('<title>Kestrel Example Centre · Plenum</title>');
    expect(contentOf(html, 'description')).toBe('Organisation nationale ou locale · Kenya.');
    expect(html).toContain('<link rel="canonical" href="https://portal.example/organisations/kestrel?lang=fr" />');
    expect(html.match(/rel="alternate" hreflang/g)).toHaveLength(5);
    expect(contentOf(html, 'og:title')).toBe('Kestrel Example Centre');
    expect(contentOf(html, 'og:url')).toBe('https://portal.example/organisations/kestrel?lang=fr');
    expect(html.match(/name="description"/g)).toHaveLength(1);
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '') as object;
    expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': 'Organization', name: 'Kestrel Example Centre' });
  });

  test('is not broken by a name, and runs nothing that a name says', async () => {
    const answer = await get('/organisations/hostile');
    const html = await answer.text();
    // Its program, what it says of itself, and the script that the client's document is built with.
    expect(html.match(/<script/g)).toHaveLength(3);
    expect(html).not.toContain('<script>alert');
    expect(html).toContain('<title>&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt; &quot;Example&quot; &amp; Co · Plenum</title>');
    const data = JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '') as { name: string };
    expect(data.name).toBe(hostile);
    expect(answer.headers.get('content-security-policy')).toMatch(/script-src 'self' 'sha256-[^' ]+';/);
  });

  test.each(['/', '/directory', '/map', '/sources', '/directory/embed'])(
    'and of %s has title, description, address and data too',
    async (path) => {
      const html = await textOf(path, { 'Accept-Language': 'es' });
      expect(html).toMatch(/<title>.+ · Plenum<\/title>/);
      expect(contentOf(html, 'description')).toMatch(/\w{4,}/);
      expect(html).toContain(`<link rel="canonical" href="https://portal.example${path}" />`);
      expect(() => JSON.parse(/<script type="application\/ld\+json">(.*?)<\/script>/.exec(html)?.[1] ?? '') as unknown).not.toThrow();
    },
  );
});

describe('the feed', () => {
  test('is whole: lasting ids, moments, addresses, the newest first', async () => {
    const answer = await get('/organisations.atom?lang=fr');
    expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
    expect(answer.headers.get('content-disposition')).toBeNull();
    const [feed] = parseXml(await answer.text()).all('feed');
    expect(feed?.attributes).toMatchObject({ xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': 'fr' });
    const entries = feed?.all('entry') ?? [];
    expect(entries.map((entry) => entry.textOf('title'))).toEqual([hostile, 'Kestrel Example Centre']);
    const ids = [feed, ...entries].map((each) => each?.textOf('id'));
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) expect(id).toMatch(/^urn:uuid:[0-9a-f-]{36}$/);
    for (const each of [feed, ...entries]) expect(Number.isNaN(Date.parse(each?.textOf('updated') ?? ''))).toBe(false);
    const links = entries[1]?.all('link').map(({ attributes }) => attributes['href']);
    expect(links).toEqual(['https://portal.example/organisations/kestrel?lang=fr']);
  });

  test('keeps its ids from one reading to the next, in every language', async () => {
    const idsIn = async (language: string): Promise<unknown[]> =>
      parseXml(await textOf('/organisations.atom', { 'Accept-Language': language }))
        .all('entry')
        .map((entry) => entry.textOf('id'));
    expect(await idsIn('ar')).toEqual(await idsIn('en'));
  });
});

describe('what search engines read', () => {
  test('the sitemap names every public page in each language, with its others', async () => {
    const map = parseXml(await textOf('/sitemap.xml'));
    const places = map.all('loc').map(({ text }) => text);
    expect(places).toContain('https://portal.example/organisations/kestrel?lang=ar');
    expect(places).toContain('https://portal.example/directory?lang=fr');
    expect(places.filter((place) => /account|sign-in|outbox|embed\?.*show|\/embed\?/.test(new URL(place).pathname))).toEqual([]);
    for (const url of map.all('url')) {
      expect(url.all('xhtml:link').map(({ attributes }) => attributes['hreflang'])).toEqual(['en', 'fr', 'es', 'ar', 'x-default']);
      expect(url.textOf('lastmod')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    }
    expect(new Set(places).size).toBe(places.length);
  });

  test('every page that the sitemap names is there, and may be shown', async () => {
    const paths = parseXml(await textOf('/sitemap.xml'))
      .all('loc')
      .map(({ text }) => text.replace('https://portal.example', ''));
    for (const path of paths) {
      const answer = await get(path);
      expect([path, answer.status, (await answer.text()).includes('noindex')]).toEqual([path, 200, false]);
    }
  });

  test('robots are led to the sitemap and kept from what is for people alone, and not from organisations', async () => {
    const text = await textOf('/robots.txt');
    expect(text).toContain('Sitemap: https://portal.example/sitemap.xml');
    expect(text).toContain('Disallow: /organisation$');
    expect(text).not.toMatch(/Disallow: \/organisations?$/m);
  });
});

describe('files', () => {
  test.each(files)('%s names itself, and is the list of the same address', async (path) => {
    const answer = await get(`${path}?country=KE,TG&q=kestrel`);
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename=${path.slice(1)}`);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
  });

  test('a question that no page would ask is refused in plain words', async () => {
    const answer = await get(`/directory.csv?country=${'KE,'.repeat(301)}`);
    expect([answer.status, await answer.text()]).toEqual([400, '`countries` may have at most 300 values.\n']);
  });
});

describe('other sites', () => {
  test('may frame the page made for it, and nothing else', async () => {
    const framed = await get('/embed?region=africa');
    expect(framed.headers.get('content-security-policy')).toContain('frame-ancestors *');
    expect(framed.headers.get('x-frame-options')).toBeNull();
    expect(framed.headers.getSetCookie()).toEqual([]);
    for (const path of ['/', '/directory', '/map', '/account', '/organisations/kestrel', '/nowhere', '/embed/more', '/directory/embed']) {
      const { headers } = await get(path);
      expect([path, headers.get('content-security-policy')]).toEqual([path, expect.stringContaining("frame-ancestors 'none'")]);
      expect(headers.get('x-frame-options')).toBe('DENY');
    }
  });

  test('may load the script that makes the frame', async () => {
    const script = await get('/embed.js');
    expect(script.status).toBe(200);
    expect(script.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    expect((await get('/icon.svg')).headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});
