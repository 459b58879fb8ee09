import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const program = join(import.meta.dirname, '../server/dist/main.js');
const patience = 120_000;

/** Starts the built portal, demonstration and all, on a free port with a data folder that goes when it stops. */
export async function startPortal() {
  const port = await freePort();
  const dataFolder = mkdtempSync(join(tmpdir(), 'plenum-journeys-'));
  const environment = { ...process.env, PORT: String(port), PLENUM_DATA: dataFolder, LOG_LEVEL: 'warn', RATE_LIMIT: '0' };
  for (const name of ['MONGODB_URI', 'SMTP_URL', 'PUBLIC_URL', 'DEMONSTRATION']) delete environment[name];
  const portal = spawn(process.execPath, [program], { env: environment, stdio: ['ignore', 'ignore', 'inherit'] });
  const address = `http://localhost:${port}`;
  const stop = async () => {
    if (portal.exitCode === null) {
      portal.kill('SIGTERM');
      await once(portal, 'exit');
    }
    rmSync(dataFolder, { recursive: true, force: true });
  };
  try {
    await isOpen(address, portal);
  } catch (error) {
    await stop();
    throw error;
  }
  return { address, stop };
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address();
  server.close();
  await once(server, 'close');
  return port;
}

async function isOpen(address, portal) {
  const deadline = Date.now() + patience;
  while (Date.now() < deadline) {
    if (portal.exitCode !== null) throw new Error(`The portal ended with ${portal.exitCode} before it was open.`);
    const answer = await fetch(`${address}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await wait(200);
  }
  throw new Error('The portal did not open within two minutes.');
}
