export default async function globalTeardown() {
  await globalThis.plenumTestServer?.stop();
}
