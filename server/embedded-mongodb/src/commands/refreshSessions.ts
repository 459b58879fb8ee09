import { documentsArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';

export const refreshSessions: Command = {
  name: 'refreshSessions',
  arguments: {},
  inApiVersion1: true,
  run: ({ server, body }) => {
    for (const lsid of documentsArgument(body, 'refreshSessions') ?? []) server.sessions.use(lsid);
    return reply();
  },
};
