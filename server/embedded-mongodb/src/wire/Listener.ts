import { createServer } from 'node:net';
import type { AddressInfo, Server, Socket } from 'node:net';
import type { Answer } from './ClientConnection.js';
import { ClientConnection } from './ClientConnection.js';
import { maxConnections } from './limits.js';
import { refuseConnection } from './refuse-connection.js';

const host = '127.0.0.1';

/** Accepts clients on the loopback address alone, up to a bounded number. */
export class Listener {
  private readonly connections = new Set<ClientConnection>();
  private nextId = 1;
  private readonly server: Server;
  private boundPort = 0;

  constructor(
    private readonly answer: Answer,
    private readonly connectionLimit = maxConnections,
  ) {
    this.server = createServer((socket) => this.accept(socket));
  }

  get port(): number {
    return this.boundPort;
  }

  get address(): string {
    return `${host}:${this.boundPort}`;
  }

  get connectionCount(): number {
    return this.connections.size;
  }

  get connectionsCreated(): number {
    return this.nextId - 1;
  }

  /** Listens on `port`, or on a free one for 0; rejects when the port is taken. */
  listen(port: number): Promise<void> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen({ port, host, backlog: 511 }, () => {
        this.server.off('error', reject);
        this.boundPort = (this.server.address() as AddressInfo).port;
        resolve();
      });
    });
  }

  close(): Promise<void> {
    return new Promise((resolve) => {
      this.server.close(() => resolve());
      for (const connection of this.connections) connection.close();
    });
  }

  private accept(socket: Socket): void {
    if (this.connections.size >= this.connectionLimit) {
      refuseConnection(socket, this.connectionLimit);
      return;
    }
    const connection = new ClientConnection(this.nextId++, socket, this.answer, (closed) => this.connections.delete(closed));
    this.connections.add(connection);
  }
}
