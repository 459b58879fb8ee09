import type { Document } from '../../bson/values.js';
import type { StatementOutcome } from '../../sessions/statement-outcome.js';
import type { Unit } from '../../storage/Unit.js';
import type { Selection } from '../reading/Selection.js';
import type { Writing } from './Writing.js';

/** One compiled delete statement. */
export interface DeleteStatement {
  readonly selection: Selection;
  readonly multi: boolean;
}

export interface DeleteResult {
  readonly deleted: number;
  /** The one document that was deleted; only for statements on a single document. */
  readonly before: Document | undefined;
}

export type DeleteOutcome = Extract<StatementOutcome, { readonly kind: 'delete' }>;

export const deleteOutcome = ({ deleted }: DeleteResult): DeleteOutcome => ({ kind: 'delete', deleted });

export const deleteDocuments = (writing: Writing, statement: DeleteStatement): DeleteResult | Promise<DeleteResult> =>
  statement.multi ? deleteMany(writing, statement.selection) : writing.attempt((unit) => deleteOne(unit, statement.selection));

const deleteOne = (unit: Unit, selection: Selection): DeleteResult => {
  const stored = selection.first(unit);
  if (!stored) return { deleted: 0, before: undefined };
  unit.remove(selection.namespace, stored);
  return { deleted: 1, before: stored.document() };
};

const deleteMany = (writing: Writing, selection: Selection): DeleteResult | Promise<DeleteResult> => {
  const foundIn = writing.unit;
  let deleted = 0;
  const done = writing.each(selection.all(foundIn), (unit, stored) => {
    const newest = unit === foundIn ? stored : selection.newest(unit, stored);
    if (!newest) return;
    unit.remove(selection.namespace, newest);
    deleted += 1;
  });
  const result = (): DeleteResult => ({ deleted, before: undefined });
  return done ? done.then(result) : result();
};
