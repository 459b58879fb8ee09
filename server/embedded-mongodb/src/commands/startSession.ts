import { randomUUID } from 'node:crypto';
import { Binary } from '../bson/values.js';
import { sessionTimeoutMinutes } from '../sessions/Sessions.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf, int } from './fields.js';

export const startSession: Command = {
  name: 'startSession',
  arguments: {},
  run: ({ server }) => {
    const id = new Binary(Buffer.from(randomUUID().replaceAll('-', ''), 'hex'), Binary.SUBTYPE_UUID);
    const lsid = fieldsOf({ id });
    server.sessions.use(lsid);
    return reply(fieldsOf({ id: lsid, timeoutMinutes: int(sessionTimeoutMinutes) }));
  },
};
