// `npm run embedded-mongodb -- --data DIR --port N`: the embedded database alone, for any driver, mongosh or test suite.
import { buildDatabase, install, refuseOldNode, root, run, step, tell } from './steps.mjs';
import { join } from 'node:path';

try {
  refuseOldNode();
  await step('Install what is missing', install);
  await step('Build the embedded database', buildDatabase);
  await run([process.execPath, join(root, 'server/embedded-mongodb/dist/cli.js'), ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? root,
    show: true,
  });
} catch (error) {
  if (error.output === '') process.exitCode = 1;
  else tell(error);
}
