import type { Document } from '../bson/values.js';
import { Int32 } from '../bson/values.js';
import { fail } from '../errors.js';
import type { ArgumentTable } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf } from './fields.js';
import type { Request } from './Request.js';
import { transactionLifetimeMs } from '../sessions/Sessions.js';

const parameters = (request: Request): Document =>
  fieldsOf({
    featureCompatibilityVersion: fieldsOf({ version: '8.0' }),
    enableTestCommands: request.server.failPoints !== undefined,
    transactionLifetimeLimitSeconds: new Int32(transactionLifetimeMs / 1000),
    authenticationMechanisms: [],
    requireApiVersion: false,
  });

const argumentTable: ArgumentTable = {
  allParameters: 'flag',
  featureCompatibilityVersion: 'flag',
  enableTestCommands: 'flag',
  transactionLifetimeLimitSeconds: 'flag',
  authenticationMechanisms: 'flag',
  requireApiVersion: 'flag',
};

export const getParameter: Command = {
  name: 'getParameter',
  arguments: argumentTable,
  adminOnly: true,
  run: (request) => {
    const { body } = request;
    const all = parameters(request);
    if (body.get('getParameter') === '*') return reply(all);
    const chosen: Document = new Map();
    for (const [name, value] of all) if (body.has(name)) chosen.set(name, value);
    return chosen.size > 0 ? reply(chosen) : fail('InvalidOptions', 'no option found to get');
  },
};
