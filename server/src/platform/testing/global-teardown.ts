export default async function globalTeardown(): Promise<void> {
  return Promise.resolve();
}
