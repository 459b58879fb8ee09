import { MongoServerError } from 'mongodb';
import mongoose from 'mongoose';

mongoose.set('transactionAsyncLocalStorage', true);

const duplicateKey = 11_000;
const mostCollisions = 3;

/**
 * Does the act in one transaction: all of its writes or none. Every Mongoose call inside belongs to it by itself, one after another.
 * When somebody else changed the same documents meanwhile, or made the same unique one first, the act is done again from its start,
 * so it must change nothing outside of the database.
 */
export async function inTransaction<T>(act: () => Promise<T>, collisions = 0): Promise<T> {
  const results: T[] = [];
  try {
    await mongoose.connection.transaction(async () => {
      results.length = 0;
      results.push(await act());
    });
  } catch (error) {
    if (error instanceof MongoServerError && error.code === duplicateKey && collisions < mostCollisions)
      return inTransaction(act, collisions + 1);
    throw error;
  }
  return results[0] as T;
}
