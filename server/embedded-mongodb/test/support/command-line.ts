import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

const program = path.resolve(__dirname, '../../dist/cli.js');

export interface Outcome {
  readonly code: number | null;
  readonly output: string;
  readonly complaints: string;
}

/** Runs the program until it ends. */
export const run = async (...words: string[]): Promise<Outcome> => {
  const child = spawn(process.execPath, [program, ...words]);
  let output = '';
  let complaints = '';
  child.stdout.on('data', (piece: Buffer) => (output += piece.toString()));
  child.stderr.on('data', (piece: Buffer) => (complaints += piece.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output, complaints };
};

export interface Serving {
  readonly uri: string;
  readonly child: ChildProcessWithoutNullStreams;
  /** Ends the server by a signal and gives its exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>;
}

/** Starts the program as a server and waits for the line that says it is ready. */
export const serve = async (...words: string[]): Promise<Serving> => {
  const child = spawn(process.execPath, [program, ...words]);
  const [uri] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    uri,
    child,
    end: async (signal) => {
      const closed = once(child, 'close');
      child.kill(signal);
      const [code] = (await closed) as [number | null];
      return code;
    },
  };
};
