import { isNumeric } from '../bson/values.js';
import { compileFilter } from '../query/filter.js';
import type { Query } from '../storage/Query.js';
import type { Unit } from '../storage/Unit.js';
import type { ArgumentTable } from './arguments.js';
import { documentOrEmpty, toNumber, wholeNumberArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { fieldsOf, int } from './fields.js';
import { hintArgument } from './find.js';
import { scopeOf } from './reading/scope.js';
import { namespaceOf } from './namespace.js';
import { collationFor } from './reading/collation.js';
import type { Request } from './Request.js';
import { readingUnit } from './Request.js';

export const countArguments: ArgumentTable = {
  query: 'document',
  limit: 'number',
  skip: 'number',
  hint: 'documentOrString',
  collation: 'document',
  fields: 'document',
};

export const count: Command = {
  name: 'count',
  arguments: countArguments,
  takesReadConcern: true,
  inApiVersion1: true,
  run: (request) => {
    const namespace = namespaceOf(request);
    const unit = readingUnit(request);
    return reply(fieldsOf({ n: int(unit.count(namespace, countQuery(request, namespace, unit))) }));
  },
};

export const countQuery = (request: Request, namespace: string, unit: Unit): Query => {
  const { body } = request;
  const collation = collationFor(body, unit.collection(namespace));
  const filter = documentOrEmpty(body, 'query');
  const limit = body.get('limit');
  return {
    filter,
    filterCompiled: compileFilter(filter, { collation, ...scopeOf(request), allowsNear: true }),
    hint: hintArgument(body),
    collation,
    skip: wholeNumberArgument(body, 'skip'),
    limit: isNumeric(limit) ? Math.abs(toNumber(limit)) : undefined,
    deadline: request.timeLimit.deadline,
  };
};
