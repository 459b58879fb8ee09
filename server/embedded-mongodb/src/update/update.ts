import { compilePipelineUpdate } from '../aggregation/pipeline-update.js';
import { equalValues } from '../bson/compare.js';
import { fail, MongoError } from '../errors.js';
import { applyTree } from './apply-tree.js';
import { compileArrayFilters } from './array-filters.js';
import { parseOperators } from './operators.js';
import { checkReplacement, idFirst, refuseDollarName, replaceDocument, withTimestamps } from './replacement.js';
import { documentFromEqualities } from './upsert.js';
import type { Document, Value } from '../bson/values.js';
import type { Filter, FilterOptions } from '../query/filter.js';
import type { UpdatePosition } from './field-operation.js';

export type { UpdatePosition } from './field-operation.js';

export interface UpdateOptions extends FilterOptions {
  readonly arrayFilters?: readonly Document[] | undefined;
}

export interface Update {
  readonly isReplacement: boolean;
  /** A new document, or the same object when nothing changed. The given one stays as it is. */
  apply(document: Document, position: UpdatePosition): Document;
  /** The document that an upsert inserts, `_id` first; a missing `_id` is for the caller to add. */
  upsertDocument(filter: Document, compiled: Filter, position: UpdatePosition): Document;
}

/** Compiles operators, a replacement document or (as an array) a pipeline. Mistakes are the MongoErrors that MongoDB has for each. */
export const compileUpdate = (update: Document | readonly Value[], options: UpdateOptions = {}): Update => {
  if (!(update instanceof Map)) return pipelineUpdate(update, options);
  const first = update.keys().next().value;
  return first?.startsWith('$') ? operatorUpdate(update, options) : replacementUpdate(update, options);
};

const operatorUpdate = (update: Document, options: UpdateOptions): Update => {
  const arrayFilters = compileArrayFilters(options.arrayFilters ?? [], options);
  const root = parseOperators(update, arrayFilters, options);
  const dollarNames = [...root.children.keys()].filter((name) => name.startsWith('$'));
  const apply: Update['apply'] = (document, position) => {
    const updated = applyTree(root, document, position, arrayFilters);
    checkId(document, updated);
    if (!position.isInsert)
      for (const name of dollarNames) if (updated.has(name) && updated.get(name) !== document.get(name)) refuseDollarName(name);
    return updated;
  };
  return {
    isReplacement: false,
    apply,
    upsertDocument: (_filter, compiled, position) =>
      idFirst(apply(documentFromEqualities(compiled.predicate, false), { ...position, isInsert: true })),
  };
};

const checkId = (before: Document, after: Document): void => {
  if (before === after) return;
  const id = before.get('_id');
  const newId = after.get('_id');
  if (id === undefined || id === newId || (newId !== undefined && equalValues(id, newId))) return;
  throw new MongoError(66, "Performing an update on the path '_id' would modify the immutable field '_id'", 'ImmutableField');
};

const replacementUpdate = (replacement: Document, options: UpdateOptions): Update => {
  refuseArrayFilters(options, 'replacement');
  const apply: Update['apply'] = (document, position) => {
    if (!position.isInsert) checkReplacement(replacement);
    return replaceDocument(document, withTimestamps(replacement, position));
  };
  return {
    isReplacement: true,
    apply,
    upsertDocument: (_filter, compiled, position) =>
      idFirst(apply(documentFromEqualities(compiled.predicate, true), { ...position, isInsert: true })),
  };
};

const noVariables: ReadonlyMap<string, Value | undefined> = new Map();

const pipelineUpdate = (stages: readonly Value[], options: UpdateOptions): Update => {
  refuseArrayFilters(options, 'pipeline');
  const variables = options.variables ?? noVariables;
  const pipeline = compilePipelineUpdate(stages, { variables: new Set(variables.keys()), collation: options.collation });
  const apply: Update['apply'] = (document, { now, clusterTime }) => {
    const result = pipeline.apply(document, { now, clusterTime, variables });
    return replaceDocument(document, result);
  };
  return {
    isReplacement: false,
    apply,
    upsertDocument: (_filter, compiled, position) => idFirst(apply(documentFromEqualities(compiled.predicate, false), position)),
  };
};

const refuseArrayFilters = (options: UpdateOptions, style: string): void => {
  if (options.arrayFilters && options.arrayFilters.length > 0)
    fail('FailedToParse', `arrayFilters may not be specified for ${style}-style updates`);
};
