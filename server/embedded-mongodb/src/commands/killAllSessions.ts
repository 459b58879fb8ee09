import type { Command } from './Command.js';
import { reply } from './Command.js';

/** There are no users to choose by: whatever the patterns say, every session is meant. */
export const killAllSessions: Command = {
  name: 'killAllSessions',
  arguments: {},
  run: ({ server }) => {
    server.sessions.killAll();
    return reply();
  },
};

export const killAllSessionsByPattern: Command = { ...killAllSessions, name: 'killAllSessionsByPattern' };
