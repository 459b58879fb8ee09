// `npm run dev`: the server restarts and the page reloads when a file is saved; the schema is generated anew when it changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { buildDatabase, generate, install, refuseOldNode, root, step, tell } from './steps.mjs';

const children = [];
function keepRunning(words, cwd) {
  const child = spawn(words[0], words.slice(1), { cwd, stdio: 'inherit', env: { ...process.env, NODE_ENV: 'development' } });
  children.push(child);
  child.on('close', (code) => {
    for (const other of children) other.kill('SIGTERM');
    process.exitCode = code ?? 0;
    schemaWatch.close();
  });
}

let schemaWatch;
try {
  refuseOldNode();
  await step('Install what is missing', install);
  await step('Generate types from the schema', generate);
  await step('Build the embedded database', buildDatabase);
  let pending;
  schemaWatch = watch(join(root, 'schema'), { recursive: true }, () => {
    clearTimeout(pending);
    pending = setTimeout(() => step('Generate types from the schema', generate).catch(tell), 200);
  });
  keepRunning(
    [
      process.execPath,
      join(root, 'node_modules/tsx/dist/cli.mjs'),
      'watch',
      '--clear-screen=false',
      '--include',
      '../schema/**/*.graphql',
      'src/main.ts',
    ],
    join(root, 'server'),
  );
  keepRunning([process.execPath, join(root, 'node_modules/vite/bin/vite.js')], join(root, 'client'));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => children.forEach((child) => child.kill(signal)));
} catch (error) {
  tell(error);
}
