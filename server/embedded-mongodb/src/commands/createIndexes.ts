import { fail } from '../errors.js';
import { documentsArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf, int } from './fields.js';
import { namespaceOf, refuseSystemCollection } from './namespace.js';
import type { Request } from './Request.js';

export const createIndexes: Command = {
  name: 'createIndexes',
  arguments: { indexes: 'array', commitQuorum: 'stringOrNumber', ignoreUnknownIndexOptions: 'flag' },
  inTransactions: true,
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async (request) => {
    const namespace = namespaceOf(request);
    refuseSystemCollection(namespace);
    const specifications = documentsArgument(request.body, 'indexes') ?? [];
    if (specifications.length === 0) fail('BadValue', 'Must specify at least one index to create');
    const unit = request.transaction?.unit ?? request.server.store.unit({ snapshot: false });
    const { before, after, createdCollection } = await unit.createIndexes(namespace, specifications);
    if (!request.transaction) await unit.commit();
    else if (after > before && isCommitted(request, namespace))
      fail(
        'OperationNotSupportedInTransaction',
        `Cannot create new indexes on existing collection ${namespace} in a multi-document transaction.`,
      );
    return reply(
      fieldsOf({
        numIndexesBefore: int(before),
        numIndexesAfter: int(after),
        createdCollectionAutomatically: createdCollection,
        note: before === after ? 'all indexes already exist' : undefined,
      }),
    );
  },
};

/** Whether the collection was there before the transaction. */
const isCommitted = ({ server }: Request, namespace: string): boolean =>
  server.store.unit({ snapshot: false }).collection(namespace) !== undefined;
