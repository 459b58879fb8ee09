import type { Document, Value } from '../../bson/values.js';
import { isDocument } from '../../bson/values.js';
import { fail } from '../../errors.js';
import { compileFilter } from '../../query/filter.js';
import { compileUpdate } from '../../update/update.js';
import { documentArgument, documentsArgument } from '../arguments.js';
import { hintArgument, scopeOf } from '../find.js';
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
  const common = compileCommon(writing, fields);
  const modification = modificationOf(fields.modification);
  const arrayFilters = documentsArgument(options, 'arrayFilters');
  const sort = documentArgument(options, 'sort');
  if (sort && multi) fail('FailedToParse', 'Cannot specify sort with multi=true');
  const scope = scopeOf(writing.request);
  const variables = fields.constants ? new Map([...scope.variables, ...fields.constants]) : scope.variables;
  const update = compileUpdate(modification, { ...scope, variables, arrayFilters, collation: common.collation });
  if (multi && update.isReplacement) fail('FailedToParse', 'multi update is not supported for replacement-style update');
  return { ...common, update, upsert, sort };
};

export const compileDeleteStatement = (writing: Writing, fields: StatementFields): DeleteStatement => ({
  ...compileCommon(writing, fields),
  sort: documentArgument(fields.options, 'sort'),
});

const compileCommon = (writing: Writing, { namespace, filter, options, multi }: StatementFields) => {
  const collation = collationFor(options, writing.unit.collection(namespace));
  return {
    namespace,
    filter,
    filterCompiled: compileFilter(filter, { collation, ...scopeOf(writing.request) }),
    multi,
    hint: hintArgument(options),
    collation,
  };
};

const isPipeline = (given: Value | undefined): given is Document[] => Array.isArray(given) && given.every(isDocument);

const modificationOf = (given: Value | undefined): Document | Document[] => {
  if (isDocument(given)) return given;
  if (isPipeline(given)) return given;
  return fail('FailedToParse', 'Update argument must be either an object or an array');
};
