import type { Document } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { encodeDocument } from '../bson/encode.js';
import { BatchSource } from '../cursors/BatchSource.js';
import { notSupported } from '../errors.js';
import type { Filter } from '../query/filter.js';
import { compileFilter } from '../query/filter.js';
import type { Projection } from '../query/projection.js';
import { compileProjection } from '../query/projection.js';
import type { Query } from '../storage/Query.js';
import type { StoredDocument } from '../storage/StoredDocument.js';
import type { Unit } from '../storage/Unit.js';
import type { ArgumentTable } from './arguments.js';
import { documentArgument, documentOrEmpty, flagArgument, wholeNumberArgument } from './arguments.js';
import type { Command } from './Command.js';
import { namespaceOf } from './namespace.js';
import { answerWithCursor } from './reading/answer-with-cursor.js';
import { collationFor } from './reading/collation.js';
import { clusterTimeOf, letVariables } from './reading/let-variables.js';
import type { Request } from './Request.js';
import { readingUnit } from './Request.js';

export const findArguments: ArgumentTable = {
  filter: 'document',
  sort: 'document',
  projection: 'document',
  hint: 'documentOrString',
  skip: 'number',
  limit: 'number',
  batchSize: 'number',
  singleBatch: 'flag',
  max: 'document',
  min: 'document',
  returnKey: 'flag',
  showRecordId: 'flag',
  tailable: 'flag',
  awaitData: 'flag',
  oplogReplay: 'flag',
  noCursorTimeout: 'flag',
  allowPartialResults: 'flag',
  collation: 'document',
  allowDiskUse: 'flag',
  let: 'document',
};

export const find: Command = {
  name: 'find',
  arguments: findArguments,
  inTransactions: true,
  takesReadConcern: true,
  run: (request) => {
    const { body } = request;
    const namespace = namespaceOf(request);
    const unit = readingUnit(request);
    const query = findQuery(request, namespace, unit);
    const projection = projectionOf(request, query.filterCompiled);
    const found = unit.find(namespace, query);
    const documents = encoded(found[Symbol.iterator](), projection);
    return answerWithCursor(request, {
      namespace,
      source: new BatchSource(documents, query.limit || Infinity),
      batchSize: wholeNumberArgument(body, 'batchSize'),
      singleBatch: flagArgument(body, 'singleBatch'),
      neverTimesOut: flagArgument(body, 'noCursorTimeout'),
    });
  },
};

/** What a find command asks of storage; `explain` asks the same. */
export const findQuery = (request: Request, namespace: string, unit: Unit): Query & { readonly filterCompiled: Filter } => {
  const { body } = request;
  for (const name of ['max', 'min', 'returnKey', 'showRecordId', 'tailable', 'awaitData'])
    if (isDocument(body.get(name)) || flagArgument(body, name)) notSupported(`find with ${name}`);
  const collation = collationFor(body, unit.collection(namespace));
  const filter = documentOrEmpty(body, 'filter');
  return {
    filter,
    filterCompiled: compileFilter(filter, { collation, ...scopeOf(request) }),
    sort: documentArgument(body, 'sort'),
    hint: hintArgument(body),
    collation,
    skip: wholeNumberArgument(body, 'skip'),
    limit: wholeNumberArgument(body, 'limit'),
    deadline: request.timeLimit.deadline,
  };
};

/** What expressions within a filter, a projection or an update may speak of. */
export const scopeOf = (request: Request) => ({
  variables: letVariables(request.body, request),
  now: new Date(),
  clusterTime: clusterTimeOf(request),
});

export const hintArgument = (body: Document): string | Document | undefined => {
  const hint = body.get('hint');
  if (typeof hint === 'string') return hint;
  return isDocument(hint) && hint.size > 0 ? hint : undefined;
};

const projectionOf = (request: Request, filter: Filter): Projection | undefined => {
  const specification = documentArgument(request.body, 'projection');
  if (!specification || specification.size === 0) return undefined;
  const projection = compileProjection(specification, filter, scopeOf(request));
  return projection.isIdentity ? undefined : projection;
};

/** Bytes that no projection touches pass as they are stored. */
const encoded = (found: Iterator<StoredDocument>, projection: Projection | undefined): Iterator<Uint8Array> => ({
  next: () => {
    const result = found.next();
    if (result.done) return { done: true, value: undefined };
    return { value: projection ? encodeDocument(projection.apply(result.value.document())) : result.value.bytes };
  },
  return: () => {
    found.return?.();
    return { done: true, value: undefined };
  },
});
