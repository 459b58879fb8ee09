// `npm test`: everything that must hold, ending with one line `N passed, M failed, K skipped`. `npm run check` leaves the journeys out.
// Every check (generating, lint, format, walls, types, build, weights) counts as one, every Jest test and every journey as one.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import {
  buildClient,
  buildDatabase,
  buildServer,
  generate,
  install,
  ProgramFailed,
  refuseOldNode,
  root,
  run,
  runBin,
  step,
} from './steps.mjs';

/** One more than there are cores, since many tests wait for a program or a disk; each takes up to a gigabyte. */
const workers = Math.min(availableParallelism() + 1, 8);
const withoutJourneys = process.argv.includes('--without-journeys');
const cache = join(root, '.cache');
const tally = { passed: 0, failed: 0, skipped: 0 };

/** One check that counts as one; the run goes on after a failure, so that one run shows all that is wrong. */
async function check(title, work) {
  try {
    await step(title, work);
    tally.passed += 1;
  } catch (error) {
    tally.failed += 1;
    console.log(error instanceof ProgramFailed ? error.output : error);
  }
}

/** A program that writes its own counts into a file; a program that dies before it has counted is one failure. */
async function count(title, resultFile, work, countsOf) {
  rmSync(resultFile, { force: true });
  const failure = await step(title, work).catch((error) => error);
  let counts;
  try {
    counts = countsOf(JSON.parse(readFileSync(resultFile, 'utf8')));
  } catch {
    counts = { passed: 0, failed: 1, skipped: 0 };
    console.log(failure instanceof ProgramFailed ? failure.output : failure);
  }
  if (failure && counts.failed === 0) counts.failed = 1;
  for (const key of Object.keys(tally)) tally[key] += counts[key];
}

async function checkTypesAndBuild() {
  await check('The import walls refuse what they must', () => run([process.execPath, 'scripts/check-walls.mjs']));
  await check('Nothing unused', () => runBin('knip', []));
  await check('Build the embedded database', buildDatabase);
  for (const workspace of ['server/embedded-mongodb', 'server', 'client']) {
    await check(`Types of ${workspace}`, () => runBin('tsc', ['-p', `${workspace}/tsconfig.json`, '--noEmit']));
  }
  await check('Build the server', buildServer);
  await check('Build the client within its weights', buildClient);
}

async function checkStyle() {
  await check('Lint', () => runBin('eslint', ['--cache', '--cache-location', join(cache, 'eslint'), '.']));
  const formatted = ['--cache', '--cache-location', join(cache, 'prettier'), '**/*.{ts,tsx,mjs,cjs,json}'];
  await check('Format (`npm run format` mends it)', () => runBin('prettier', ['--check', ...formatted]));
}

refuseOldNode();
mkdirSync(cache, { recursive: true });
try {
  await step('Install what is missing', install);
  await step('Generate types from the schema', generate);
  tally.passed += 1;

  // Beside all that follows, since it keeps one core busy for longer than types and builds do.
  const styleChecked = checkStyle();
  await checkTypesAndBuild();
  await count(
    'Jest',
    join(cache, 'jest.json'),
    () =>
      runBin('jest', ['-w', String(workers), '--json', `--outputFile=${join(cache, 'jest.json')}`], {
        show: true,
        // Room for what lives shortly: a seventh less work than with Node's own measure.
        flagsOfNode: ['--max-semi-space-size=64'],
      }),
    (result) => ({
      passed: result.numPassedTests,
      failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
      skipped: result.numPendingTests + result.numTodoTests,
    }),
  );
  await styleChecked;
  if (!withoutJourneys) {
    await count(
      'Journeys in a real browser',
      join(cache, 'journeys.json'),
      () => run([process.execPath, 'e2e/run.mjs', '--json', join(cache, 'journeys.json')], { show: true }),
      ({ passed, failed, skipped }) => ({ passed, failed, skipped }),
    );
  }
} catch (error) {
  tally.failed += 1;
  console.log(error instanceof ProgramFailed ? `${error.message}\n${error.output}` : error);
}
console.log(`${tally.passed} passed, ${tally.failed} failed, ${tally.skipped} skipped`);
process.exitCode = tally.failed ? 1 : 0;
