import type { Document, Value } from '../../bson/values.js';
import { equalValues } from '../../bson/compare.js';
import { fail } from '../../errors.js';
import type { Filter } from '../../query/filter.js';
import { compileFilter } from '../../query/filter.js';
import type { Collation } from '../../query/collation.js';
import type { Query } from '../../storage/Query.js';
import type { StoredDocument } from '../../storage/StoredDocument.js';
import type { Unit } from '../../storage/Unit.js';
import type { Update, UpdatePosition } from '../../update/update.js';
import { ensureCollection } from './ensure-collection.js';
import { newDocument } from './new-document.js';
import type { Writing } from './Writing.js';

/** One compiled update statement. */
export interface UpdateStatement {
  readonly namespace: string;
  readonly filter: Document;
  readonly filterCompiled: Filter;
  readonly update: Update;
  readonly multi: boolean;
  readonly upsert: boolean;
  readonly sort: Document | undefined;
  readonly hint: string | Document | undefined;
  readonly collation: Collation | undefined;
}

export interface UpdateResult {
  readonly matched: number;
  readonly modified: number;
  readonly upsertedId: Value | undefined;
  /** The one document that was updated or inserted, before and after; only for statements on a single document. */
  readonly before: Document | undefined;
  readonly after: Document | undefined;
}

export const updateDocuments = (writing: Writing, statement: UpdateStatement): UpdateResult | Promise<UpdateResult> =>
  statement.multi ? updateMany(writing, statement) : writing.attempt((unit) => updateOne(writing, unit, statement));

const updateOne = (writing: Writing, unit: Unit, statement: UpdateStatement): UpdateResult => {
  const [stored] = unit.find(statement.namespace, queryOf(writing, statement, 1));
  if (!stored) return statement.upsert ? insertUpsert(writing, unit, statement) : nothingMatched;
  const before = stored.document();
  const { modified, after } = change(writing, unit, statement, stored);
  return { matched: 1, modified, upsertedId: undefined, before, after };
};

const updateMany = (writing: Writing, statement: UpdateStatement): UpdateResult | Promise<UpdateResult> => {
  const foundIn = writing.unit;
  const found = [...foundIn.find(statement.namespace, queryOf(writing, statement, undefined))];
  if (found.length === 0 && statement.upsert) return writing.attempt((unit) => insertUpsert(writing, unit, statement));
  let matched = 0;
  let modified = 0;
  const done = writing.each(found, (unit, stored) => {
    writing.request.timeLimit.deadline.tick();
    const newest = unit === foundIn ? stored : stillMatching(unit, statement, stored);
    if (!newest) return;
    modified += change(writing, unit, statement, newest).modified;
    matched += 1;
  });
  const result = (): UpdateResult => ({ ...nothingMatched, matched, modified });
  return done ? done.then(result) : result();
};

const queryOf = (writing: Writing, statement: UpdateStatement, limit: number | undefined): Query => ({
  filter: statement.filter,
  filterCompiled: statement.filterCompiled,
  sort: statement.sort,
  hint: statement.hint,
  collation: statement.collation,
  limit,
  deadline: writing.request.timeLimit.deadline,
});

const change = (
  writing: Writing,
  unit: Unit,
  statement: UpdateStatement,
  stored: StoredDocument,
): { modified: number; after: Document } => {
  const before = stored.document();
  const { arrayIndex } = statement.filterCompiled.matchPosition(before);
  const after = statement.update.apply(before, { arrayIndex, ...positionOf(writing) });
  if (after === before) return { modified: 0, after };
  if (!equalValues(before.get('_id'), after.get('_id')))
    fail('ImmutableField', "Performing an update on the path '_id' would modify the immutable field '_id'");
  unit.replace(statement.namespace, stored, after, statement.update.isReplacement ? 'replace' : 'update');
  return { modified: 1, after };
};

const positionOf = (writing: Writing): UpdatePosition => ({ now: new Date(), clusterTime: writing.request.server.store.lastCommit });

const insertUpsert = (writing: Writing, unit: Unit, statement: UpdateStatement): UpdateResult => {
  const made = statement.update.upsertDocument(statement.filter, statement.filterCompiled, { isInsert: true, ...positionOf(writing) });
  const after = newDocument(made, writing.request);
  ensureCollection(unit, statement.namespace);
  unit.insert(statement.namespace, after);
  return { matched: 0, modified: 0, upsertedId: after.get('_id') ?? null, before: undefined, after };
};

const nothingMatched: UpdateResult = { matched: 0, modified: 0, upsertedId: undefined, before: undefined, after: undefined };

/** The newest form of a document that was found before others had a turn; undefined when it is gone or matches no longer. */
export const stillMatching = (
  unit: Unit,
  statement: { readonly namespace: string; readonly filterCompiled: Filter },
  found: StoredDocument,
): StoredDocument | undefined => {
  const filter: Document = new Map([['_id', found.document().get('_id') ?? null]]);
  const [newest] = unit.find(statement.namespace, { filter, filterCompiled: compileFilter(filter), limit: 1 });
  return newest && statement.filterCompiled.matches(newest.document()) ? newest : undefined;
};
