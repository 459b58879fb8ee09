import type { Document } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { fail, notSupported } from '../errors.js';
import { checkedOptions } from '../storage/catalogue/collection-options.js';
import { checkFields, documentArgument, flagArgument, isGiven } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { namespaceOf } from './namespace.js';
import { changeCatalogue } from './writing/change-catalogue.js';

const leftOut = ['viewOn', 'pipeline', 'expireAfterSeconds', 'timeseries', 'cappedSize', 'cappedMax', 'dryRun'];

export const collMod: Command = {
  name: 'collMod',
  arguments: {
    index: 'document',
    validator: 'document',
    validationLevel: 'string',
    validationAction: 'string',
    viewOn: 'string',
    pipeline: 'array',
    expireAfterSeconds: 'any',
    timeseries: 'document',
    changeStreamPreAndPostImages: 'document',
    cappedSize: 'number',
    cappedMax: 'number',
    dryRun: 'boolean',
  },
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async (request) => {
    const { body } = request;
    const namespace = namespaceOf(request);
    for (const name of leftOut) if (isGiven(body, name)) notSupported(`collMod with ${name}`);
    const answer = await changeCatalogue(request, (unit) => {
      if (!unit.collection(namespace)) fail('NamespaceNotFound', `ns does not exist: ${namespace}`);
      const index = documentArgument(body, 'index');
      return unit.modifyCollection(namespace, {
        index: index && indexModification(index),
        options: checkedOptions(namespace, changedOptions(body)),
      });
    });
    return reply(answer);
  },
};

const changedOptions = (body: Document): Document => {
  const options: Document = new Map();
  for (const name of ['changeStreamPreAndPostImages', 'validator', 'validationLevel', 'validationAction']) {
    const value = body.get(name);
    if (value !== undefined && value !== null) options.set(name, value);
  }
  return options;
};

const indexModification = (index: Document) => {
  checkFields('collMod.index', index, {
    name: 'string',
    keyPattern: 'document',
    expireAfterSeconds: 'any',
    hidden: 'flag',
    unique: 'flag',
    prepareUnique: 'flag',
    forceNonUnique: 'flag',
  });
  for (const name of ['unique', 'prepareUnique', 'forceNonUnique']) if (index.has(name)) notSupported(`collMod with index.${name}`);
  const which = index.get('keyPattern') ?? index.get('name');
  const expireAfterSeconds = index.get('expireAfterSeconds');
  if (typeof which !== 'string' && !isDocument(which)) return fail('InvalidOptions', 'must specify either index name or key pattern');
  const hidden = flagArgument(index, 'hidden');
  if (expireAfterSeconds === undefined && hidden === undefined)
    return fail('InvalidOptions', 'no expireAfterSeconds, hidden, unique, or prepareUnique field');
  return { which, expireAfterSeconds, hidden };
};
