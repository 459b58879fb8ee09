import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { projectRoot } from '../project-root.js';
import { eventually } from './http.js';

/** A built program in a process of its own; `file` is its place below the project. */
export class Program {
  output = '';
  errors = '';
  readonly #child: ChildProcess;
  readonly #ended: Promise<unknown>;

  constructor(file: string, environment: Record<string, string>, words: readonly string[] = []) {
    // Nothing of the test's own surroundings reaches it.
    const env = { PATH: process.env['PATH'], LOG_LEVEL: 'error', HOST: '127.0.0.1', PORT: '0', ...environment };
    this.#child = spawn(process.execPath, [join(projectRoot, file), ...words], {
      env,
      cwd: join(projectRoot, 'server'),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#child.stdout?.on('data', (chunk: Buffer) => (this.output += chunk.toString()));
    this.#child.stderr?.on('data', (chunk: Buffer) => (this.errors += chunk.toString()));
    this.#ended = once(this.#child, 'close');
  }

  /** Resolves with what the pattern's first group caught once the program has printed it. */
  async prints(pattern: RegExp): Promise<string> {
    await eventually(() => {
      if (this.hasEnded && !pattern.test(this.output))
        throw new Error(`It ended with ${this.#child.exitCode}: ${this.output}${this.errors}`);
      return pattern.test(this.output);
    }, 60_000);
    return pattern.exec(this.output)?.[1] ?? '';
  }

  get hasEnded(): boolean {
    return this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** The code with which it ends; null when a signal ended it. */
  async ends(): Promise<number | null> {
    await this.#ended;
    return this.#child.exitCode;
  }

  signal(signal: NodeJS.Signals): void {
    this.#child.kill(signal);
  }

  /** Ends it whatever it is doing. */
  async kill(): Promise<void> {
    if (!this.hasEnded) this.#child.kill('SIGKILL');
    await this.#ended;
  }
}
