import { maxMessageBytes } from './limits.js';
import { ProtocolError } from './ProtocolError.js';

const headerBytes = 16;

/** Cuts what a socket delivers into whole messages. Bytes are joined once only, however small the pieces they come in. */
export class MessageReader {
  private pieces: Buffer[] = [];
  private waiting = 0;

  get waitingBytes(): number {
    return this.waiting;
  }

  push(piece: Buffer): void {
    this.pieces.push(piece);
    this.waiting += piece.length;
  }

  /** The next whole message, or undefined while more bytes are needed. Throws ProtocolError for a length that no message has. */
  next(): Buffer | undefined {
    if (this.waiting < 4) return undefined;
    let first = this.pieces[0] as Buffer;
    if (first.length < 4) first = this.join();
    const length = first.readInt32LE(0);
    if (length < headerBytes || length > maxMessageBytes) throw new ProtocolError(`message length ${length}`);
    if (this.waiting < length) return undefined;
    if (first.length < length) first = this.join();
    if (first.length === length) this.pieces.shift();
    else this.pieces[0] = first.subarray(length);
    this.waiting -= length;
    return first.subarray(0, length);
  }

  private join(): Buffer {
    const whole = Buffer.concat(this.pieces, this.waiting);
    this.pieces = [whole];
    return whole;
  }
}
