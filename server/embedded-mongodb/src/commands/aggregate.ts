import type { Document, Value } from '../bson/values.js';
import { encodeDocument } from '../bson/encode.js';
import { readFields } from '../bson/raw.js';
import { isDocument } from '../bson/values.js';
import type { Pipeline } from '../aggregation/pipeline.js';
import { compilePipeline } from '../aggregation/pipeline.js';
import { documentSizeLimit, tooLarge } from '../aggregation/stages/document-size.js';
import { BatchSource } from '../cursors/BatchSource.js';
import { MongoError, errorCodes, fail } from '../errors.js';
import type { Collation } from '../query/collation.js';
import { compileFilter } from '../query/filter.js';
import { DocumentLocked } from '../storage/errors.js';
import type { Query } from '../storage/Query.js';
import type { Unit } from '../storage/Unit.js';
import type { Reply } from '../wire/reply.js';
import { arrayArgument, checkFields, documentArgument, flagArgument, toNumber, wholeNumberArgument } from './arguments.js';
import type { ArgumentTable } from './arguments.js';
import { isNumeric } from '../bson/values.js';
import type { Command } from './Command.js';
import { ownStages } from './aggregating-the-server.js';
import { openChangeStream } from './change-stream.js';
import { explainedBy } from './explain.js';
import { hintArgument } from './find.js';
import { collectionNamespace } from './namespace.js';
import { answerWithCursor } from './reading/answer-with-cursor.js';
import { collectionGuard } from './reading/collection-guard.js';
import { collationFor } from './reading/collation.js';
import { clusterTimeOf, letVariables } from './reading/let-variables.js';
import { UnitSource } from './reading/UnitSource.js';
import { withDistance } from './reading/with-distance.js';
import type { Request } from './Request.js';
import { outwait } from './writing/outwait.js';
import { readingUnit } from './Request.js';

export const aggregateArguments: ArgumentTable = {
  pipeline: 'array',
  cursor: 'document',
  explain: 'flag',
  allowDiskUse: 'flag',
  bypassDocumentValidation: 'flag',
  collation: 'document',
  hint: 'documentOrString',
  let: 'document',
};

const memoryLimitBytes = 100 * 1024 * 1024;

export const aggregate: Command = {
  name: 'aggregate',
  arguments: aggregateArguments,
  inTransactions: true,
  takesReadConcern: true,
  takesWriteConcern: true,
  inApiVersion1: true,
  run: async (request) => {
    const { body } = request;
    const stages = arrayArgument(body, 'pipeline') ?? fail('TypeMismatch', "'pipeline' option must be specified as an array");
    if (flagArgument(body, 'explain')) return explainedBy(request, body, 'queryPlanner');
    const cursor = documentArgument(body, 'cursor');
    if (!cursor) return fail('FailedToParse', "The 'cursor' option is required, except for aggregate with the explain argument");
    checkFields('cursor', cursor, { batchSize: 'number' });
    const batchSize = wholeNumberArgument(cursor, 'batchSize');
    const first = stages[0];
    if (isDocument(first) && first.has('$changeStream')) return openChangeStream(request, stages, batchSize);
    const prepared = prepareAggregation(request, ownStages(request, stages));
    if (prepared.pipeline.writesTo && documentArgument(body, 'readConcern')?.get('level') === 'linearizable')
      fail('InvalidOptions', "$out and $merge cannot be used with a 'linearizable' read concern level");
    return prepared.pipeline.writesTo ? runWriting(request, stages) : runReading(request, prepared, batchSize);
  },
};

/** A compiled pipeline with the query that feeds it. */
export interface PreparedAggregation {
  readonly namespace: string;
  readonly collectionless: boolean;
  readonly pipeline: Pipeline;
  readonly query: Query;
  readonly unit: Unit;
  readonly collation: Collation | undefined;
  readonly variables: ReadonlyMap<string, Value | undefined>;
}

export const prepareAggregation = (request: Request, stages: readonly Value[]): PreparedAggregation => {
  const { body, database } = request;
  const collection = targetCollection(body.get('aggregate'));
  const namespace = collection === undefined ? `${database}.$cmd.aggregate` : collectionNamespace(database, collection);
  const unit = readingUnit(request);
  const collation = collationFor(body, collection === undefined ? undefined : unit.collection(namespace));
  const variables = letVariables(body, request);
  const pipeline = compilePipeline(stages, { database, collection, collation, variables: new Set(variables.keys()) });
  const { leading } = pipeline;
  const filter: Document = leading.filter ?? new Map();
  const query: Query = {
    ...leading,
    filter,
    filterCompiled: compileFilter(filter, { collation, variables, now: new Date(), clusterTime: clusterTimeOf(request) }),
    hint: hintArgument(body),
    collation,
    deadline: request.timeLimit.deadline,
  };
  return { namespace, collectionless: collection === undefined, pipeline, query, unit, collation, variables };
};

const targetCollection = (target: Value | undefined): string | undefined => {
  if (typeof target === 'string') return target;
  if (isNumeric(target) && toNumber(target) === 1) return undefined;
  throw new MongoError(errorCodes.FailedToParse, "Invalid command format: the 'aggregate' field must specify a collection name or 1");
};

const runReading = (request: Request, prepared: PreparedAggregation, batchSize: number | undefined): Reply | Promise<Reply> => {
  const { namespace, pipeline, query, unit } = prepared;
  const readsBytes = pipeline.isEmpty && !query.near && !pipeline.hasOwnInput && !prepared.collectionless;
  const documents = readsBytes ? storedBytes(unit, namespace, query) : computedBytes(results(request, prepared));
  return answerWithCursor(request, {
    namespace,
    source: new BatchSource(documents, Infinity, collectionGuard(unit, namespace)),
    batchSize,
  });
};

const runWriting = async (request: Request, stages: readonly Value[]): Promise<Reply> => {
  if (request.transaction) fail('OperationNotSupportedInTransaction', '$out and $merge cannot run within a multi-document transaction');
  for (;;) {
    const prepared = prepareAggregation(request, ownStages(request, stages));
    const { namespace, unit } = prepared;
    try {
      for (const _ of results(request, prepared));
      await unit.commit();
      return answerWithCursor(request, { namespace, source: new BatchSource([][Symbol.iterator]()), batchSize: undefined });
    } catch (error) {
      unit.abort();
      if (!(error instanceof DocumentLocked)) throw error;
      await outwait(error.released, request.timeLimit);
    }
  }
};

const results = (request: Request, prepared: PreparedAggregation): Generator<Document> => {
  const { pipeline, unit, collation, variables } = prepared;
  const input = pipeline.hasOwnInput || prepared.collectionless ? [] : storedDocuments(prepared);
  return pipeline.run(input, {
    now: new Date(),
    clusterTime: clusterTimeOf(request),
    variables,
    deadline: request.timeLimit.deadline,
    memoryLimitBytes,
    source: new UnitSource(request, unit, collation),
  });
};

/** More fields than this are decoded with the whole document. */
const mostSingleFields = 8;

function* storedDocuments({ unit, namespace, query, pipeline }: PreparedAggregation): Generator<Document> {
  const needed = pipeline.neededFields && pipeline.neededFields.size <= mostSingleFields ? [...pipeline.neededFields] : undefined;
  for (const stored of unit.find(namespace, query)) {
    if (query.near) yield withDistance(stored, query.near);
    else yield needed && !stored.isDecoded ? readFields(stored.bytes, needed) : stored.document();
  }
}

function* storedBytes(unit: Unit, namespace: string, query: Query): Generator<Uint8Array> {
  for (const stored of unit.find(namespace, query)) yield stored.bytes;
}

function* computedBytes(documents: Iterable<Document>): Generator<Uint8Array> {
  for (const document of documents) {
    const bytes = encodeDocument(document);
    yield bytes.length > documentSizeLimit ? tooLarge(bytes.length) : bytes;
  }
}
