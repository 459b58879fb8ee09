import type { Document, Value } from '../bson/values.js';
import { fail, notSupported } from '../errors.js';
import type { Query } from '../storage/Query.js';
import type { Reply } from '../wire/reply.js';
import { aggregateArguments, prepareAggregation } from './aggregate.js';
import { arrayArgument, checkCommandArguments, documentArgument, documentOrEmpty, documentsArgument, stringArgument } from './arguments.js';
import type { Command } from './Command.js';
import { reply } from './Command.js';
import { countArguments, countQuery } from './count.js';
import { distinctArguments, distinctQuery } from './distinct.js';
import { fieldsOf, int } from './fields.js';
import { findArguments, findQuery, hintArgument } from './find.js';
import { namespaceOf } from './namespace.js';
import { collationFor } from './reading/collation.js';
import type { Request } from './Request.js';
import { readingUnit } from './Request.js';
import { replicaSetName } from './ServerContext.js';
import { serverVersion } from './buildInfo.js';

type Verbosity = 'queryPlanner' | 'executionStats' | 'allPlansExecution';

const verbosities: readonly string[] = ['queryPlanner', 'executionStats', 'allPlansExecution'];

export const explain: Command = {
  name: 'explain',
  arguments: { verbosity: 'string' },
  takesReadConcern: true,
  inApiVersion1: true,
  run: (request) => {
    const explained =
      documentArgument(request.body, 'explain') ?? fail('TypeMismatch', "BSON field 'explain.explain' must be of type object");
    const verbosity = stringArgument(request.body, 'verbosity') ?? 'allPlansExecution';
    if (!verbosities.includes(verbosity))
      fail('FailedToParse', 'verbosity string must be one of {"queryPlanner", "executionStats", "allPlansExecution"}');
    return explainedBy(request, explained, verbosity as Verbosity);
  },
};

/** The plan of a command that is not run; `explained` is that command's own document. */
export const explainedBy = (request: Request, explained: Document, verbosity: Verbosity): Reply => {
  const name = explained.keys().next().value ?? '';
  const inner: Request = { ...request, name, body: explained };
  const unit = readingUnit(request);
  const answer = (namespace: string, query: Query, more: Document = new Map()): Reply =>
    reply(
      new Map<string, Value>([
        ['explainVersion', '1'],
        ...unit.explain(namespace, query, verbosity),
        ...more,
        ['command', explained],
        ['serverInfo', serverInfo(request)],
      ]),
    );
  switch (name) {
    case 'find': {
      checkCommandArguments(name, explained, findArguments);
      const namespace = namespaceOf(inner);
      return answer(namespace, findQuery(inner, unit));
    }
    case 'count': {
      checkCommandArguments(name, explained, countArguments);
      const namespace = namespaceOf(inner);
      return answer(namespace, countQuery(inner, namespace, unit));
    }
    case 'distinct': {
      checkCommandArguments(name, explained, distinctArguments);
      const namespace = namespaceOf(inner);
      return answer(namespace, distinctQuery(inner, namespace, unit));
    }
    case 'aggregate': {
      checkCommandArguments(name, explained, aggregateArguments);
      const stages = arrayArgument(explained, 'pipeline') ?? [];
      const { namespace, query } = prepareAggregation(inner, stages);
      return answer(namespace, query, fieldsOf({ stages: [...stages] }));
    }
    case 'update':
      return answer(namespaceOf(inner), statementQuery(inner, 'updates'));
    case 'delete':
      return answer(namespaceOf(inner), statementQuery(inner, 'deletes'));
    case 'findAndModify':
    case 'findandmodify':
      return answer(namespaceOf(inner), queryIn(inner, documentOrEmpty(explained, 'query'), explained));
    default:
      return notSupported(`explain of ${name}`);
  }
};

const statementQuery = (inner: Request, batch: string): Query => {
  const statements = documentsArgument(inner.body, batch) ?? [];
  const [statement] = statements;
  if (!statement || statements.length > 1) return fail('InvalidLength', 'explain takes exactly one statement');
  return queryIn(inner, documentOrEmpty(statement, 'q'), statement);
};

const queryIn = (inner: Request, filter: Document, options: Document): Query => ({
  filter,
  sort: documentArgument(options, 'sort'),
  hint: hintArgument(options),
  collation: collationFor(options, readingUnit(inner).collection(namespaceOf(inner))),
});

const serverInfo = (request: Request): Document => {
  const [host = '', port = ''] = request.server.address.split(':');
  return fieldsOf({ host, port: int(Number(port)), version: serverVersion, gitVersion: replicaSetName });
};
