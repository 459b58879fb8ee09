import { fail } from '../errors.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf } from './fields.js';
import { changeCatalogue } from './writing/change-catalogue.js';

export const dropDatabase: Command = {
  name: 'dropDatabase',
  arguments: {},
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async (request) => {
    const { database, server } = request;
    if (['admin', 'config', 'local'].includes(database)) fail('IllegalOperation', `Dropping the '${database}' database is prohibited.`);
    const existed = server.store.listDatabases().includes(database);
    await changeCatalogue(request, (unit) => unit.dropDatabase(database));
    return reply(fieldsOf({ dropped: existed ? database : undefined }));
  },
};
