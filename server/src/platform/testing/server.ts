import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import mongoose from 'mongoose';

const { MongoClient } = mongoose.mongo;

/** Names the server of this Jest run, which global-setup.mjs has started or found. */
export const testServerVariable = 'PLENUM_TEST_SERVER';

/** The database server of a Jest run. */
export interface TestServer {
  uri: string;
  /** What it is, in the words that the run prints. */
  description: string;
  stop(): Promise<void>;
}

/** MONGODB_URI names a server that runs already, MONGOD a program to start; otherwise the embedded server is started. */
export async function startTestServer(env = process.env): Promise<TestServer> {
  if (env['MONGODB_URI']) return runningServer(env['MONGODB_URI']);
  if (env['MONGOD']) return mongod(env['MONGOD']);
  return embeddedServer();
}

async function runningServer(uri: string): Promise<TestServer> {
  return { uri, description: `MongoDB ${await versionOf(uri)} named by MONGODB_URI`, stop: () => Promise.resolve() };
}

async function embeddedServer(): Promise<TestServer> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'plenum-test-'));
  const { startEmbeddedMongoDB } = await import('@plenum/embedded-mongodb');
  const server = await startEmbeddedMongoDB({ dataDirectory, port: 0 });
  return {
    uri: server.uri,
    description: 'the embedded server',
    async stop() {
      await server.stop();
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

/** Starts a mongod as a replica set of one, since transactions and change streams need one. */
async function mongod(program: string): Promise<TestServer> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'plenum-mongod-'));
  const port = await freePort();
  const child = spawn(program, ['--dbpath', dataDirectory, '--port', String(port), '--bind_ip', '127.0.0.1', '--replSet', 'plenum'], {
    stdio: 'ignore',
  });
  const failed = once(child, 'error').then(([error]: unknown[]) =>
    Promise.reject(error instanceof Error ? error : new Error(String(error))),
  );
  const ended = once(child, 'exit').then(([code]) => Promise.reject(new Error(`${program} ended with ${String(code)}`)));
  const uri = `mongodb://127.0.0.1:${port}/?replicaSet=plenum`;
  await Promise.race([initiate(port), failed, ended]);
  return {
    uri,
    description: `MongoDB ${await versionOf(uri)} started from MONGOD`,
    async stop() {
      const gone = once(child, 'exit');
      child.kill('SIGTERM');
      await gone;
      await rm(dataDirectory, { recursive: true, force: true });
    },
  };
}

async function initiate(port: number): Promise<void> {
  const client = new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, { serverSelectionTimeoutMS: 30_000 });
  try {
    await client.db('admin').command({ replSetInitiate: { _id: 'plenum', members: [{ _id: 0, host: `127.0.0.1:${port}` }] } });
  } finally {
    await client.close();
  }
}

async function versionOf(uri: string): Promise<string> {
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: 30_000 });
  try {
    const { version } = await client.db('admin').command({ buildInfo: 1 });
    return String(version);
  } finally {
    await client.close();
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
