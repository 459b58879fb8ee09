import { fail } from '../errors.js';
import { documentOrEmpty, stringArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';

export const configureFailPoint: Command = {
  name: 'configureFailPoint',
  arguments: { mode: 'any', data: 'document' },
  adminOnly: true,
  run: ({ server, body }) => {
    if (!server.failPoints)
      return fail('CommandNotFound', "no such command: 'configureFailPoint'; the server was not started with test commands");
    server.failPoints.configure(stringArgument(body, 'configureFailPoint') ?? '', body.get('mode'), documentOrEmpty(body, 'data'));
    return reply();
  },
};
