// `npm run bench`: speed as ratios within one run; the words after `--` go to the measurement.
import { prepare, root, run, tell } from './steps.mjs';
import { join } from 'node:path';

try {
  await prepare();
  await run([process.execPath, join(root, 'bench/run.mjs'), ...process.argv.slice(2)], { show: true });
} catch (error) {
  if (error.output === '') process.exitCode = 1;
  else tell(error);
}
