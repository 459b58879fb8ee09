import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect } from 'node:net';
import type { Document } from 'bson';
import { BSON } from 'bson';
import { MessageReader } from '../../src/wire/MessageReader.js';

export const opMsg = 2013;
export const opQuery = 2004;

export const int32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32LE(value);
  return bytes;
};

export const message = (operation: number, body: Buffer): Buffer =>
  Buffer.concat([int32(16 + body.length), int32(7), int32(0), int32(operation), body]);

export const bodySection = (document: Document): Buffer => Buffer.concat([Buffer.of(0), BSON.serialize(document)]);

export const sequenceSection = (name: string, documents: Document[]): Buffer => {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...documents.map((document) => BSON.serialize(document))]);
  return Buffer.concat([Buffer.of(1), int32(content.length + 4), content]);
};

/** An OP_MSG of one command; `flags` 2 asks for no answer. */
export const commandMessage = (document: Document, flags = 0): Buffer =>
  message(opMsg, Buffer.concat([int32(flags), bodySection(document)]));

/** A connection that sends what the driver would not: bytes as they are, and commands with session arguments of one's own. */
export class RawConnection {
  private readonly reader = new MessageReader();
  private news: (() => void) | undefined;
  isClosed = false;

  private constructor(private readonly socket: Socket) {
    socket.on('data', (piece) => {
      this.reader.push(piece);
      this.news?.();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      this.isClosed = true;
      this.news?.();
    });
  }

  static async open(uri: string): Promise<RawConnection> {
    const { hostname, port } = new URL(uri);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    return new RawConnection(socket);
  }

  send(bytes: Uint8Array): void {
    this.socket.write(bytes);
  }

  sendCommand(document: Document): void {
    this.send(commandMessage(document));
  }

  /** Stops reading, as a slow client does. */
  pause(): void {
    this.socket.pause();
  }

  resume(): void {
    this.socket.resume();
  }

  /** Sends one command and gives its answer, an error as it came. */
  command(document: Document): Promise<Document> {
    this.sendCommand(document);
    return this.answer();
  }

  /** The next answer's document. Throws when the connection is closed instead. */
  async answer(): Promise<Document> {
    for (;;) {
      const received = this.reader.next();
      if (received) return BSON.deserialize(received.subarray(received.readInt32LE(12) === opMsg ? 21 : 36));
      if (this.isClosed) throw new Error('the connection was closed');
      await this.untilNews();
    }
  }

  async untilClosed(): Promise<void> {
    while (!this.isClosed) await this.untilNews();
  }

  close(): void {
    this.socket.destroy();
  }

  private untilNews(): Promise<void> {
    return new Promise((resolve) => {
      this.news = resolve;
    });
  }
}
