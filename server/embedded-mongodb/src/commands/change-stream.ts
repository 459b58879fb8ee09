import type { Document, Value } from '../bson/values.js';
import { Timestamp, isDocument } from '../bson/values.js';
import { compilePipeline } from '../aggregation/pipeline.js';
import { ChangeStreamSource } from '../change-streams/ChangeStreamSource.js';
import type { EventOptions } from '../change-streams/change-event.js';
import { ResumeToken } from '../change-streams/ResumeToken.js';
import { StreamScope } from '../change-streams/StreamScope.js';
import { fail } from '../errors.js';
import { compileFilter } from '../query/filter.js';
import type { Reply } from '../wire/reply.js';
import { checkFields, flagArgument, stringArgument } from './arguments.js';
import { collectionNamespace } from './namespace.js';
import { answerWithCursor } from './reading/answer-with-cursor.js';
import { collationFor } from './reading/collation.js';
import { clusterTimeOf, letVariables } from './reading/let-variables.js';
import { UnitSource } from './reading/UnitSource.js';
import type { Request } from './Request.js';
import { readingUnit } from './Request.js';

const allowedAfterwards: ReadonlySet<string> = new Set([
  '$match',
  '$project',
  '$addFields',
  '$set',
  '$unset',
  '$replaceRoot',
  '$replaceWith',
  '$redact',
]);
const memoryLimitBytes = 100 * 1024 * 1024;

/** Opens a change stream: `stages` begins with `$changeStream`. */
export const openChangeStream = (request: Request, stages: readonly Value[], batchSize: number | undefined): Reply | Promise<Reply> => {
  const [first, ...others] = stages;
  const stage = isDocument(first) ? first.get('$changeStream') : undefined;
  if (!isDocument(stage)) return fail('TypeMismatch', 'the $changeStream stage must be specified as an object');
  if (request.transaction)
    fail('OperationNotSupportedInTransaction', 'Stage not supported inside of a multi-document transaction: $changeStream');
  const level = stringArgument(requestReadConcern(request), 'level');
  if (level !== undefined && level !== 'majority')
    fail('InvalidOptions', `$changeStream cannot run with a readConcern other than 'majority'`);
  const settings = readStage(stage);
  const { namespace, scope } = scopeOf(request, settings.allChangesForCluster, settings.expanded);
  const unit = readingUnit(request);
  const source = new ChangeStreamSource(request.server.changes, {
    scope,
    from: startingPoint(request, stage),
    transform: transformation(request, others),
    events: {
      ...settings,
      lookUp: (of, id) => unit.findById(of, id)?.document(),
      keepsImages: (of) => {
        const images = unit.collection(of)?.options.get('changeStreamPreAndPostImages');
        return isDocument(images) && images.get('enabled') === true;
      },
    },
  });
  return answerWithCursor(request, { namespace, source, batchSize, awaitsData: true });
};

const requestReadConcern = (request: Request): Document => {
  const readConcern = request.body.get('readConcern');
  return isDocument(readConcern) ? readConcern : new Map();
};

const readStage = (
  stage: Document,
): Pick<EventOptions, 'fullDocument' | 'fullDocumentBeforeChange' | 'expanded'> & { readonly allChangesForCluster: boolean } => {
  checkFields('$changeStream', stage, {
    fullDocument: 'string',
    fullDocumentBeforeChange: 'string',
    resumeAfter: 'document',
    startAfter: 'document',
    startAtOperationTime: 'timestamp',
    allChangesForCluster: 'boolean',
    showExpandedEvents: 'boolean',
  });
  return {
    fullDocument: choice(stage, 'fullDocument', ['default', 'updateLookup', 'whenAvailable', 'required']),
    fullDocumentBeforeChange: choice(stage, 'fullDocumentBeforeChange', ['off', 'whenAvailable', 'required']),
    expanded: flagArgument(stage, 'showExpandedEvents') ?? false,
    allChangesForCluster: flagArgument(stage, 'allChangesForCluster') ?? false,
  };
};

/** The value of an enumerated field; the first choice where it is left out. */
const choice = <Choice extends string>(stage: Document, name: string, choices: readonly [Choice, ...Choice[]]): Choice => {
  const given = stringArgument(stage, name);
  if (given === undefined) return choices[0];
  return (
    choices.find((possible) => possible === given) ??
    fail('BadValue', `Enumeration value '${given}' for field '$changeStream.${name}' is not a valid value.`)
  );
};

const scopeOf = (request: Request, wholeCluster: boolean, expanded: boolean): { namespace: string; scope: StreamScope } => {
  const { database } = request;
  const collection = request.body.get('aggregate');
  if (typeof collection === 'string') {
    if (wholeCluster || ['admin', 'config', 'local'].includes(database)) refuseNamespace(database);
    return { namespace: collectionNamespace(database, collection), scope: new StreamScope(database, collection, expanded) };
  }
  const namespace = `${database}.$cmd.aggregate`;
  if (wholeCluster) {
    if (database !== 'admin')
      fail(
        'InvalidOptions',
        "A $changeStream with 'allChangesForCluster:true' may only be opened on the 'admin' database, and with no collection name",
      );
    return { namespace, scope: new StreamScope(undefined, undefined, expanded) };
  }
  if (['admin', 'config', 'local'].includes(database)) refuseNamespace(database);
  return { namespace, scope: new StreamScope(database, undefined, expanded) };
};

const refuseNamespace = (database: string): never =>
  fail('InvalidNamespace', `$changeStream may not be opened on the internal ${database} database`);

const startingPoint = (request: Request, stage: Document): ResumeToken => {
  const given = ['resumeAfter', 'startAfter', 'startAtOperationTime'].filter((name) => isGiven(stage.get(name)));
  if (given.length > 1) fail('InvalidOptions', "Only one of 'resumeAfter', 'startAfter', and 'startAtOperationTime' may be given");
  const time = stage.get('startAtOperationTime');
  if (time instanceof Timestamp) return ResumeToken.before(time);
  const [name] = given;
  if (name === undefined) return ResumeToken.after(clusterTimeOf(request));
  const token = ResumeToken.parse(stage.get(name));
  if (name === 'resumeAfter' && token.isInvalidation)
    fail('InvalidResumeToken', "Attempting to resume a change stream using 'resumeAfter' is not allowed from an invalidate notification.");
  return token;
};

const isGiven = (value: Value | undefined): boolean => value !== undefined && value !== null;

const transformation = (request: Request, stages: readonly Value[]): ((event: Document) => Document | undefined) => {
  if (stages.length === 0) return (event) => event;
  const variables = letVariables(request.body, request);
  const collation = collationFor(request.body, undefined);
  const pipeline = compilePipeline(stages, {
    database: request.database,
    collection: '$changeStream',
    collation,
    variables: new Set(variables.keys()),
  });
  for (const stage of stages) {
    const [name] = isDocument(stage) ? stage.keys() : [];
    if (name === undefined || !allowedAfterwards.has(name))
      fail('IllegalOperation', `${name ?? 'this stage'} is not permitted in a $changeStream pipeline`);
  }
  const moment = { variables, now: new Date(), clusterTime: clusterTimeOf(request) };
  const { filter } = pipeline.leading;
  const compiled = filter && compileFilter(filter, { collation, ...moment });
  const source = new UnitSource(request, readingUnit(request), collation);
  const { deadline } = request.timeLimit;
  return (event) => {
    deadline.tick();
    if (compiled && !compiled.matches(event)) return undefined;
    const [transformed] = pipeline.run([event], { ...moment, deadline, memoryLimitBytes, source });
    return transformed;
  };
};
