// How long the map keeps the browser's main thread, with generated places: from the question to the last marker drawn, in the thread's own time,
// less what the same page takes with no place at all (the list, the years, the search).
// Printed, not judged: `node bench/map.mjs [--rounds 5]`, on a built portal. Above 5,000 points the server gathers;
// the row of 10,000 gathered by the browser says what that spares.
/* global document, dispatchEvent, history, PopStateEvent, requestAnimationFrame -- inside page.evaluate the program runs in the page */
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
  await devtools.send('Performance.enable', { timeDomain: 'threadTicks' });
  const metrics = async () =>
    Object.fromEntries((await devtools.send('Performance.getMetrics')).metrics.map(({ name, value }) => [name, value * 1000]));
  const arrived = page.waitForResponse((response) => response.request().postDataJSON()?.variables?.search === 'centre');
  const before = await metrics();
  await page.evaluate(() => {
    history.pushState(null, '', '/map?q=centre');
    dispatchEvent(new PopStateEvent('popstate'));
  });
  await arrived;
  await page.waitForFunction(
    (total) => {
      const shown = [...document.querySelectorAll('.map__pin')].reduce((sum, pin) => sum + Number(pin.textContent.replaceAll(',', '')), 0);
      const outside = Number.parseInt((document.querySelector('.map__outside')?.textContent ?? '0').replaceAll(',', '') || '0', 10);
      return shown + outside === total && (total === 0 || shown > 0);
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
  await context.close();
  return { task: after.TaskDuration - before.TaskDuration, markers, named };
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
  console.log(`Milliseconds of the main thread, median of ${rounds}; the aim for the map: 50 for 108 organisations, 300 for 10,000.\n`);
  console.log('organisations  gathered by  whole page  the map  markers  reachable and named');
  let withoutPlaces = 0;
  for (const [count, isGathered] of [
    [0, false],
    [108, false],
    [1000, false],
    [mostPoints, false],
    [10_000, false],
    [10_000, true],
  ]) {
    const results = [];
    for (let round = 0; round < rounds; round += 1) results.push(await draw(browser, portal.url, count, isGathered));
    const of = (name) => median(results.map((result) => result[name])).toFixed(0);
    const page = Number(of('task'));
    if (count === 0) withoutPlaces = page;
    const columns = [isGathered ? 'server' : 'browser', page, page - withoutPlaces, of('markers'), of('named')];
    console.log([count, ...columns].map((column, at) => String(column).padStart([13, 12, 11, 8, 8, 20][at])).join(' '));
  }
} finally {
  await browser.close();
  await stop(portal);
  await rm(folder, { recursive: true, force: true });
}
