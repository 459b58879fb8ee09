/** Starts the database of the whole Jest run. */
export default async function globalSetup(): Promise<void> {
  return Promise.resolve();
}
