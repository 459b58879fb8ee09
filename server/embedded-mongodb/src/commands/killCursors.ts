import type { Value } from '../bson/values.js';
import { fail } from '../errors.js';
import { arrayArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf } from './fields.js';

export const killCursors: Command = {
  name: 'killCursors',
  arguments: { cursors: 'array' },
  inTransactions: true,
  inApiVersion1: true,
  run: ({ server, body }) => {
    const cursorsKilled: Value[] = [];
    const cursorsNotFound: Value[] = [];
    for (const id of arrayArgument(body, 'cursors') ?? []) {
      if (typeof id !== 'bigint') return fail('TypeMismatch', "BSON field 'killCursors.cursors' holds what is not a long");
      (server.cursors.kill(id) ? cursorsKilled : cursorsNotFound).push(id);
    }
    return reply(fieldsOf({ cursorsKilled, cursorsNotFound, cursorsAlive: [], cursorsUnknown: [] }));
  },
};
