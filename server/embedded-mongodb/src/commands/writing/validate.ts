import { hasExpression } from '../../aggregation/stages/match.js';
import type { Document } from '../../bson/values.js';
import { isDocument } from '../../bson/values.js';
import { MongoError, errorCodes } from '../../errors.js';
import { compileFilter } from '../../query/filter.js';
import type { Filter } from '../../query/filter.js';
import type { CollectionInfo } from '../../storage/CollectionInfo.js';
import type { Unit } from '../../storage/Unit.js';
import { flagArgument } from '../arguments.js';
import { collationFor } from '../reading/collation.js';
import type { Request } from '../Request.js';

const compiled = new WeakMap<CollectionInfo, Filter>();
const noOptions: Document = new Map();

/** Refuses a document that the collection's validator does not take; `before` is what it takes the place of. */
export const validate = (request: Request, unit: Unit, namespace: string, document: Document, before?: Document): void => {
  const collection = unit.collection(namespace);
  if (!collection || collection.options.size === 0) return;
  const validator = collection.options.get('validator');
  const level = collection.options.get('validationLevel');
  if (!isDocument(validator) || validator.size === 0 || level === 'off') return;
  if (collection.options.get('validationAction') === 'warn' || flagArgument(request.body, 'bypassDocumentValidation')) return;
  const filter = filterOf(collection, validator, request);
  if (filter.matches(document) || (level === 'moderate' && before && !filter.matches(before))) return;
  throw new MongoError(errorCodes.DocumentValidationFailure, 'Document failed validation', 'DocumentValidationFailure', {
    errInfo: new Map([
      ['failingDocumentId', document.get('_id') ?? null],
      ['details', new Map([['operatorName', validator.keys().next().value ?? '']])],
    ]),
  });
};

const filterOf = (collection: CollectionInfo, validator: Document, request: Request): Filter => {
  const known = compiled.get(collection);
  if (known) return known;
  const filter = compileFilter(validator, {
    collation: collationFor(noOptions, collection),
    now: new Date(),
    clusterTime: request.server.store.lastCommit,
  });
  // The time may stand in an expression.
  if (!hasExpression(validator)) compiled.set(collection, filter);
  return filter;
};
