import type { Socket } from 'node:net';
import type { Message } from './parse-message.js';
import { parseMessage } from './parse-message.js';
import { MessageReader } from './MessageReader.js';
import { halfMessageTimeoutMs, maxUnreadBytes } from './limits.js';

/** What a connection does with a message: the bytes of the answer, or undefined where none is wanted. */
export type Answer = (message: Message, connection: ClientConnection) => Promise<Buffer | undefined> | Buffer | undefined;

/**
 * One client's socket. Messages are answered one after another; a client that sends faster than it is answered, or reads slower than
 * it is answered, is no longer read from until it has caught up.
 */
export class ClientConnection {
  /** The name that the driver gave in its hello; fail points select by it. */
  applicationName: string | undefined;
  private readonly reader = new MessageReader();
  private answering = false;
  private closed = false;
  private drained: (() => void) | undefined;

  constructor(
    readonly id: number,
    private readonly socket: Socket,
    private readonly answer: Answer,
    private readonly onClose: (connection: ClientConnection) => void,
  ) {
    socket.setNoDelay(true);
    socket.on('data', (piece) => this.receive(piece));
    socket.on('drain', () => this.resumeWriting());
    socket.on('timeout', () => {
      if (this.reader.waitingBytes > 0 && !this.answering) this.close();
    });
    socket.on('error', () => this.close());
    socket.on('close', () => this.closeNow());
  }

  get isClosed(): boolean {
    return this.closed;
  }

  get remoteAddress(): string {
    return `${this.socket.remoteAddress ?? ''}:${this.socket.remotePort ?? 0}`;
  }

  close(): void {
    this.socket.destroy();
    this.closeNow();
  }

  private closeNow(): void {
    if (this.closed) return;
    this.closed = true;
    this.resumeWriting();
    this.onClose(this);
  }

  private receive(piece: Buffer): void {
    this.reader.push(piece);
    if (!this.answering) void this.answerAll();
    else if (this.reader.waitingBytes > maxUnreadBytes) this.socket.pause();
  }

  private async answerAll(): Promise<void> {
    this.answering = true;
    try {
      for (let bytes = this.reader.next(); bytes && !this.closed; bytes = this.reader.next()) {
        const promised = this.answer(parseMessage(bytes), this);
        const reply = promised instanceof Promise ? await promised : promised;
        if (reply && !this.closed && !this.socket.write(reply)) await this.untilDrained();
      }
    } catch {
      this.close();
    }
    this.answering = false;
    if (this.closed) return;
    if (this.socket.isPaused()) this.socket.resume();
    this.socket.setTimeout(this.reader.waitingBytes > 0 ? halfMessageTimeoutMs : 0);
  }

  private untilDrained(): Promise<void> {
    return new Promise((resolve) => {
      this.drained = resolve;
    });
  }

  private resumeWriting(): void {
    this.drained?.();
    this.drained = undefined;
  }
}
