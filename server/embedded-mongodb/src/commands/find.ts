import type { Document } from '../bson/values.js';
import { isDocument } from '../bson/values.js';
import { encodeDocument } from '../bson/encode.js';
import { BatchSource } from '../cursors/BatchSource.js';
import { notSupported } from '../errors.js';
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
import { collectionGuard } from './reading/collection-guard.js';
import { collationFor } from './reading/collation.js';
import type { Scope } from './reading/scope.js';
import { scopeOf } from './reading/scope.js';
import { Selection } from './reading/Selection.js';
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
  inApiVersion1: true,
  run: (request) => {
    const { body } = request;
    const unit = readingUnit(request);
    const scope = scopeOf(request);
    const selection = findSelection(request, unit, scope);
    const skip = wholeNumberArgument(body, 'skip');
    const limit = wholeNumberArgument(body, 'limit');
    const projection = projectionOf(body, selection, scope);
    const found = selection.find(unit, skip, limit);
    return answerWithCursor(request, {
      namespace: selection.namespace,
      source: new BatchSource(encoded(found[Symbol.iterator](), projection), limit || Infinity, collectionGuard(unit, selection.namespace)),
      batchSize: wholeNumberArgument(body, 'batchSize'),
      singleBatch: flagArgument(body, 'singleBatch'),
      neverTimesOut: flagArgument(body, 'noCursorTimeout'),
    });
  },
};

/** What a find command asks of storage. */
const findSelection = (request: Request, unit: Unit, scope: Scope): Selection => {
  const { body } = request;
  for (const name of ['max', 'min', 'returnKey', 'showRecordId', 'tailable', 'awaitData'])
    if (isDocument(body.get(name)) || flagArgument(body, name)) notSupported(`find with ${name}`);
  const namespace = namespaceOf(request);
  return new Selection(namespace, documentOrEmpty(body, 'filter'), {
    sort: documentArgument(body, 'sort'),
    hint: hintArgument(body),
    collation: collationFor(body, unit.collection(namespace)),
    scope,
    deadline: request.timeLimit.deadline,
  });
};

/** The same as storage's query, for `explain`. */
export const findQuery = (request: Request, unit: Unit): Query =>
  findSelection(request, unit, scopeOf(request)).query({
    skip: wholeNumberArgument(request.body, 'skip'),
    limit: wholeNumberArgument(request.body, 'limit'),
  });

export const hintArgument = (body: Document): string | Document | undefined => {
  const hint = body.get('hint');
  if (typeof hint === 'string') return hint;
  return isDocument(hint) && hint.size > 0 ? hint : undefined;
};

const projectionOf = (body: Document, selection: Selection, scope: Scope): Projection | undefined => {
  const specification = documentArgument(body, 'projection');
  if (!specification || specification.size === 0) return undefined;
  const projection = compileProjection(specification, selection.compiled, scope);
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
