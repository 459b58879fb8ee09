// Each part of the measurement runs in a process of its own.
import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const execute = promisify(execFile);

/** What `npm start` tells Node. */
export const flagsOfStart = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.start.match(/--\S+/g) ?? [];

/** Starts a program and resolves with its address once it has printed it. */
export function start(program, words, environment, address) {
  const child = spawn(process.execPath, [...flagsOfStart, join(root, program), ...words], {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolvePromise, reject) => {
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
      const url = address.exec(printed)?.[1];
      if (url) resolvePromise({ child, url });
    });
    child.once('exit', (code) => reject(new Error(`${program} ended with ${code} before it was ready\n${printed}`)));
  });
}

export async function stop({ child }) {
  if (child.exitCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  await gone;
}

/**
 * Puts load on an address and resolves with what was seen: answers a second, percentiles in milliseconds, wrong answers. It asks `body` again
 * and again, or each of `bodies` in turn.
 */
export async function runLoad({ url, bodies, ...load }) {
  const folder = await mkdtemp(join(tmpdir(), 'plenum-load-'));
  try {
    const bodiesFile = bodies && join(folder, 'bodies.json');
    if (bodiesFile) await writeFile(bodiesFile, JSON.stringify(bodies));
    const { stdout } = await execute(process.execPath, [
      join(root, 'bench/load.mjs'),
      JSON.stringify({ port: Number(new URL(url).port), path: '/graphql', ...load, bodiesFile }),
    ]);
    return JSON.parse(stdout);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Database commands a request, counted by the driver itself in a portal of its own: { anonymous, 'signed in' }. */
export async function countCommands(environment) {
  const { stdout } = await execute(process.execPath, [join(root, 'bench/count-commands.mjs')], { env: { ...process.env, ...environment } });
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
