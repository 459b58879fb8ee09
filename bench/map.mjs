// How long the map keeps the browser's main thread, with generated places: from the arrival of the answer to the last marker drawn.
// Printed, not judged: `node bench/map.mjs [--rounds 5]`, on a built portal. Above 5,000 points the server gathers;
// the row of 10,000 gathered by the browser says what that spares.
/* global document, requestAnimationFrame, window -- inside page.evaluate the program runs in the page */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launchBrowser } from '../e2e/browser.mjs';
import { start, stop } from './processes.mjs';

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
const rounds = Number(values.rounds);
const mostPoints = 5000;

/** The same places every time: a generator of numbers that begins with the count. */
function placesOf(count) {
  let state = count;
  const random = () => (state = (state * 16_807) % 2_147_483_647) / 2_147_483_647;
  const countries = ['KE', 'TG', 'CD', 'KH', 'PH', 'IN', 'FR', 'GB', 'CH', 'RO', 'LB', 'EG', 'BR', 'CL', 'US', 'FJ'];
  return Array.from({ length: count }, (_, at) => ({
    __typename: 'MapPoint',
    country: countries[at % countries.length],
    latitude: Number((random() * 110 - 45).toFixed(4)),
    longitude: Number((random() * 350 - 175).toFixed(4)),
    area: `City ${at}`,
    count: 1,
  }));
}

function grouped(places, keyOf) {
  const groups = new Map();
  for (const place of places) groups.set(keyOf(place), [...(groups.get(keyOf(place)) ?? []), place]);
  return groups;
}

/** The portal's own answer with the generated places in it, and the server's clusters of them where there are too many. */
function withPlaces(answer, places, isGathered) {
  const counts = grouped(places, ({ country }) => country);
  const { everywhere } = answer.data;
  everywhere.totalCount = places.length;
  everywhere.unplacedCount = 0;
  everywhere.places = [...counts].map(([country, all]) => ({
    ...all[0],
    __typename: 'OrganisationPlace',
    area: undefined,
    country,
    count: all.length,
  }));
  everywhere.points = isGathered ? null : places;
  return answer;
}

/** 240 clusters of a grid, as many as the server gives at most for the whole world on a wide window. */
function clustersOf(places) {
  const cells = grouped(places, ({ latitude, longitude }) => `${Math.floor(latitude / 9)} ${Math.floor(longitude / 18)}`);
  const edge = (all, name, choose) => choose(...all.map((each) => each[name]));
  const clusters = [...cells.values()].map((all) => ({
    __typename: 'MapCluster',
    latitude: all[0].latitude,
    longitude: all[0].longitude,
    count: all.length,
    countries: [{ __typename: 'CountryCount', country: all[0].country, count: all.length }],
    countryCount: 1,
    area: null,
    west: edge(all, 'longitude', Math.min),
    south: edge(all, 'latitude', Math.min),
    east: edge(all, 'longitude', Math.max),
    north: edge(all, 'latitude', Math.max),
    partsAtZoom: all.length > 1 ? 3 : null,
  }));
  return { data: { organisations: { __typename: 'OrganisationConnection', clusters: { __typename: 'MapClusters', clusters } } } };
}

async function draw(browser, address, count, isGathered) {
  const context = await browser.newContext({ baseURL: address, viewport: { width: 1280, height: 900 }, locale: 'en-GB' });
  const page = await context.newPage();
  const places = placesOf(count);
  await page.route('**/graphql', async (route) => {
    const asked = route.request().postDataJSON();
    if (asked.operationName === 'MapClusters') return route.fulfill({ json: clustersOf(places) });
    const response = await route.fetch();
    const answer = await response.json();
    const isMap = asked.operationName === 'DirectoryMap' && asked.variables.search === 'centre';
    return route.fulfill({ json: isMap ? withPlaces(answer, places, isGathered) : answer });
  });
  // The page with its program and its land stands; what is measured is the answer with the generated places.
  await page.goto('/map');
  await page.locator('.map__pin').first().waitFor();
  await page.waitForLoadState('networkidle');
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const metrics = async () =>
    Object.fromEntries((await devtools.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value * 1000]));
  await page.evaluate(() => {
    window.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    }).observe({ type: 'longtask' });
  });
  const arrived = page.waitForResponse((response) => response.request().postDataJSON()?.variables?.search === 'centre');
  await page.getByRole('searchbox').fill('centre');
  const begun = metrics();
  await arrived;
  const before = await begun;
  await page.waitForFunction(
    (total) => {
      const shown = [...document.querySelectorAll('.map__pin')].reduce((sum, pin) => sum + Number(pin.textContent.replaceAll(',', '')), 0);
      const outside = Number.parseInt((document.querySelector('.map__outside')?.textContent ?? '0').replaceAll(',', '') || '0', 10);
      return shown > 0 && shown + outside === total;
    },
    count,
    { polling: 50 },
  );
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
  const after = await metrics();
  const markers = await page.locator('.map__pin').count();
  const named = await page.evaluate(
    () => [...document.querySelectorAll('.map__pin')].filter((pin) => pin.tabIndex === 0 && pin.getAttribute('aria-label')).length,
  );
  const longest = await page.evaluate(() => window.longest);
  await context.close();
  const busy = (name) => after[name] - before[name];
  return {
    script: busy('ScriptDuration'),
    layout: busy('LayoutDuration') + busy('RecalcStyleDuration'),
    task: busy('TaskDuration'),
    longest,
    markers,
    named,
  };
}

const median = (numbers) => numbers.sort((one, other) => one - other)[Math.floor(numbers.length / 2)];

const folder = await mkdtemp(join(tmpdir(), 'plenum-bench-map-'));
const browser = await launchBrowser();
if (!browser) throw new Error('No Chromium was found; set CHROMIUM_PATH to it.');
const portal = await start(
  'server/dist/main.js',
  [],
  {
    PORT: '0',
    HOST: '127.0.0.1',
    DEMONSTRATION: 'true',
    RATE_LIMIT: '0',
    LOG_LEVEL: 'warn',
    PLENUM_DATA: folder,
    MONGODB_URI: '',
    NODE_ENV: 'production',
  },
  /open at (http:\S+)/,
);
try {
  console.log(
    `Milliseconds of the main thread from typing to the last marker, median of ${rounds}; the aim: 50 for 108, 300 for 10,000.\n`,
  );
  console.log('organisations  gathered by   script  style+layout  all tasks  longest task  markers  reachable and named');
  for (const [count, isGathered] of [
    [108, false],
    [1000, false],
    [mostPoints, false],
    [10_000, false],
    [10_000, true],
  ]) {
    const results = [];
    for (let round = 0; round < rounds; round += 1) results.push(await draw(browser, portal.url, count, isGathered));
    const of = (name) => median(results.map((result) => result[name])).toFixed(0);
    console.log(
      `${String(count).padStart(13)}  ${(isGathered ? 'server' : 'browser').padEnd(11)} ${of('script').padStart(7)} ${of('layout').padStart(13)} ${of('task').padStart(10)} ${of('longest').padStart(13)} ${of('markers').padStart(8)} ${of('named').padStart(20)}`,
    );
  }
} finally {
  await browser.close();
  await stop(portal);
  await rm(folder, { recursive: true, force: true });
}
