import type { Document } from '../bson/values.js';
import { equalValues } from '../bson/compare.js';
import { fail, notSupported } from '../errors.js';
import { checkedOptions } from '../storage/catalogue/collection-options.js';
import { checkFields, documentArgument, flagArgument, isGiven } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { namespaceOf, refuseSystemCollection } from './namespace.js';
import { changeCatalogue } from './writing/change-catalogue.js';

const leftOut = ['timeseries', 'clusteredIndex', 'viewOn', 'pipeline', 'expireAfterSeconds', 'encryptedFields', 'storageEngine'];

export const create: Command = {
  name: 'create',
  arguments: {
    capped: 'flag',
    autoIndexId: 'flag',
    size: 'number',
    max: 'number',
    storageEngine: 'document',
    validator: 'document',
    validationLevel: 'string',
    validationAction: 'string',
    indexOptionDefaults: 'document',
    viewOn: 'string',
    pipeline: 'array',
    collation: 'document',
    timeseries: 'document',
    clusteredIndex: 'any',
    expireAfterSeconds: 'any',
    encryptedFields: 'document',
    changeStreamPreAndPostImages: 'document',
    flags: 'number',
    temp: 'flag',
  },
  inTransactions: true,
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async (request) => {
    const { body } = request;
    const namespace = namespaceOf(request);
    refuseSystemCollection(namespace);
    if (flagArgument(body, 'capped')) notSupported('a capped collection');
    for (const name of leftOut) if (isGiven(body, name)) notSupported(`create with ${name}`);
    if (flagArgument(body, 'autoIndexId') === false) notSupported('a collection without an index on _id');
    const options = optionsOf(body);
    await changeCatalogue(request, (unit) => {
      const existing = unit.collection(namespace);
      if (!existing) unit.createCollection(namespace, options);
      else if (request.transaction || !equalValues(existing.options, checkedOptions(namespace, options)))
        fail('NamespaceExists', `Collection ${namespace} already exists.`);
    });
    return reply();
  },
};

/** The options as `listCollections` will show them. */
const optionsOf = (body: Document): Document => {
  const options: Document = new Map();
  for (const name of ['collation', 'validator', 'validationLevel', 'validationAction']) {
    const value = body.get(name);
    if (value !== undefined && value !== null) options.set(name, value);
  }
  const images = documentArgument(body, 'changeStreamPreAndPostImages');
  if (images) {
    checkFields('create.changeStreamPreAndPostImages', images, { enabled: 'boolean' }, ['enabled']);
    if (images.get('enabled') === true) options.set('changeStreamPreAndPostImages', images);
  }
  return options;
};
