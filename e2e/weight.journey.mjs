/* global window -- inside the page */
import assert from 'node:assert/strict';

/** Bytes on the wire, headers included. */
const limits = { script: 150_000, all: 200_000 };
const wideWindow = { width: 1360, height: 900 };
const phone = { width: 390, height: 844 };
/** A slow line of a phone: 150 ms there and back, 1.6 megabits a second. */
const slowLine = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 90_000 };
/** How far things may jump while a page arrives, as browsers sum it up. */
const mostJumping = 0.05;

/** What one page brings by itself, from the first byte until the line has been silent for half a second. */
async function weigh(page, address) {
  const devtools = await page.context().newCDPSession(page);
  const kinds = new Map();
  const weight = { script: 0, all: 0, files: [] };
  devtools.on('Network.responseReceived', ({ requestId, response, type }) => kinds.set(requestId, { type, url: response.url }));
  devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const { type, url } = kinds.get(requestId) ?? {};
    weight.all += encodedDataLength;
    if (type === 'Script') weight.script += encodedDataLength;
    weight.files.push(url);
  });
  await devtools.send('Network.enable');
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  return weight;
}

/** Words and pages that a browser learned of only once the program had arrived, by the names of their files. */
const thatCameLate = () => {
  const files = performance.getEntriesByType('resource');
  const program = files.find(({ name }) => /\/libraries-/.test(name));
  return files
    .filter(({ name, startTime }) => /\/words-|Page-[^/]*\.(js|css)/.test(name) && startTime > program.responseEnd)
    .map(({ name }) => name);
};

export const journeys = {
  'The first view of the directory is light in every language, on a wide window and on a phone': async (reader) => {
    for (const [language, viewport] of [
      ['en', wideWindow],
      ['ar', wideWindow],
      ['fr', phone],
      ['es', phone],
    ]) {
      const visitor = await reader.another({ viewport });
      const { script, all, files } = await weigh(visitor.page, `/directory?lang=${language}`);
      await visitor.page.locator('.organisations > li').first().waitFor();
      await visitor.page.locator('.still-map .map__seat').first().waitFor();
      const found = `${language}: ${script} bytes of script, ${all} in all`;
      assert.ok(script > 100_000 && script <= limits.script && all <= limits.all, `${found}\n${files.join('\n')}`);
      assert.equal(files.filter((file) => /maps-|world-/.test(file)).length, 0, 'the map waits to be asked for');
      visitor.assertNoFault();
      await visitor.leave();
    }
  },

  'Nothing jumps while a page arrives on a slow line, and it comes together with its words': async (reader) => {
    for (const address of ['/', '/directory', '/map', '/organisations/child-rights-coalition-cambodia', '/sources']) {
      const visitor = await reader.another({ viewport: phone, isMobile: true, hasTouch: true });
      const { page } = visitor;
      const devtools = await page.context().newCDPSession(page);
      await devtools.send('Network.enable');
      await devtools.send('Network.emulateNetworkConditions', slowLine);
      await page.addInitScript(() => {
        window.jumps = 0;
        new PerformanceObserver((list) => {
          for (const { value } of list.getEntries()) window.jumps += value;
        }).observe({ type: 'layout-shift', buffered: true });
      });
      await page.goto(address);
      await page.waitForLoadState('networkidle');
      await page.locator('#main h1').waitFor();
      const jumps = await page.evaluate(() => window.jumps);
      assert.ok(jumps <= mostJumping, `${address} jumps by ${jumps.toFixed(3)}`);
      assert.deepEqual(await page.evaluate(thatCameLate), [], `${address} waits for parts`);
      visitor.assertNoFault();
      await visitor.leave();
    }
  },

  'Who reaches for the map has it': async ({ page }) => {
    await page.goto('/directory');
    await page.getByRole('button', { name: /Use this map$/ }).click();
    await page.locator('.map__ring').first().waitFor();
    await page
      .getByRole('link', { name: 'Home' })
      .or(page.getByRole('link', { name: 'Plenum' }))
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /in one place/ }).waitFor();
    await page.goBack();
    await page.locator('.map__ring').first().waitFor();
  },
};
