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

/** The first byte of a record that is a document; the other forms are named by the kind of their only run. */
const asDocument = 0;
const shortForms = ['insert', 'update', 'delete'] as const;
const shortLength = 21;

export const encodeSessionRecord = ({ transactionNumber, isCommit, outcomes }: SessionRecord): Buffer => {
  const runs = runsOf(outcomes);
  const [only] = runs;
  const short = !isCommit && only && runs.length === 1 && only.from === 0 ? encodedShortly(transactionNumber, only) : undefined;
  if (short) return short;
  const document = encodeDocument(
    new Map<string, Value>([
      ['txnNumber', transactionNumber],
      ['isCommit', isCommit],
      ['runs', runs.map(encodedRun)],
    ]),
  );
  return Buffer.concat([Buffer.of(asDocument), document]);
};

/** Nearly every write is one statement, or several alike: these take few bytes and no time. */
const encodedShortly = (transactionNumber: bigint, { to, outcome }: Run): Buffer | undefined => {
  if (outcome.kind === 'findAndModify' || (outcome.kind === 'update' && outcome.upsertedId !== undefined)) return undefined;
  const bytes = Buffer.allocUnsafe(shortLength);
  bytes[0] = shortForms.indexOf(outcome.kind) + 1;
  bytes.writeBigInt64BE(transactionNumber, 1);
  bytes.writeUInt32BE(to, 9);
  bytes.writeUInt32BE(outcome.kind === 'update' ? outcome.matched : outcome.kind === 'delete' ? outcome.deleted : 0, 13);
  bytes.writeUInt32BE(outcome.kind === 'update' ? outcome.modified : 0, 17);
  return bytes;
};

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

export const decodeSessionRecord = (bytes: Buffer): SessionRecord =>
  bytes[0] === asDocument ? decodedDocument(bytes.subarray(1)) : decodedShortly(bytes);

const decodedShortly = (bytes: Buffer): SessionRecord => {
  const [first, second] = [bytes.readUInt32BE(13), bytes.readUInt32BE(17)];
  const outcomeOf = (): StatementOutcome => {
    switch (shortForms[(bytes[0] as number) - 1]) {
      case 'insert':
        return { kind: 'insert' };
      case 'update':
        return { kind: 'update', matched: first, modified: second, upsertedId: undefined };
      case 'delete':
        return { kind: 'delete', deleted: first };
      default:
        throw new Error('the record of a session is not understood');
    }
  };
  const outcome = outcomeOf();
  const outcomes = new Map(Array.from({ length: bytes.readUInt32BE(9) + 1 }, (_, statement) => [statement, outcome] as const));
  return { transactionNumber: bytes.readBigInt64BE(1), isCommit: false, outcomes };
};

const decodedDocument = (bytes: Buffer): SessionRecord => {
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
