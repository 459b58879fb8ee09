// `npm run import -- FILE.csv`, `npm run seed` and the other commands of the server.
import { prepare, root, run, tell } from './steps.mjs';
import { join } from 'node:path';

try {
  await prepare();
  await run([process.execPath, join(root, 'server/dist/command-line.js'), ...process.argv.slice(2)], {
    cwd: process.env.INIT_CWD ?? root,
    show: true,
  });
} catch (error) {
  if (error.output === '') process.exitCode = 1;
  else tell(error);
}
