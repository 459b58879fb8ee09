// Runs the journeys: real people's errands in a real browser, on a portal of their own with fresh data.
// node e2e/run.mjs [--json FILE] [--address URL] [WORDS OF A NAME ...]
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { howToInstall, launchBrowser } from './browser.mjs';
import { startPortal } from './portal.mjs';
import { Reader } from './Reader.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { json: { type: 'string' }, address: { type: 'string' } } });
const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.journey.mjs'));
const modules = await Promise.all(files.map((file) => import(join(import.meta.dirname, file))));
const journeys = modules
  .flatMap(({ journeys }) => Object.entries(journeys))
  .filter(([name]) => positionals.every((words) => name.includes(words)));

const counts = { passed: 0, failed: 0, skipped: 0 };
const browser = await launchBrowser();
if (!browser) {
  console.log(`No Chromium was found, so ${journeys.length} journeys are skipped. Install it with: ${howToInstall}`);
  console.log('If it is installed elsewhere, set CHROMIUM_PATH to it.');
  counts.skipped = journeys.length;
} else {
  const portal = values.address ? { address: values.address, stop: async () => undefined } : await startPortal();
  try {
    for (const [name, journey] of journeys) await walk(name, journey, portal.address);
  } finally {
    await browser.close();
    await portal.stop();
  }
}
console.log(`${counts.passed} journeys passed, ${counts.failed} failed, ${counts.skipped} skipped.`);
if (values.json) writeFileSync(values.json, JSON.stringify(counts));
if (counts.failed) process.exitCode = 1;

async function walk(name, journey, address) {
  const begun = performance.now();
  const reader = await Reader.arrive(browser, address);
  try {
    await journey(reader);
    reader.assertNoFault();
    counts.passed += 1;
    console.log(`✓ ${name} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
  } catch (error) {
    counts.failed += 1;
    console.error(`✗ ${name}\n  at ${reader.page.url()}\n${error.stack}`);
  } finally {
    await reader.leave();
  }
}
