import { documentsArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';

export const killSessions: Command = {
  name: 'killSessions',
  arguments: {},
  run: ({ server, body }) => {
    const named = documentsArgument(body, 'killSessions') ?? [];
    if (named.length === 0) server.sessions.killAll();
    for (const lsid of named) server.sessions.kill(lsid);
    return reply();
  },
};
