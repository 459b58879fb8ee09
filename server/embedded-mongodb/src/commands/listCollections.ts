import type { Document, Value } from '../bson/values.js';
import { Binary } from '../bson/values.js';
import { encodeDocument } from '../bson/encode.js';
import { BatchSource } from '../cursors/BatchSource.js';
import { compileFilter } from '../query/filter.js';
import type { CollectionInfo } from '../storage/CollectionInfo.js';
import { checkFields, documentOrEmpty, flagArgument, wholeNumberArgument } from './arguments.js';
import type { Command } from './Command.js';
import { fieldsOf } from './fields.js';
import { answerWithCursor } from './reading/answer-with-cursor.js';

export const listCollections: Command = {
  name: 'listCollections',
  arguments: { filter: 'document', nameOnly: 'flag', authorizedCollections: 'flag', cursor: 'document' },
  inApiVersion1: true,
  run: (request) => {
    const { body, database, server } = request;
    const cursor = documentOrEmpty(body, 'cursor');
    checkFields('cursor', cursor, { batchSize: 'number' });
    const filter = compileFilter(documentOrEmpty(body, 'filter'));
    const describe = flagArgument(body, 'nameOnly') ? nameAlone : wholeDescription;
    const documents = server.store
      .listCollections(database)
      .map((collection) => ({ collection, whole: wholeDescription(collection) }))
      .filter(({ whole }) => filter.matches(whole))
      .map(({ collection }) => encodeDocument(describe(collection)));
    return answerWithCursor(request, {
      namespace: `${database}.$cmd.listCollections`,
      source: new BatchSource(documents[Symbol.iterator]()),
      batchSize: wholeNumberArgument(cursor, 'batchSize'),
    });
  },
};

const nameOf = (collection: CollectionInfo): string => collection.namespace.slice(collection.namespace.indexOf('.') + 1);

const nameAlone = (collection: CollectionInfo): Document => fieldsOf({ name: nameOf(collection), type: 'collection' });

const wholeDescription = (collection: CollectionInfo): Document =>
  fieldsOf({
    name: nameOf(collection),
    type: 'collection',
    options: collection.options,
    info: new Map<string, Value>([
      ['readOnly', false],
      ['uuid', new Binary(collection.id, Binary.SUBTYPE_UUID)],
    ]),
    idIndex: collection.indexes[0]?.specification,
  });
