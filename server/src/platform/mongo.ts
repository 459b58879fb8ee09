import mongoose from 'mongoose';

/** Opens the one connection of the process; throws within about five seconds when nobody answers. */
export async function connect(uri: string): Promise<void> {
  await mongoose.connect(uri, { serverSelectionTimeoutMS: 5000, autoIndex: false, autoCreate: false, bufferCommands: false });
}

export async function disconnect(): Promise<void> {
  await mongoose.disconnect();
}

/** Builds the collections and indexes of every model that has been defined. */
export async function prepareCollections(): Promise<void> {
  for (const each of Object.values(mongoose.models)) {
    await each.createCollection();
    await each.createIndexes();
  }
}
