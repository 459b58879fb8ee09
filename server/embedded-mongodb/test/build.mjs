import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';

const workspace = path.resolve(import.meta.dirname, '..');
const compiler = createRequire(import.meta.url).resolve('typescript/bin/tsc');

/** Builds `dist/`, which the tests of the whole server start. Type errors are the type check's matter: they are shown, and the program is built all the same. */
export default function build() {
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'tsconfig.build.json'], {
    cwd: workspace,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const wroteNothing = status !== 0 && status !== 2;
  if (wroteNothing) throw new Error('The embedded server could not be built');
}
