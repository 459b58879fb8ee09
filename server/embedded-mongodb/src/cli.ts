#!/usr/bin/env node
import { parseArgs } from 'node:util';
import { exportData } from './dump/export-data.js';
import type { DumpFormat } from './dump/DumpFormat.js';
import { isDumpFormat } from './dump/DumpFormat.js';
import { importData } from './dump/import-data.js';
import { startEmbeddedMongoDB } from './index.js';
import { checkData } from './storage/check-data.js';
import { Store } from './storage/Store.js';

const usage = `Usage: embedded-mongodb --data DIR [what to do]

  --port N           serve the MongoDB protocol on 127.0.0.1:N until SIGTERM or SIGINT (the default; without --port a free port)
  --test-commands    when serving, offer the fail point failCommand
  --check            verify every index against its documents
  --export FILE      write everything into FILE
  --import FILE      add what FILE holds; none of its collections may be there already
  --format FORMAT    of FILE: archive (mongodump's, the default) or ndjson (lines of Extended JSON)
`;

interface Options {
  readonly data: string;
  readonly port: number;
  readonly testCommands: boolean;
  readonly format: DumpFormat;
  readonly check: boolean;
  readonly export: string | undefined;
  readonly import: string | undefined;
}

/** Words on the command line that cannot be understood. */
class UsageError extends Error {}

const readOptions = (): Options | 'help' => {
  const { values } = parseArgs({
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '0' },
      'test-commands': { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      export: { type: 'string' },
      import: { type: 'string' },
      format: { type: 'string', default: 'archive' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return 'help';
  const { data, format } = values;
  const port = Number(values.port);
  if (!data) throw new UsageError('--data DIR is missing');
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new UsageError(`--port ${values.port} is no port`);
  if (!isDumpFormat(format)) throw new UsageError(`--format ${format} is neither archive nor ndjson`);
  if ([values.check, values.export, values.import].filter(Boolean).length > 1)
    throw new UsageError('--check, --export and --import exclude each other');
  return { data, port, format, testCommands: values['test-commands'], check: values.check, export: values.export, import: values.import };
};

const serve = async ({ data, port, testCommands }: Options): Promise<void> => {
  const server = await startEmbeddedMongoDB({ dataDirectory: data, port, testCommands });
  console.log(server.uri);
  const end = (): void => {
    server.stop().then(
      () => process.exit(0),
      (error: unknown) => fail(error),
    );
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
};

const withStore = async <T>(directory: string, readOnly: boolean, work: (store: Store) => Promise<T>): Promise<T> => {
  const store = await Store.open({ directory, readOnly });
  try {
    return await work(store);
  } finally {
    await store.close();
  }
};

const run = async (options: Options): Promise<void> => {
  const { data, format } = options;
  const { export: exportFile, import: importFile } = options;
  if (exportFile !== undefined) {
    const { collections, documents } = await withStore(data, true, (store) => exportData(store, exportFile, format));
    console.log(`Exported ${documents} documents of ${collections} collections to ${exportFile}`);
  } else if (importFile !== undefined) {
    const { collections, documents, leftOut } = await withStore(data, false, (store) => importData(store, importFile, format));
    console.log(`Imported ${documents} documents of ${collections} collections from ${importFile}`);
    if (leftOut.length > 0) console.log(`Left out, since they are MongoDB's own: ${leftOut.join(', ')}`);
  } else if (options.check) await check(data);
  else await serve(options);
};

const check = async (directory: string): Promise<void> => {
  const { collections, documents, indexEntries, problems } = await checkData(directory);
  for (const problem of problems) console.error(problem);
  if (problems.length > 0) process.exitCode = 1;
  else console.log(`Checked ${documents} documents and ${indexEntries} index entries of ${collections} collections: all is well`);
};

const fail = (error: unknown): void => {
  console.error(error instanceof Error ? error.message : error);
  if (error instanceof UsageError) console.error(`\n${usage}`);
  process.exitCode = error instanceof UsageError ? 2 : 1;
};

try {
  const options = readOptions();
  if (options === 'help') console.log(usage);
  else run(options).catch(fail);
} catch (error) {
  fail(error instanceof UsageError ? error : new UsageError(error instanceof Error ? error.message : String(error)));
}
