import mongoose from 'mongoose';

/** How long the driver looks for a server before it gives up, at the start and while serving, in milliseconds. */
const patience = 4000;

/** The database cannot be opened; its message says what to do and never carries the password of the address. */
class DatabaseUnreachable extends Error {
  override readonly name = 'DatabaseUnreachable';
}

/** Opens the one connection of the process; throws `DatabaseUnreachable` within about four seconds. */
export async function connect(uri: string): Promise<void> {
  try {
    await mongoose.connect(uri, { serverSelectionTimeoutMS: patience, autoIndex: false, autoCreate: false, bufferCommands: false });
    await mongoose.connection.db?.command({ ping: 1 });
  } catch (error) {
    await mongoose.disconnect();
    throw new DatabaseUnreachable(`The database at ${withoutPassword(uri)} cannot be opened: ${reason(error)}`, { cause: error });
  }
}

export async function disconnect(): Promise<void> {
  await mongoose.disconnect();
}

/** Builds the collections and indexes of every model that has been defined. */
export async function prepareCollections(): Promise<void> {
  await Promise.all(
    Object.values(mongoose.models).map(async (each) => {
      await each.createCollection();
      await each.createIndexes();
    }),
  );
}

/** Whether the database answers within two seconds. */
export async function databaseAnswers(): Promise<boolean> {
  const { db, readyState } = mongoose.connection;
  if (db === undefined || readyState !== mongoose.ConnectionStates.connected) return false;
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), 2000);
  });
  const answered = db.command({ ping: 1 }).then(
    () => true,
    () => false,
  );
  return Promise.race([answered, tooLate]).finally(() => clearTimeout(timer));
}

function withoutPassword(uri: string): string {
  return uri.replace(/\/\/[^@/]*@/, '//');
}

function reason(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (/ECONNREFUSED/.test(message)) return 'nothing listens there. Is it running, and is MONGODB_URI right?';
  if (/ENOTFOUND|EAI_AGAIN/.test(message)) return 'no machine of that name is known. Is MONGODB_URI right?';
  if (/[Aa]uthentication failed/.test(message)) return 'it refuses the user or the password in MONGODB_URI.';
  return `${message.replace(/\/\/[^@/\s]*@/g, '//')} (MONGODB_URI)`;
}
