import type { ArgumentTable } from './arguments.js';
import { documentsArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import type { Request } from './Request.js';

const noArguments: ArgumentTable = {};

const sessionsNamed = (request: Request) => documentsArgument(request.body, request.name) ?? [];

export const endSessions: Command = {
  name: 'endSessions',
  arguments: noArguments,
  inApiVersion1: true,
  run: (request) => {
    for (const lsid of sessionsNamed(request)) request.server.sessions.end(lsid);
    return reply();
  },
};
