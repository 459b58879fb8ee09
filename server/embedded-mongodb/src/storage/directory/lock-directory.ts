import { closeSync, fsyncSync, linkSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';

interface Holder {
  readonly pid: number;
  /** Tells the process from an earlier one with the same id. */
  readonly start: string;
  readonly token: string;
}

/** Takes a data directory for this process and returns how to give it back. Throws where a living process has it. */
export const lockDirectory = (directory: string): (() => void) => {
  const file = join(directory, 'lock');
  const own: Holder = { pid: process.pid, start: startOf(process.pid), token: randomUUID() };
  while (!write(file, own)) {
    const text = read(file);
    if (text === undefined) continue;
    const holder = parse(text);
    if (holder && isAlive(holder))
      throw new Error(
        holder.pid === process.pid
          ? `the data directory ${directory} is already open in this process`
          : `the data directory ${directory} is in use by process ${holder.pid}; stop that server first (lock file ${file})`,
      );
    clear(file, text);
  }
  return () => {
    if (parse(read(file) ?? '')?.token === own.token) unlinkSync(file);
  };
};

/** Says no where the file is already there. It appears with its content, so that nobody reads half of it. */
const write = (file: string, holder: Holder): boolean => {
  const prepared = `${file}.${holder.token}`;
  const descriptor = openSync(prepared, 'wx');
  writeSync(descriptor, JSON.stringify(holder));
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    linkSync(prepared, file);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(prepared);
  }
};

const read = (file: string): string | undefined => {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

const parse = (text: string): Holder | undefined => {
  try {
    const { pid, start, token } = JSON.parse(text) as Partial<Holder>;
    return typeof pid === 'number' && typeof start === 'string' && typeof token === 'string' ? { pid, start, token } : undefined;
  } catch {
    return undefined;
  }
};

/** Takes away the lock of a process that is gone. Where another has just done so and locked anew, its lock is put back. */
const clear = (file: string, stale: string): void => {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (read(aside) !== stale) {
    try {
      linkSync(aside, file);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
  unlinkSync(aside);
};

const isAlive = (holder: Holder): boolean => {
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false;
  }
  const start = startOf(holder.pid);
  return start === '' || holder.start === '' || start === holder.start;
};

/** When a process began, as far as the system tells it: in a container a new process often has the id of the one before. */
const startOf = (pid: number): string => {
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The program's name, in brackets, can hold blanks.
    const fields = status.slice(status.lastIndexOf(')') + 2).split(' ');
    return `${boot}/${fields[19]}`;
  } catch {
    return pid === process.pid ? String(Math.round(Date.now() / 1000 - process.uptime())) : '';
  }
};

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;
