// Builds what the tests start as programs, then starts the one database server of the whole run and says which it is; each test file has a database of its own on it.
// Jest loads this file without its own transforms, hence the words in plain JavaScript.
import { tsImport } from 'tsx/esm/api';
import { buildDatabase, buildServer, generate } from '../../../../scripts/steps.mjs';

export default async function globalSetup() {
  await generate();
  await buildDatabase();
  await buildServer();
  const { startTestServer, testServerVariable } = await tsImport('./server.ts', import.meta.url);
  const server = await startTestServer();
  globalThis.plenumTestServer = server;
  process.env[testServerVariable] = server.uri;
  process.stdout.write(`The server's tests run on ${server.description}.\n`);
}
