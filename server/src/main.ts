import { startPortal } from './app.js';
import { demonstrationRoles } from './people/index.js';
import { createLog } from './platform/log.js';
import { readEnvironment } from './platform/env.js';
import { printStep, sayWhyNot } from './platform/terminal.js';

/** How long stopping may take before the process ends all the same, in milliseconds. */
const longestStop = 15_000;

async function main(): Promise<void> {
  const environment = readEnvironment();
  const log = createLog(environment.logLevel);
  const portal = await startPortal({ environment, log, step: printStep });
  console.log(`\nPlenum is open at ${portal.url}`);
  if (environment.demonstration) {
    const roles = demonstrationRoles.map((role) => role.toLowerCase().replaceAll('_', ' '));
    console.log(
      `This is the demonstration network: sign in with one click at ${portal.url}/sign-in as ${roles.slice(0, -1).join(', ')} or ${roles.at(-1)}.`,
    );
  } else {
    console.log(`Sign in with a link by mail at ${portal.url}/sign-in.`);
  }

  let isStopping = false;
  const stop = (): void => {
    if (isStopping) return;
    isStopping = true;
    console.log('Stopping: what is under way is answered first.');
    setTimeout(() => process.exit(1), longestStop).unref();
    portal.stop().then(
      () => process.exit(0),
      (error: unknown) => sayWhyNot(error),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

main().catch(sayWhyNot);
