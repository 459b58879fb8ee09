import { spawnSync } from 'node:child_process';
import path from 'node:path';

/** Builds `dist/`, which the tests of the whole server start. */
export default function build() {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: path.resolve(import.meta.dirname, '..'),
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (status !== 0) throw new Error('The embedded server could not be built');
}
