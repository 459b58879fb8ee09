import type { Socket } from 'node:net';
import type { Value } from '../bson/values.js';
import { encodeQueryReply, encodeReply } from './reply.js';
import { opMsg, parseMessage } from './parse-message.js';
import { MessageReader } from './MessageReader.js';

const patienceMs = 1_000;

/** Answers a surplus client's first message with the reason and hangs up; one that sends nothing is hung up on too. */
export const refuseConnection = (socket: Socket, limit: number): void => {
  const reader = new MessageReader();
  socket.setTimeout(patienceMs, () => socket.destroy());
  socket.on('error', () => socket.destroy());
  socket.on('data', (piece) => {
    try {
      reader.push(piece);
      const bytes = reader.next();
      if (!bytes) return;
      const message = parseMessage(bytes);
      const fields = new Map<string, Value>([
        ['ok', 0],
        ['errmsg', `embedded server: too many connections, ${limit} are open already`],
        ['code', 202],
        ['codeName', 'NetworkInterfaceExceededTimeLimit'],
      ]);
      socket.end(
        message.operation === opMsg ? encodeReply(message.requestId, { fields }, undefined) : encodeQueryReply(message.requestId, fields),
      );
    } catch {
      socket.destroy();
    }
  });
};
