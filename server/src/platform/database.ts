import { access, constants, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { connect, disconnect } from './mongo.js';

/** The portal cannot start; the message says why and what to do, in one or two sentences. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

/** The open database. */
export interface Database {
  /** What it is, for the lines that the start prints. */
  description: string;
  close(): Promise<void>;
}

/** Connects to `mongodbUri`, or starts the embedded server on the data folder when there is none. Throws `CannotStart`. */
export async function openDatabase({
  mongodbUri,
  dataDirectory,
}: {
  mongodbUri: string | undefined;
  dataDirectory: string;
}): Promise<Database> {
  if (mongodbUri !== undefined) {
    await connectOrSay(mongodbUri);
    return { description: 'MongoDB named by MONGODB_URI', close: disconnect };
  }
  const directory = resolve(dataDirectory);
  await checkFolder(directory);
  const embedded = await startEmbedded(directory);
  try {
    await connectOrSay(embedded.uri);
  } catch (error) {
    await embedded.stop();
    throw error;
  }
  return {
    description: `embedded, in ${directory}`,
    async close() {
      await disconnect();
      await embedded.stop();
    },
  };
}

async function connectOrSay(uri: string): Promise<void> {
  try {
    await connect(uri);
  } catch (error) {
    throw new CannotStart(messageOf(error), { cause: error });
  }
}

async function checkFolder(directory: string): Promise<void> {
  try {
    await mkdir(directory, { recursive: true });
    await access(directory, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    throw new CannotStart(
      `The data folder ${directory} cannot be read and written (${codeOf(error)}). Choose another with PLENUM_DATA, or correct its rights.`,
      {
        cause: error,
      },
    );
  }
}

async function startEmbedded(directory: string): Promise<{ uri: string; stop(): Promise<void> }> {
  const { startEmbeddedMongoDB } = await import('@plenum/embedded-mongodb');
  try {
    return await startEmbeddedMongoDB({ dataDirectory: directory, port: 0 });
  } catch (error) {
    throw new CannotStart(`The database in ${directory} cannot be opened: ${messageOf(error)}`, { cause: error });
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : messageOf(error);
}
