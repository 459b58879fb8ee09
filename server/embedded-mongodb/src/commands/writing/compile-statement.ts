import type { Document, Value } from '../../bson/values.js';
import { isDocument } from '../../bson/values.js';
import { fail } from '../../errors.js';
import { compileUpdate } from '../../update/update.js';
import { documentArgument, documentsArgument } from '../arguments.js';
import { hintArgument } from '../find.js';
import { Selection } from '../reading/Selection.js';
import { collationFor } from '../reading/collation.js';
import type { DeleteStatement } from './delete-documents.js';
import type { UpdateStatement } from './update-documents.js';
import type { Writing } from './Writing.js';

interface StatementFields {
  readonly namespace: string;
  readonly filter: Document;
  /** The document that holds collation, hint, sort and arrayFilters. */
  readonly options: Document;
  readonly multi: boolean;
}

export const compileUpdateStatement = (
  writing: Writing,
  fields: StatementFields & {
    readonly modification: Value | undefined;
    readonly constants?: Document | undefined;
    readonly upsert: boolean;
  },
): UpdateStatement => {
  const { options, multi, upsert } = fields;
  const selection = compileSelection(writing, fields);
  const modification = modificationOf(fields.modification);
  const arrayFilters = documentsArgument(options, 'arrayFilters');
  if (multi && options.has('sort')) fail('FailedToParse', 'Cannot specify sort with multi=true');
  const { now, clusterTime, variables: known } = writing.scope;
  const variables = fields.constants ? new Map([...known, ...fields.constants]) : known;
  const update = compileUpdate(modification, { now, clusterTime, variables, arrayFilters, collation: selection.collation });
  if (multi && update.isReplacement) fail('FailedToParse', 'multi update is not supported for replacement-style update');
  return { selection, multi, update, upsert };
};

export const compileDeleteStatement = (writing: Writing, fields: StatementFields): DeleteStatement => ({
  selection: compileSelection(writing, fields),
  multi: fields.multi,
});

const compileSelection = (writing: Writing, { namespace, filter, options }: StatementFields): Selection =>
  new Selection(namespace, filter, {
    sort: documentArgument(options, 'sort'),
    hint: hintArgument(options),
    collation: collationFor(options, writing.unit.collection(namespace)),
    scope: writing.scope,
    deadline: writing.request.timeLimit.deadline,
  });

const isPipeline = (given: Value | undefined): given is Document[] => Array.isArray(given) && given.every(isDocument);

const modificationOf = (given: Value | undefined): Document | Document[] => {
  if (isDocument(given)) return given;
  if (isPipeline(given)) return given;
  return fail('FailedToParse', 'Update argument must be either an object or an array');
};
