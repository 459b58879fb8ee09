import { fail } from '../errors.js';
import { flagArgument, stringArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { checkedNamespace, refuseSystemCollection } from './namespace.js';
import { changeCatalogue } from './writing/change-catalogue.js';

export const renameCollection: Command = {
  name: 'renameCollection',
  arguments: { to: 'string', dropTarget: 'flag' },
  adminOnly: true,
  takesWriteConcern: true,
  run: async (request) => {
    const { body } = request;
    const from = checkedNamespace(stringArgument(body, 'renameCollection') ?? '').namespace;
    const to = checkedNamespace(stringArgument(body, 'to') ?? '').namespace;
    refuseSystemCollection(from);
    refuseSystemCollection(to);
    if (from === to) fail('IllegalOperation', "Can't rename a collection to itself");
    await changeCatalogue(request, (unit) => {
      if (!unit.collection(from)) fail('NamespaceNotFound', `Source collection ${from} does not exist`);
      unit.renameCollection(from, to, flagArgument(body, 'dropTarget') ?? false);
    });
    return reply();
  },
};
