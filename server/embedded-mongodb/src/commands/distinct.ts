import type { Value } from '../bson/values.js';
import { encodedSize } from '../bson/encode.js';
import { groupKey } from '../bson/group-key.js';
import { valuesAt } from '../bson/paths.js';
import { MongoError, fail } from '../errors.js';
import { compileFilter } from '../query/filter.js';
import type { Query } from '../storage/Query.js';
import type { Unit } from '../storage/Unit.js';
import { maxDocumentBytes } from '../wire/limits.js';
import type { ArgumentTable } from './arguments.js';
import { documentOrEmpty, stringArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf } from './fields.js';
import { hintArgument } from './find.js';
import { scopeOf } from './reading/scope.js';
import { namespaceOf } from './namespace.js';
import { collationFor } from './reading/collation.js';
import type { Request } from './Request.js';
import { readingUnit } from './Request.js';

export const distinctArguments: ArgumentTable = {
  key: 'string',
  query: 'document',
  hint: 'documentOrString',
  collation: 'document',
};

export const distinct: Command = {
  name: 'distinct',
  arguments: distinctArguments,
  inTransactions: true,
  takesReadConcern: true,
  run: (request) => {
    const namespace = namespaceOf(request);
    const unit = readingUnit(request);
    return reply(fieldsOf({ values: distinctValues(request, namespace, unit) }));
  },
};

export const distinctQuery = (request: Request, namespace: string, unit: Unit): Query => {
  const { body } = request;
  const collation = collationFor(body, unit.collection(namespace));
  const filter = documentOrEmpty(body, 'query');
  return {
    filter,
    filterCompiled: compileFilter(filter, { collation, ...scopeOf(request), allowsNear: true }),
    hint: hintArgument(body),
    collation,
    deadline: request.timeLimit.deadline,
  };
};

/** Each value once, in the order of its first appearance; the items of arrays count as values. */
const distinctValues = (request: Request, namespace: string, unit: Unit): Value[] => {
  const key = stringArgument(request.body, 'key');
  if (!key) return fail('BadValue', "BSON field 'distinct.key' is missing or empty");
  const query = distinctQuery(request, namespace, unit);
  const values = new Map<string, Value>();
  let bytes = 0;
  const add = (value: Value): void => {
    const identity = groupKey(typeof value === 'string' && query.collation ? query.collation.equalityKey(value) : value);
    if (values.has(identity)) return;
    bytes += encodedSize(new Map([['0', value]]));
    if (bytes > maxDocumentBytes) throw new MongoError(17217, 'distinct too big, 16mb cap');
    values.set(identity, value);
  };
  for (const stored of unit.find(namespace, query))
    for (const value of valuesAt(stored.document(), key)) {
      if (Array.isArray(value)) value.forEach(add);
      else if (value !== undefined) add(value);
    }
  return [...values.values()];
};
