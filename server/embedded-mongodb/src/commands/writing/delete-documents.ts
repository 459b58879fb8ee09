import type { Document } from '../../bson/values.js';
import type { Collation } from '../../query/collation.js';
import type { Filter } from '../../query/filter.js';
import type { Query } from '../../storage/Query.js';
import type { Unit } from '../../storage/Unit.js';
import { stillMatching } from './update-documents.js';
import type { Writing } from './Writing.js';

/** One compiled delete statement. */
export interface DeleteStatement {
  readonly namespace: string;
  readonly filter: Document;
  readonly filterCompiled: Filter;
  readonly multi: boolean;
  readonly sort: Document | undefined;
  readonly hint: string | Document | undefined;
  readonly collation: Collation | undefined;
}

export interface DeleteResult {
  readonly deleted: number;
  /** The one document that was deleted; only for statements on a single document. */
  readonly before: Document | undefined;
}

export const deleteDocuments = (writing: Writing, statement: DeleteStatement): DeleteResult | Promise<DeleteResult> =>
  statement.multi ? deleteMany(writing, statement) : writing.attempt((unit) => deleteOne(writing, unit, statement));

const deleteOne = (writing: Writing, unit: Unit, statement: DeleteStatement): DeleteResult => {
  const [stored] = unit.find(statement.namespace, queryOf(writing, statement, 1));
  if (!stored) return { deleted: 0, before: undefined };
  unit.remove(statement.namespace, stored);
  return { deleted: 1, before: stored.document() };
};

const deleteMany = (writing: Writing, statement: DeleteStatement): DeleteResult | Promise<DeleteResult> => {
  const foundIn = writing.unit;
  const found = [...foundIn.find(statement.namespace, queryOf(writing, statement, undefined))];
  let deleted = 0;
  const done = writing.each(found, (unit, stored) => {
    writing.request.timeLimit.deadline.tick();
    const newest = unit === foundIn ? stored : stillMatching(unit, statement, stored);
    if (!newest) return;
    unit.remove(statement.namespace, newest);
    deleted += 1;
  });
  const result = (): DeleteResult => ({ deleted, before: undefined });
  return done ? done.then(result) : result();
};

const queryOf = (writing: Writing, statement: DeleteStatement, limit: number | undefined): Query => ({
  filter: statement.filter,
  filterCompiled: statement.filterCompiled,
  sort: statement.sort,
  hint: statement.hint,
  collation: statement.collation,
  limit,
  deadline: writing.request.timeLimit.deadline,
});
