/** Opens a database of its own for the test file and drops it afterwards; call it at the top of the file. */
export function testDatabase(): void {
  throw new Error('not yet');
}
