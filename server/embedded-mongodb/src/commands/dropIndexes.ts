import type { Document, Value } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { fail } from '../errors.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf, int } from './fields.js';
import { namespaceOf } from './namespace.js';
import { changeCatalogue } from './writing/change-catalogue.js';

export const dropIndexes: Command = {
  name: 'dropIndexes',
  aliases: ['deleteIndexes'],
  arguments: { index: 'any' },
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async (request) => {
    const namespace = namespaceOf(request);
    const chosen = chosenIndexes(request.body.get('index'));
    const before = await changeCatalogue(request, (unit) => {
      const collection = unit.collection(namespace);
      if (!collection) return fail('NamespaceNotFound', `ns not found ${namespace}`);
      unit.dropIndexes(namespace, chosen);
      return collection.indexes.length;
    });
    return reply(fieldsOf({ nIndexesWas: int(before), msg: chosen === '*' ? 'non-_id indexes dropped for collection' : undefined }));
  },
};

/** `'*'` for all but `_id`, names, or one key pattern. */
const chosenIndexes = (index: Value | undefined): string | readonly string[] | Document => {
  if (typeof index === 'string' || isDocument(index)) return index;
  if (Array.isArray(index) && index.every((name): name is string => typeof name === 'string')) return index;
  return fail('TypeMismatch', "BSON field 'dropIndexes.index' is the wrong type, expected types '[array, object, string]'");
};
