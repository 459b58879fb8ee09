import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { CannotStart } from './database.js';

/** Takes the port and answers with it; throws `CannotStart` when another program has it. */
export function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(new CannotStart(whyNot(error, port, host), { cause: error })));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function whyNot(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === 'EADDRINUSE') return `Port ${port} is in use by another program. Stop that one, or choose another port with PORT.`;
  if (error.code === 'EACCES') return `Port ${port} may not be used by this user. Choose one above 1023 with PORT.`;
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') return `This machine has no address ${host}. Choose another with HOST.`;
  return `Port ${port} of ${host} cannot be opened: ${error.message}`;
}

/** Ends the server: no new requests, those under way are answered, and what lasts longer than `patience` milliseconds is cut off. */
export async function drain(server: Server, patience: number): Promise<void> {
  if (!server.listening) return;
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const sweeping = setInterval(() => server.closeIdleConnections(), 100);
  const cutOff = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweeping);
  clearTimeout(cutOff);
}
