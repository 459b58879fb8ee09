import { testServerVariable } from './database.js';
import type { TestServer } from './server.js';
import { startTestServer } from './server.js';

declare global {
  var plenumTestServer: TestServer | undefined;
}

/** Starts the one database server of the whole run and says which it is; each test file has a database of its own on it. */
export default async function globalSetup(): Promise<void> {
  const server = await startTestServer();
  globalThis.plenumTestServer = server;
  process.env[testServerVariable] = server.uri;
  process.stdout.write(`The server's tests run on ${server.description}.\n`);
}
