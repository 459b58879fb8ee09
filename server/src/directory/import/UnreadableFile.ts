/** A file that cannot be imported as a whole; its message says why and what to do, and nothing of it was imported. */
export class UnreadableFile extends Error {
  override readonly name = 'UnreadableFile';
}
