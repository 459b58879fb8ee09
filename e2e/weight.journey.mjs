import assert from 'node:assert/strict';

/** Bytes on the wire, headers included. */
const limits = { script: 150_000, all: 200_000 };
const windows = { 'a wide window': { width: 1360, height: 900 }, 'a phone': { width: 390, height: 844 } };

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

export const journeys = {
  'The first view of the directory is light in every language, on a wide window and on a phone': async (reader) => {
    for (const [name, viewport] of Object.entries(windows)) {
      for (const language of ['en', 'fr', 'es', 'ar']) {
        const visitor = await reader.another({ viewport });
        const { script, all, files } = await weigh(visitor.page, `/directory?lang=${language}`);
        await visitor.page.locator('.organisations > li').first().waitFor();
        await visitor.page.locator('.still-map .map__seat').first().waitFor();
        const found = `${name}, ${language}: ${script} bytes of script, ${all} in all`;
        assert.ok(script > 100_000 && script <= limits.script && all <= limits.all, `${found}\n${files.join('\n')}`);
        assert.equal(files.filter((file) => /maps-|world-/.test(file)).length, 0, 'the map waits to be asked for');
        visitor.assertNoFault();
        await visitor.leave();
      }
    }
  },

  'Who reaches for the map has it': async ({ page }) => {
    await page.goto('/directory');
    await page.getByRole('button', { name: /Use this map$/ }).click();
    await page.locator('.map__ring').first().waitFor();
    await page.getByRole('link', { name: 'Home' }).or(page.getByRole('link', { name: 'Plenum' })).first().click();
    await page.getByRole('heading', { level: 1, name: /in one place/ }).waitFor();
    await page.goBack();
    await page.locator('.map__ring').first().waitFor();
  },
};
