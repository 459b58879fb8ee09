import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf, int } from './fields.js';
import { namespaceOf } from './namespace.js';
import { changeCatalogue } from './writing/change-catalogue.js';

export const drop: Command = {
  name: 'drop',
  arguments: {},
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async (request) => {
    const namespace = namespaceOf(request);
    const indexes = await changeCatalogue(request, (unit) => {
      const collection = unit.collection(namespace);
      if (collection) unit.dropCollection(namespace);
      return collection?.indexes.length;
    });
    return reply(indexes === undefined ? undefined : fieldsOf({ nIndexesWas: int(indexes), ns: namespace }));
  },
};
