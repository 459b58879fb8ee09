import { encodeDocument } from '../bson/encode.js';
import { BatchSource } from '../cursors/BatchSource.js';
import { fail } from '../errors.js';
import { checkFields, documentOrEmpty, wholeNumberArgument } from './arguments.js';
import type { Command } from './Command.js';
import { namespaceOf } from './namespace.js';
import { answerWithCursor } from './reading/answer-with-cursor.js';
import { readingUnit } from './Request.js';

export const listIndexes: Command = {
  name: 'listIndexes',
  arguments: { cursor: 'document', includeBuildUUIDs: 'flag', includeIndexBuildInfo: 'flag' },
  inApiVersion1: true,
  run: (request) => {
    const namespace = namespaceOf(request);
    const cursor = documentOrEmpty(request.body, 'cursor');
    checkFields('cursor', cursor, { batchSize: 'number' });
    const collection = readingUnit(request).collection(namespace);
    if (!collection) return fail('NamespaceNotFound', `ns does not exist: ${namespace}`);
    const documents = collection.indexes.map((index) => encodeDocument(index.specification));
    return answerWithCursor(request, {
      namespace,
      source: new BatchSource(documents[Symbol.iterator]()),
      batchSize: wholeNumberArgument(cursor, 'batchSize'),
    });
  },
};
