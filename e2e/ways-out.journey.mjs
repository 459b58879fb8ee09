/* global document, DOMParser, getComputedStyle -- inside page.evaluate the program runs in the page */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { inflateRawSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';

const inTheList = (page) => page.locator('.organisations > li');

/** The text of one file in a zip archive. */
function unzipped(archive, name) {
  for (let at = archive.indexOf('PK\u0001\u0002'); at >= 0 && archive.readUInt32LE(at) === 0x02014b50;) {
    const local = archive.readUInt32LE(at + 42);
    const begin = local + 30 + archive.readUInt16LE(local + 26) + archive.readUInt16LE(local + 28);
    const bytes = archive.subarray(begin, begin + archive.readUInt32LE(at + 20));
    const nameEnd = at + 46 + archive.readUInt16LE(at + 28);
    if (archive.toString('utf8', at + 46, nameEnd) === name)
      return String(archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes));
    at += 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32);
  }
  throw new Error(`The archive holds no ${name}.`);
}

/** How many organisations a file holds, read as programs for it read it. */
const counts = {
  'CSV, for any program': (bytes) =>
    new Set(
      bytes
        .toString('utf8')
        .trim()
        .split(/\r?\n/)
        .slice(1)
        .map((line) => line.split(',')[0]),
    ).size,
  'Workbook for Excel': (bytes) => unzipped(bytes, 'xl/worksheets/sheet1.xml').match(/<row /g).length - 1,
  'GeoJSON, for maps': (bytes) => JSON.parse(bytes.toString('utf8')).features.length,
  'vCard, for address books': (bytes) => bytes.toString('utf8').match(/^BEGIN:VCARD\r$/gm).length,
  'JSON-LD, linked data': (bytes) => JSON.parse(bytes.toString('utf8'))['@graph'].length,
};

/** Another site with nothing on its page but this line. */
async function otherSite(line, language = 'en') {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html; charset=utf-8');
    response.end(
      `<!doctype html><html lang="${language}" dir="${language === 'ar' ? 'rtl' : 'ltr'}"><head><title>Another site</title>` +
        `<meta name="viewport" content="width=device-width, initial-scale=1"></head><body><main><h1>Another site</h1>${line}</main></body></html>`,
    );
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  // A journey that fails leaves it open, and must not keep the program from ending.
  server.unref();
  return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

async function assertAccessible(page) {
  const { violations } = await new AxeBuilder({ page }).analyze();
  assert.deepEqual(
    violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
    [],
  );
}

export const journeys = {
  'A reader takes the list home in each format, as it stands, by keyboard': async ({ page }) => {
    await page.goto('/directory?network=manara-network,crc-asia');
    await inTheList(page).first().waitFor();
    const shown = await inTheList(page).count();
    assert.ok(shown > 5);
    const menu = page.getByRole('button', { name: 'Download the list' });
    for (const [name, count] of Object.entries(counts)) {
      await menu.focus();
      await page.keyboard.press('Enter');
      const choice = page.getByRole('link', { name });
      await choice.waitFor();
      if (name.startsWith('CSV')) await assertAccessible(page);
      await choice.focus();
      const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
      const bytes = Buffer.concat(await (await download.createReadStream()).toArray());
      assert.match(download.suggestedFilename(), /^directory\.(csv|xlsx|geojson|vcf|jsonld)$/);
      assert.deepEqual([name, count(bytes)], [name, shown]);
    }
  },

  'The secretariat puts a part of the directory on another site, in its colours': async (reader) => {
    const { page } = reader;
    await page.goto('/directory?region=africa');
    await page.getByRole('button', { name: 'Download the list' }).click();
    await page.getByRole('link', { name: 'Show it on your website' }).click();
    await reader.sees('heading', 'The directory on your website');
    await page.getByLabel('What it shows').selectOption('The map');
    await page.getByLabel('Colour of the ground').fill('#102030');
    const preview = page.frameLocator('iframe[title=Preview]');
    await preview.getByRole('heading', { level: 1 }).waitFor();
    await preview.locator('html[data-theme=dark]').waitFor();
    await reader.assertAccessible();
    const line = await page.getByText(/^<script src/).innerText();
    assert.match(line, /data-region="africa" data-show="map" data-ground="102030"/);
    const site = await otherSite(line);
    const visitor = await reader.another();
    await visitor.page.goto(site.address);
    const frame = visitor.page.frameLocator('iframe');
    await frame.getByRole('link', { name: /^\d+ organisations$/ }).waitFor();
    assert.equal(await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor), 'rgb(16, 32, 48)');
    await assertAccessible(visitor.page);
    visitor.assertNoFault();
    await visitor.leave();
    site.close();
  },

  'A visitor of another site opens the portal from the frame, in the window around it, with its filters': async (reader) => {
    const site = await otherSite(`<script src="${reader.address}/embed.js" data-region="arab-region" async></script>`);
    const visitor = await reader.another({ viewport: { width: 1000, height: 800 } });
    const { page } = visitor;
    await page.goto(site.address);
    const frame = page.frameLocator('iframe');
    const all = frame.getByRole('link', { name: /^\d+ organisations$/ });
    await all.waitFor();
    const shown = Number.parseInt(await all.innerText(), 10);
    assert.equal(await inTheList(frame).count(), Math.min(12, shown));
    await frame.getByRole('link', { name: 'Open in Plenum' }).waitFor();
    const content = await frame.locator('body').evaluate((body) => Math.ceil(body.getBoundingClientRect().height));
    await page.waitForFunction((height) => Math.abs(document.querySelector('iframe').getBoundingClientRect().height - height) < 2, content);
    assert.deepEqual(await visitor.context.cookies(), [], 'the frame sets no cookie');
    await assertAccessible(page);
    await all.click();
    await page.waitForURL(`${reader.address}/directory?region=arab-region&lang=en`);
    await page
      .getByRole('status')
      .filter({ hasText: `${shown} organisations found` })
      .waitFor();
    visitor.assertNoFault();
    await visitor.leave();
    site.close();
  },

  'The frame speaks Arabic on an Arabic page, on a phone in the dark, and keeps nothing': async (reader) => {
    const site = await otherSite(`<script src="${reader.address}/embed.js" data-lang="ar" async></script>`, 'ar');
    const visitor = await reader.another({ viewport: { width: 360, height: 740 }, colorScheme: 'dark', locale: 'ar' });
    const { page } = visitor;
    await page.goto(site.address);
    const frame = page.frameLocator('iframe[title="منظمات حقوق الطفل"]');
    await frame.getByRole('heading', { level: 1, name: 'منظمات حقوق الطفل' }).waitFor();
    await frame.locator('.map__pin').first().waitFor();
    assert.deepEqual(await frame.locator('html').evaluate(({ lang, dir }) => [lang, dir]), ['ar', 'rtl']);
    assert.equal(await frame.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth), 0);
    assert.equal(await frame.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor), 'rgb(23, 21, 19)');
    await assertAccessible(page);
    const before = await inTheList(frame).count();
    await frame.getByRole('button', { name: /^اعرض/ }).click();
    await inTheList(frame).nth(before).waitFor();
    assert.deepEqual(await visitor.context.cookies(), []);
    // Where browsers would let it keep something, it keeps nothing either.
    await page.goto(`${reader.address}/embed`);
    await inTheList(page).first().waitFor();
    assert.deepEqual(await visitor.context.cookies(), []);
    assert.equal(await page.evaluate(() => localStorage.length), 0);
    visitor.assertNoFault();
    await visitor.leave();
    site.close();
  },

  'No other page of the portal can be framed': async (reader) => {
    const site = await otherSite(`<iframe title="Framed" src="${reader.address}/sign-in"></iframe>`);
    const visitor = await reader.another();
    const refused = visitor.page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await visitor.page.goto(site.address);
    await refused;
    await visitor.leave();
    site.close();
  },

  'Feed and sitemap are read by a browser, and lead to pages that say who they are about': async ({ page }) => {
    await page.goto('/organisations/child-rights-coalition-cambodia');
    await page.getByRole('heading', { level: 1, name: 'Child Rights Coalition Cambodia' }).waitFor();
    const read = await page.evaluate(async () => {
      const documentAt = async (address) => new DOMParser().parseFromString(await (await fetch(address)).text(), 'application/xml');
      const feed = await documentAt(document.querySelector('link[type="application/atom+xml"]').href);
      const sitemap = await documentAt('/sitemap.xml');
      const data = JSON.parse(document.querySelector('script[type="application/ld+json"]').textContent);
      return {
        faults: [feed, sitemap].map((each) => each.querySelectorAll('parsererror').length),
        entries: feed.querySelectorAll('entry').length,
        places: [...sitemap.querySelectorAll('loc')].map(({ textContent }) => textContent),
        name: data.name,
        canonical: document.querySelector('link[rel=canonical]').href,
      };
    });
    assert.deepEqual(read.faults, [0, 0]);
    assert.equal(read.entries, 50);
    assert.equal(read.name, 'Child Rights Coalition Cambodia');
    assert.ok(read.places.includes(`${read.canonical}?lang=ar`));
    assert.ok(!read.places.some((place) => /example-|juniper/.test(place)), 'what is invented for members stands in no sitemap');
  },
};
