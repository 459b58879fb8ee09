import type { Document, Value } from '../bson/values.js';
import { Binary } from '../bson/values.js';
import { decodeDocument } from '../bson/decode.js';
import { MongoError } from '../errors.js';
import { fieldsOf } from '../commands/fields.js';
import type { CatalogueChange, DocumentChange } from '../storage/ChangeEvent.js';
import type { PastChange } from './ChangeHistory.js';
import { ResumeToken } from './ResumeToken.js';
import { updateDescription } from './update-description.js';

export interface EventOptions {
  readonly fullDocument: 'default' | 'updateLookup' | 'whenAvailable' | 'required';
  readonly fullDocumentBeforeChange: 'off' | 'whenAvailable' | 'required';
  readonly expanded: boolean;
  /** The newest form of a document, for `updateLookup`. */
  readonly lookUp: (namespace: string, id: Value) => Document | undefined;
  /** The collection was made to keep documents before and after their changes. */
  readonly keepsImages: (namespace: string) => boolean;
}

/** The document that tells of a change. */
export const changeEvent = (past: PastChange, options: EventOptions): Document => {
  const { change } = past;
  return 'after' in change ? documentEvent(past, change, options) : catalogueEvent(past, change, options);
};

/** The last event of a stream. */
export const invalidateEvent = (past: PastChange): Document =>
  fieldsOf({
    _id: new ResumeToken(past.time, past.index, true).toDocument(),
    operationType: 'invalidate',
    clusterTime: past.time,
    wallTime: past.committedAt,
  });

export const tokenOf = (past: PastChange): ResumeToken => new ResumeToken(past.time, past.index, false);

const common = (past: PastChange, options: EventOptions, operationType: string): Document =>
  fieldsOf({
    _id: tokenOf(past).toDocument(),
    operationType,
    clusterTime: past.time,
    wallTime: past.committedAt,
    collectionUUID: options.expanded && past.change.collectionId ? new Binary(past.change.collectionId, Binary.SUBTYPE_UUID) : undefined,
  });

const documentEvent = (past: PastChange, change: DocumentChange, options: EventOptions): Document => {
  const before = change.before && decodeDocument(change.before);
  const after = change.after && decodeDocument(change.after);
  const id = (after ?? before)?.get('_id') ?? null;
  const event = common(past, options, change.kind);
  const full = fullDocument(change, after, id, options);
  if (full !== undefined) event.set('fullDocument', full);
  const earlier = documentBefore(change, before, options);
  if (earlier !== undefined) event.set('fullDocumentBeforeChange', earlier);
  addOrigin(event, past);
  event.set('ns', namespaceDocument(change.namespace));
  event.set('documentKey', fieldsOf({ _id: id }));
  if (change.kind === 'update' && before && after) event.set('updateDescription', updateDescription(before, after, options.expanded));
  return event;
};

const fullDocument = (
  change: DocumentChange,
  after: Document | undefined,
  id: Value,
  options: EventOptions,
): Document | null | undefined => {
  if (change.kind === 'delete') return undefined;
  if (change.kind !== 'update') return after;
  switch (options.fullDocument) {
    case 'default':
      return undefined;
    case 'updateLookup':
      return options.lookUp(change.namespace, id) ?? null;
    case 'whenAvailable':
      return (options.keepsImages(change.namespace) && after) || null;
    case 'required':
      return (options.keepsImages(change.namespace) && after) || noImage('post-image');
  }
};

const documentBefore = (change: DocumentChange, before: Document | undefined, options: EventOptions): Document | null | undefined => {
  if (change.kind === 'insert' || options.fullDocumentBeforeChange === 'off') return undefined;
  const kept = options.keepsImages(change.namespace) ? before : undefined;
  if (options.fullDocumentBeforeChange === 'whenAvailable') return kept ?? null;
  return kept ?? noImage('pre-image');
};

const noImage = (what: string): never => {
  throw new MongoError(
    47,
    `Change stream was configured to require a ${what} for all update, delete and replace events, but the ${what} was not found`,
    'NoMatchingDocument',
  );
};

const catalogueEvent = (past: PastChange, change: CatalogueChange, options: EventOptions): Document => {
  const event = common(past, options, change.kind);
  addOrigin(event, past);
  event.set('ns', namespaceDocument(change.namespace));
  if (change.to !== undefined) event.set('to', namespaceDocument(change.to));
  const detail = change.detail ?? (change.to === undefined ? undefined : fieldsOf({ to: namespaceDocument(change.to) }));
  if (options.expanded && detail) event.set('operationDescription', detail);
  return event;
};

/** Changes of a transaction say which one. */
const addOrigin = (event: Document, past: PastChange): void => {
  if (past.origin) for (const [name, value] of past.origin) event.set(name, value);
};

const namespaceDocument = (namespace: string): Document => {
  const dot = namespace.indexOf('.');
  if (dot < 0) return fieldsOf({ db: namespace });
  return fieldsOf({ db: namespace.slice(0, dot), coll: namespace.slice(dot + 1) });
};
