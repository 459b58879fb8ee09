import { randomBytes } from 'node:crypto';
import mongoose from 'mongoose';
import { connect, disconnect, prepareCollections } from '../mongo.js';
import { testServerVariable } from './server.js';

/** The address of a database on the server of this run that no other test uses; it comes into being with the first write. */
export function newDatabaseUri(): string {
  const server = process.env[testServerVariable];
  if (server === undefined) throw new Error('No database server runs; start Jest with server/jest.config.mjs.');
  // Not through URL, which knows no lists of hosts.
  return server.replace(/^([^/]+\/\/[^/?]+)(\/[^?]*)?/, `$1/test-${randomBytes(6).toString('hex')}`);
}

/** Opens a database of its own for the test file, with the collections of all models, and drops it afterwards; call it at the top of the file. */
export function testDatabase(): void {
  beforeAll(async () => {
    await connect(newDatabaseUri());
    await prepareCollections();
  });
  afterAll(async () => {
    await mongoose.connection.dropDatabase();
    await disconnect();
  });
}
