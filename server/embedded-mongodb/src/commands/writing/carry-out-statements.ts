import type { Value } from '../../bson/values.js';
import type { StatementOutcome } from '../../sessions/statement-outcome.js';
import { flagArgument } from '../arguments.js';
import { retriedStatements } from './retried-statements.js';
import { WriteErrors } from './WriteErrors.js';
import type { Writing } from './Writing.js';

type Kind = StatementOutcome['kind'];
type OutcomeOf<Name extends Kind> = Extract<StatementOutcome, { readonly kind: Name }>;

interface Batch<Name extends Kind, Statement> {
  readonly kind: Name;
  readonly statements: readonly Statement[];
  carryOut(statement: Statement): OutcomeOf<Name> | Promise<OutcomeOf<Name>>;
  /** Called with the outcome of each statement that did not fail, now or when it was sent before. */
  count(outcome: OutcomeOf<Name>, index: number): void;
}

/** What the answers of all batches have in common. */
interface BatchAnswer {
  readonly writeErrors: Value[] | undefined;
  readonly retriedStmtIds: Value[] | undefined;
}

/** Carries out the statements of a batch in their order; resolves when they are durable. An ordered batch ends with the first that fails. */
export const carryOutStatements = async <Name extends Kind, Statement>(
  writing: Writing,
  { kind, statements, carryOut, count }: Batch<Name, Statement>,
): Promise<BatchAnswer> => {
  const ordered = flagArgument(writing.request.body, 'ordered') ?? true;
  const errors = new WriteErrors();
  const retried: number[] = [];
  for (let index = 0; index < statements.length; index += 1) {
    const known = writing.outcomeOf(index);
    try {
      if (known?.kind === kind) {
        retried.push(index);
        count(known as OutcomeOf<Name>, index);
        continue;
      }
      const attempted = carryOut(statements[index] as Statement);
      const outcome = attempted instanceof Promise ? await attempted : attempted;
      writing.record(index, outcome);
      count(outcome, index);
    } catch (error) {
      errors.add(index, error);
      if (ordered) break;
    }
    const paused = writing.pauseIfLong();
    if (paused) await paused;
  }
  await writing.finish();
  return { writeErrors: errors.any ? errors.list : undefined, retriedStmtIds: retriedStatements(retried) };
};
