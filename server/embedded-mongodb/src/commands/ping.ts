import type { Command } from './Command.js';
import { reply } from './Command.js';

export const ping: Command = { name: 'ping', arguments: {}, inApiVersion1: true, run: () => reply() };
