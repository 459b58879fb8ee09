import mongoose from 'mongoose';

mongoose.set('transactionAsyncLocalStorage', true);

/**
 * Does the act in one transaction: all of its writes or none. Every Mongoose call inside belongs to it by itself, one after another.
 * When somebody else changed the same documents meanwhile the act is done again from its start, so it must change nothing outside of the database.
 */
export async function inTransaction<T>(act: () => Promise<T>): Promise<T> {
  const results: T[] = [];
  await mongoose.connection.transaction(async () => {
    results.length = 0;
    results.push(await act());
  });
  return results[0] as T;
}
