import { decodeDocument } from '../bson/decode.js';
import { encodeDocument } from '../bson/encode.js';
import { Int32, isDocument } from '../bson/values.js';
import type { Document, Value } from '../bson/values.js';
import type { StatementOutcome } from './statement-outcome.js';

/** What is kept of a session beyond the server's end: its newest transaction number, and what was done under it. */
export interface SessionRecord {
  readonly transactionNumber: bigint;
  /** The number is that of a transaction, and it was committed. */
  readonly isCommit: boolean;
  readonly outcomes: ReadonlyMap<number, StatementOutcome>;
}

/** Statements of the same outcome, one after the other. */
interface Run {
  readonly from: number;
  to: number;
  readonly outcome: StatementOutcome;
}

export const encodeSessionRecord = ({ transactionNumber, isCommit, outcomes }: SessionRecord): Buffer =>
  encodeDocument(
    new Map<string, Value>([
      ['txnNumber', transactionNumber],
      ['isCommit', isCommit],
      ['runs', runsOf(outcomes).map(encodedRun)],
    ]),
  );

const runsOf = (outcomes: ReadonlyMap<number, StatementOutcome>): Run[] => {
  const runs: Run[] = [];
  for (const [statement, outcome] of outcomes) {
    const last = runs.at(-1);
    if (last?.to === statement - 1 && isSame(last.outcome, outcome)) last.to = statement;
    else runs.push({ from: statement, to: statement, outcome });
  }
  return runs;
};

const isSame = (a: StatementOutcome, b: StatementOutcome): boolean => {
  switch (a.kind) {
    case 'insert':
      return b.kind === 'insert';
    case 'delete':
      return b.kind === 'delete' && a.deleted === b.deleted;
    case 'update':
      return (
        b.kind === 'update' &&
        a.matched === b.matched &&
        a.modified === b.modified &&
        a.upsertedId === undefined &&
        b.upsertedId === undefined
      );
    case 'findAndModify':
      return false;
  }
};

const encodedRun = ({ from, to, outcome }: Run): Document => {
  const run = new Map<string, Value>([
    ['from', new Int32(from)],
    ['to', new Int32(to)],
    ['kind', outcome.kind],
  ]);
  switch (outcome.kind) {
    case 'insert':
      return run;
    case 'delete':
      return run.set('deleted', outcome.deleted);
    case 'update':
      run.set('matched', outcome.matched).set('modified', outcome.modified);
      return outcome.upsertedId === undefined ? run : run.set('upsertedId', outcome.upsertedId);
    case 'findAndModify':
      return run.set('answer', outcome.answer);
  }
};

export const decodeSessionRecord = (bytes: Buffer): SessionRecord => {
  const record = decodeDocument(bytes);
  const outcomes = new Map<number, StatementOutcome>();
  const runs = record.get('runs');
  for (const run of Array.isArray(runs) ? runs : []) {
    const outcome = isDocument(run) ? decodedOutcome(run) : undefined;
    if (!isDocument(run) || !outcome) throw new Error('the record of a session is not understood');
    for (let statement = Number(run.get('from')); statement <= Number(run.get('to')); statement += 1) outcomes.set(statement, outcome);
  }
  return { transactionNumber: record.get('txnNumber') as bigint, isCommit: record.get('isCommit') === true, outcomes };
};

const decodedOutcome = (run: Document): StatementOutcome | undefined => {
  const answer = run.get('answer');
  switch (run.get('kind')) {
    case 'insert':
      return { kind: 'insert' };
    case 'delete':
      return { kind: 'delete', deleted: Number(run.get('deleted')) };
    case 'update':
      return {
        kind: 'update',
        matched: Number(run.get('matched')),
        modified: Number(run.get('modified')),
        upsertedId: run.get('upsertedId'),
      };
    case 'findAndModify':
      return isDocument(answer) ? { kind: 'findAndModify', answer } : undefined;
    default:
      return undefined;
  }
};
