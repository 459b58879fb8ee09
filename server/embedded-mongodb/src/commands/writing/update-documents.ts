import type { Document, Value } from '../../bson/values.js';
import { equalValues } from '../../bson/compare.js';
import { fail } from '../../errors.js';
import type { StatementOutcome } from '../../sessions/statement-outcome.js';
import type { StoredDocument } from '../../storage/StoredDocument.js';
import type { Unit } from '../../storage/Unit.js';
import type { Update, UpdatePosition } from '../../update/update.js';
import type { Selection } from '../reading/Selection.js';
import { ensureCollection } from './ensure-collection.js';
import { newDocument } from './new-document.js';
import { validate } from './validate.js';
import type { Writing } from './Writing.js';

/** One compiled update statement. */
export interface UpdateStatement {
  readonly selection: Selection;
  readonly update: Update;
  readonly multi: boolean;
  readonly upsert: boolean;
}

export interface UpdateResult {
  readonly matched: number;
  readonly modified: number;
  readonly upsertedId: Value | undefined;
  /** The one document that was updated or inserted, before and after; only for statements on a single document. */
  readonly before: Document | undefined;
  readonly after: Document | undefined;
}

export type UpdateOutcome = Extract<StatementOutcome, { readonly kind: 'update' }>;

export const updateOutcome = ({ matched, modified, upsertedId }: UpdateResult): UpdateOutcome => ({
  kind: 'update',
  matched,
  modified,
  upsertedId,
});

export const updateDocuments = (writing: Writing, statement: UpdateStatement): UpdateResult | Promise<UpdateResult> =>
  statement.multi ? updateMany(writing, statement) : writing.attempt((unit) => updateOne(writing, unit, statement));

const updateOne = (writing: Writing, unit: Unit, statement: UpdateStatement): UpdateResult => {
  const stored = statement.selection.first(unit);
  if (!stored) return statement.upsert ? insertUpsert(writing, unit, statement) : nothingMatched;
  const before = stored.document();
  const { modified, after } = change(writing, unit, statement, stored);
  return { matched: 1, modified, upsertedId: undefined, before, after };
};

const updateMany = (writing: Writing, statement: UpdateStatement): UpdateResult | Promise<UpdateResult> => {
  const foundIn = writing.unit;
  const found = statement.selection.all(foundIn);
  if (found.length === 0 && statement.upsert) return writing.attempt((unit) => insertUpsert(writing, unit, statement));
  let matched = 0;
  let modified = 0;
  const done = writing.each(found, (unit, stored) => {
    const newest = unit === foundIn ? stored : statement.selection.newest(unit, stored);
    if (!newest) return;
    modified += change(writing, unit, statement, newest).modified;
    matched += 1;
  });
  const result = (): UpdateResult => ({ ...nothingMatched, matched, modified });
  return done ? done.then(result) : result();
};

const change = (
  writing: Writing,
  unit: Unit,
  statement: UpdateStatement,
  stored: StoredDocument,
): { modified: number; after: Document } => {
  const before = stored.document();
  const arrayIndex = statement.selection.arrayIndexIn(before);
  const after = statement.update.apply(before, positionOf(writing, { arrayIndex }));
  if (after === before) return { modified: 0, after };
  if (!equalValues(before.get('_id'), after.get('_id')))
    fail('ImmutableField', "Performing an update on the path '_id' would modify the immutable field '_id'");
  validate(writing.request, unit, statement.selection.namespace, after, before);
  unit.replace(statement.selection.namespace, stored, after, statement.update.isReplacement ? 'replace' : 'update');
  return { modified: 1, after };
};

const positionOf = (
  { scope: { now, clusterTime } }: Writing,
  { arrayIndex, isInsert }: Pick<UpdatePosition, 'arrayIndex' | 'isInsert'>,
): UpdatePosition => ({ now, clusterTime, arrayIndex, isInsert });

const insertUpsert = (writing: Writing, unit: Unit, statement: UpdateStatement): UpdateResult => {
  const { selection } = statement;
  const made = statement.update.upsertDocument(selection.filter, selection.compiled, positionOf(writing, { isInsert: true }));
  const after = newDocument(made, writing.request);
  ensureCollection(unit, statement.selection.namespace);
  validate(writing.request, unit, statement.selection.namespace, after);
  unit.insert(statement.selection.namespace, after);
  return { matched: 0, modified: 0, upsertedId: after.get('_id') ?? null, before: undefined, after };
};

const nothingMatched: UpdateResult = { matched: 0, modified: 0, upsertedId: undefined, before: undefined, after: undefined };
