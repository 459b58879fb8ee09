import { maxReplyDocumentBytes } from '../wire/limits.js';
import { BadDump } from './DumpedCollection.js';

/** Reads a stream of bytes in pieces of wanted lengths. */
export class ByteReader {
  private readonly pieces: AsyncIterator<Buffer>;
  private held: Buffer = Buffer.alloc(0);

  constructor(stream: AsyncIterable<Buffer>) {
    this.pieces = stream[Symbol.asyncIterator]();
  }

  /** Exactly `count` bytes; undefined at the very end of the stream. Throws BadDump when it ends in between. */
  async read(count: number): Promise<Buffer | undefined> {
    if (!(await this.hold(count))) {
      if (this.held.length === 0) return undefined;
      throw new BadDump('the file ends too early');
    }
    const bytes = this.held.subarray(0, count);
    this.held = this.held.subarray(count);
    return bytes;
  }

  /** The next BSON document's bytes, or 'terminator' for the four bytes that end a series; undefined at the end of the stream. */
  async document(): Promise<Buffer | 'terminator' | undefined> {
    if (!(await this.hold(4))) return this.read(4).then(() => undefined);
    const size = this.held.readInt32LE(0);
    if (size === -1) {
      await this.read(4);
      return 'terminator';
    }
    if (size < 5 || size > maxReplyDocumentBytes) throw new BadDump(`the file holds a document of ${size} bytes`);
    return this.read(size);
  }

  private async hold(count: number): Promise<boolean> {
    if (this.held.length >= count) return true;
    const gathered = [this.held];
    let total = this.held.length;
    while (total < count) {
      const next = await this.pieces.next();
      if (next.done) break;
      gathered.push(next.value);
      total += next.value.length;
    }
    this.held = Buffer.concat(gathered, total);
    return total >= count;
  }
}
