import { Int32 } from '../bson/values.js';
import { decodeSessionRecord, encodeSessionRecord } from './session-record.js';
import type { SessionRecord } from './session-record.js';
import type { StatementOutcome } from './statement-outcome.js';

const record = (outcomes: readonly (readonly [number, StatementOutcome])[], transactionNumber = 7n): SessionRecord => ({
  transactionNumber,
  isCommit: false,
  outcomes: new Map(outcomes),
});

describe('The record of a session', () => {
  test('keeps every outcome', () => {
    const kept = record([
      [0, { kind: 'insert' }],
      [1, { kind: 'insert' }],
      [2, { kind: 'update', matched: 1, modified: 0, upsertedId: undefined }],
      [3, { kind: 'update', matched: 0, modified: 0, upsertedId: new Int32(5) }],
      [4, { kind: 'delete', deleted: 1 }],
      [6, { kind: 'delete', deleted: 1 }],
      [7, { kind: 'findAndModify', answer: new Map([['value', null]]) }],
    ]);
    expect(decodeSessionRecord(encodeSessionRecord(kept))).toEqual(kept);
    expect(decodeSessionRecord(encodeSessionRecord({ ...record([]), isCommit: true }))).toEqual({ ...record([]), isCommit: true });
  });

  test.each<StatementOutcome>([
    { kind: 'insert' },
    { kind: 'update', matched: 1, modified: 1, upsertedId: undefined },
    { kind: 'delete', deleted: 1 },
  ])('is short for one write of the kind $kind', (outcome) => {
    const kept = record([[0, outcome]], 2n ** 40n);
    expect(encodeSessionRecord(kept).length).toBeLessThan(32);
    expect(decodeSessionRecord(encodeSessionRecord(kept))).toEqual(kept);
  });

  test('is no longer for many alike than for one', () => {
    const one = encodeSessionRecord(record([[0, { kind: 'insert' }]]));
    const many = encodeSessionRecord(record(Array.from({ length: 10_000 }, (_, statement) => [statement, { kind: 'insert' }] as const)));
    expect(many).toHaveLength(one.length);
  });
});
