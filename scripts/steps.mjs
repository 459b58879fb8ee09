// What `npm start`, `npm test` and `npm run dev` have in common: installing, generating and building only what has changed.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');
const stamps = join(root, '.cache', 'stamps');
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const [major, minor] = process.versions.node.split('.').map(Number);

export function refuseOldNode() {
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Plenum needs Node 20.19 or newer; this is ${process.version}.`);
  process.exit(1);
}

/** Runs one titled step and prints its time; a step that returns 'unchanged' had nothing to do. */
export async function step(title, work) {
  const begun = performance.now();
  try {
    const outcome = await work();
    const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
    console.log(`${seconds} s  ${title}${outcome === 'unchanged' ? ' (nothing changed)' : ''}`);
  } catch (error) {
    const seconds = ((performance.now() - begun) / 1000).toFixed(1).padStart(6);
    console.log(`${seconds} s  ${title}: failed`);
    throw error;
  }
}

/** A program that ended with another code than 0; `output` is all that it printed. */
export class ProgramFailed extends Error {
  constructor(words, code, output) {
    super(`${words.join(' ')} ended with ${code}`);
    this.output = output;
  }
}

/** Runs a program in `cwd` and resolves with its output; `show` passes the output through instead of keeping it. */
export function run(words, { cwd = root, show = false, environment = {} } = {}) {
  return new Promise((resolvePromise, reject) => {
    const [program, ...rest] = words;
    const child = spawn(program, rest, {
      cwd,
      env: { ...process.env, ...environment },
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      shell: process.platform === 'win32',
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    // Whoever ends this program ends the one that it waits for; the child decides how to end.
    const passOn = (signal) => child.kill(signal);
    for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, passOn);
    child.on('error', reject);
    child.on('close', (code) => {
      for (const signal of ['SIGTERM', 'SIGINT']) process.off(signal, passOn);
      if (code === 0) resolvePromise(output);
      else reject(new ProgramFailed(words, code, output));
    });
  });
}

/** Runs a program that a dependency brings, without going through npm. */
export const runBin = (name, words, { flagsOfNode = [], ...options } = {}) =>
  run([process.execPath, ...flagsOfNode, binOf(name), ...words], options);

function binOf(name) {
  const [packageName, command] = {
    tsc: ['typescript', 'tsc'],
    vite: ['vite', 'vite'],
    jest: ['jest', 'jest'],
    eslint: ['eslint', 'eslint'],
    knip: ['knip', 'knip'],
    'graphql-codegen': ['@graphql-codegen/cli', 'graphql-codegen'],
    tsx: ['tsx', 'tsx'],
    prettier: ['prettier', 'prettier'],
  }[name];
  // A workspace's own comes first: types are checked by the compiler of the workspaces, which is faster than the one that the linter needs.
  const folder = ['server', 'client', '.'].map((place) => join(root, place, 'node_modules', packageName)).find(existsSync);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

/** Whether node_modules holds what package-lock.json asks for; packages for other systems may be missing. */
export function isInstalled() {
  const installedFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedFile)) return false;
  const installed = JSON.parse(readFileSync(installedFile, 'utf8')).packages;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      (!path.startsWith('node_modules') && !path.includes('/node_modules/')) ||
      (installed[path] ? installed[path].version === entry.version : entry.optional || entry.devOptional || entry.peer),
  );
}

export async function install() {
  if (isInstalled()) return 'unchanged';
  await run([npm, 'ci', '--no-audit', '--no-fund']);
}

/** Runs `work` unless the inputs (files and folders) are as they were when it last succeeded and every output is still there. */
export async function whenChanged(name, { inputs, outputs }, work) {
  const stampFile = join(stamps, name);
  const now = fingerprint(inputs);
  const isSame =
    existsSync(stampFile) && readFileSync(stampFile, 'utf8') === now && outputs.every((output) => existsSync(join(root, output)));
  if (isSame) return 'unchanged';
  await work();
  mkdirSync(stamps, { recursive: true });
  writeFileSync(stampFile, fingerprint(inputs));
}

function fingerprint(inputs) {
  const hash = createHash('sha256').update(process.version);
  for (const input of inputs) {
    for (const file of filesBelow(join(root, input))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file}\0${size}\0${mtimeMs}\n`);
    }
  }
  return hash.digest('hex');
}

const passedOver = new Set(['node_modules', 'dist', 'generated', '.cache', 'coverage']);
const isTest = (name) => /\.test\.tsx?$/.test(name);
function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => !passedOver.has(entry.name) && !isTest(entry.name))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesBelow(join(path, entry.name)));
}

const sharedInputs = ['package-lock.json', 'tsconfig.base.json'];

export const generate = () =>
  whenChanged(
    'codegen',
    {
      inputs: ['schema', 'codegen.yml', 'client/src', ...sharedInputs],
      outputs: ['server/src/generated/graphql.ts', 'client/src/generated/graphql.ts'],
    },
    () => runBin('graphql-codegen', ['--config', 'codegen.yml']),
  );

export const buildDatabase = () =>
  whenChanged(
    'embedded-mongodb',
    {
      inputs: [
        'server/embedded-mongodb/src',
        'server/embedded-mongodb/tsconfig.build.json',
        'server/embedded-mongodb/package.json',
        ...sharedInputs,
      ],
      outputs: ['server/embedded-mongodb/dist/worker.bundle.js'],
    },
    () => run([npm, 'run', '--silent', 'build', '-w', 'server/embedded-mongodb']),
  );

export const buildServer = () =>
  whenChanged(
    'server',
    { inputs: ['server/src', 'server/tsconfig.build.json', 'schema', 'codegen.yml', ...sharedInputs], outputs: ['server/dist/main.js'] },
    () => runBin('tsc', ['-p', 'server/tsconfig.build.json', '--noCheck']),
  );

export const buildClient = () =>
  whenChanged('client', { inputs: ['client', 'schema', 'codegen.yml', ...sharedInputs], outputs: ['client/dist/index.html'] }, () =>
    run([npm, 'run', 'build', '-w', 'client']),
  );

/** Everything that the portal needs before it can be started. */
export async function prepare() {
  refuseOldNode();
  await step('Install what is missing', install);
  await step('Generate types from the schema', generate);
  await step('Build the embedded database', buildDatabase);
  await step('Build the server', buildServer);
  await step('Build the client', buildClient);
}

export function tell(error) {
  console.error(error instanceof ProgramFailed ? `\n${error.message}\n\n${error.output}` : error);
  process.exitCode = 1;
}
