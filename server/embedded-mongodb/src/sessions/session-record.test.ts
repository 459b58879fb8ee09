import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Int32 } from '../bson/values.js';
import { Store } from '../storage/Store.js';
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

  test('is no longer for many alike than for one', () => {
    const one = encodeSessionRecord(record([[0, { kind: 'insert' }]]));
    const many = encodeSessionRecord(record(Array.from({ length: 10_000 }, (_, statement) => [statement, { kind: 'insert' }] as const)));
    expect(many).toHaveLength(one.length);
  });
});

describe('The records of sessions', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'embedded-mongodb-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  test('are durable with what their unit has written, and forgotten when they are old', async () => {
    const first = await Store.open({ directory });
    const unit = first.unit({ snapshot: false });
    unit.insert('a.b', new Map([['_id', 1]]));
    unit.keepSessionRecord('session of 16 by', encodeSessionRecord(record([[0, { kind: 'insert' }]])));
    const abandoned = first.unit({ snapshot: false });
    abandoned.insert('a.b', new Map([['_id', 2]]));
    abandoned.keepSessionRecord('another session!', encodeSessionRecord(record([])));
    abandoned.abort();
    await unit.commit();
    await first.close();

    const second = await Store.open({ directory });
    expect(second.sessionRecord('another session!')).toBeUndefined();
    expect(decodeSessionRecord(second.sessionRecord('session of 16 by') as Buffer).transactionNumber).toBe(7n);
    expect(await second.removeSessionRecords(new Date(Date.now() - 60_000))).toBe(0);
    expect(await second.removeSessionRecords(new Date(Date.now() + 1))).toBe(1);
    expect(second.sessionRecord('session of 16 by')).toBeUndefined();
    await second.close();
  });
});
