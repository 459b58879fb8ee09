import type { Document } from '../bson/values.js';
import { compileFilter } from '../query/filter.js';
import { documentArgument, flagArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf } from './fields.js';

export const listDatabases: Command = {
  name: 'listDatabases',
  arguments: { filter: 'document', nameOnly: 'flag', authorizedDatabases: 'flag' },
  adminOnly: true,
  inApiVersion1: true,
  run: ({ server, body }) => {
    const filter = documentArgument(body, 'filter');
    const compiled = filter && compileFilter(filter);
    const nameOnly = flagArgument(body, 'nameOnly') ?? false;
    const databases: Document[] = [];
    for (const name of server.store.listDatabases()) {
      const whole = fieldsOf({ name, sizeOnDisk: 0n, empty: server.store.listCollections(name).length === 0 });
      if (!compiled || compiled.matches(whole)) databases.push(nameOnly ? fieldsOf({ name }) : whole);
    }
    return reply(fieldsOf({ databases, totalSize: nameOnly ? undefined : 0n, totalSizeMb: nameOnly ? undefined : 0n }));
  },
};
