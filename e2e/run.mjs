// Runs the journeys: real people's errands in a real browser, file by file, three files side by side, each on a portal of its own with fresh data.
// node e2e/run.mjs [--json FILE] [--address URL] [--lanes N] [WORDS OF A NAME ...]
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { howToInstall, launchBrowser } from './browser.mjs';
import { startPortal } from './portal.mjs';
import { Reader } from './Reader.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'string' }, address: { type: 'string' }, lanes: { type: 'string', default: '3' } },
});
const names = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.journey.mjs'));
const modules = await Promise.all(names.map((file) => import(join(import.meta.dirname, file))));
const files = modules
  .map(({ journeys }) => Object.entries(journeys).filter(([name]) => positionals.every((words) => name.includes(words))))
  .filter((journeys) => journeys.length > 0)
  .sort((few, many) => many.length - few.length);

const counts = { passed: 0, failed: 0, skipped: 0 };
const browser = await launchBrowser();
if (!browser) {
  counts.skipped = files.flat().length;
  console.log(`No Chromium was found, so ${counts.skipped} journeys are skipped. Install it with: ${howToInstall}`);
  console.log('If it is installed elsewhere, set CHROMIUM_PATH to it.');
} else {
  // Who walks on a portal that runs already walks alone, since its data is everybody's.
  const lanes = values.address ? 1 : Number(values.lanes);
  const walking = await Promise.allSettled(Array.from({ length: lanes }, walkFiles));
  await browser.close();
  const broken = walking.find(({ status }) => status === 'rejected');
  if (broken) throw broken.reason;
}
console.log(`${counts.passed} journeys passed, ${counts.failed} failed, ${counts.skipped} skipped.`);
if (values.json) writeFileSync(values.json, JSON.stringify(counts));
if (counts.failed) process.exitCode = 1;

/** Takes one file after another, until none is left. */
async function walkFiles() {
  for (let journeys = files.shift(); journeys; journeys = files.shift()) {
    const portal = values.address ? { address: values.address, stop: async () => undefined } : await startPortal();
    try {
      for (const [name, journey] of journeys) await walk(name, journey, portal.address);
    } finally {
      await portal.stop();
    }
  }
}

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
