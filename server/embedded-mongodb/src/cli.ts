#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { startEmbeddedMongoDB } from './index.js';

const usage = `Usage: embedded-mongodb --data DIR [--port N] [--test-commands]
Serves the MongoDB protocol on 127.0.0.1 until SIGTERM or SIGINT.`;

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, port: { type: 'string' }, 'test-commands': { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help || !values.data) {
    console.log(usage);
    process.exitCode = values.help ? 0 : 2;
    return;
  }
  const server = await startEmbeddedMongoDB({
    dataDirectory: values.data,
    port: Number(values.port ?? 0),
    testCommands: values['test-commands'] ?? false,
  });
  console.log(server.uri);
  const end = (): void => void server.stop().then(() => process.exit(0));
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
};

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
