// Starts the one database server of the whole run and says which it is; each test file has a database of its own on it.
// Jest loads this file without its own transforms, hence the words in plain JavaScript.
import { tsImport } from 'tsx/esm/api';

export default async function globalSetup() {
  const { startTestServer, testServerVariable } = await tsImport('./server.ts', import.meta.url);
  const server = await startTestServer();
  globalThis.plenumTestServer = server;
  process.env[testServerVariable] = server.uri;
  process.stdout.write(`The server's tests run on ${server.description}.\n`);
}
