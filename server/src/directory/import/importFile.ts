import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { readNetwork } from '../network.js';
import { describeImport } from './describeImport.js';
import type { ImportProgress } from './importOrganisations.js';
import { importOrganisations } from './importOrganisations.js';
import { readSourceDates } from './sourceDates.js';
import { UnreadableFile } from './UnreadableFile.js';

const usage = 'Usage: npm run import -- FILE.csv [--dry-run] [--read-on YYYY-MM-DD]';
/** How many rows go by between two lines of progress. */
const progressEvery = 5000;

/**
 * The command `import`: reads its arguments, imports the file and prints what it did. Answers with the exit code:
 * 0 when all rows went in, 1 when some were rejected or nothing could be imported, 2 when the arguments are wrong.
 */
export async function importFile(commandLine: readonly string[], now: Date, print: (line: string) => void): Promise<number> {
  const asked = readArguments(commandLine);
  if (typeof asked === 'string') {
    print(`${asked}\n${usage}`);
    return 2;
  }
  const { path, dryRun } = asked;
  if (!(await isFile(path))) {
    print(`There is no file ${path}; nothing was imported.`);
    return 1;
  }
  try {
    const recordReadOn = asked.recordReadOn ?? (await readNetwork()).recordReadOn;
    const dates = await readSourceDates();
    const run = { file: basename(path), reason: 'From the command line.', at: now };
    const report = await importOrganisations(createReadStream(path), { run, recordReadOn, dryRun, dates, onProgress: sparingly(print) });
    print(describeImport(report));
    return report.rejected.length > 0 ? 1 : 0;
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    print(error.message);
    return 1;
  }
}

function readArguments(commandLine: readonly string[]): { path: string; dryRun: boolean; recordReadOn: string | undefined } | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...commandLine],
      allowPositionals: true,
      options: { 'dry-run': { type: 'boolean', default: false }, 'read-on': { type: 'string' } },
    });
    const [path, ...others] = positionals;
    if (path === undefined || others.length > 0) return 'Name one file.';
    const recordReadOn = values['read-on'];
    if (recordReadOn !== undefined && !isDay(recordReadOn)) return `"${recordReadOn}" is no day; write it as YYYY-MM-DD.`;
    return { path, dryRun: values['dry-run'], recordReadOn };
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

async function isFile(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile();
  } catch {
    return false;
  }
}

function sparingly(print: (line: string) => void): (progress: ImportProgress) => void {
  return ({ phase, done, of }) => {
    if (done % progressEvery !== 0) return;
    print(phase === 'READING' ? `${done} rows read` : `${done} of ${of ?? done} organisations written`);
  };
}
