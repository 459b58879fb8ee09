import { tablePrefix } from './key-value/keys.js';
import type { Key } from './key-value/keys.js';
import { Changes } from './key-value/Changes.js';
import type { Commits } from './key-value/Commits.js';
import { scan } from './key-value/scan.js';

/** In the table of what the store knows about itself: for each session what it has done last, so that a retry is known after a restart. */
const records: Key = `${tablePrefix(0)}w`;
const afterRecords: Key = `${tablePrefix(0)}x`;
const timeLength = 8;

export const sessionRecordKey = (session: Key): Key => records + session;

/** Puts the time before the bytes of a record. */
export const timedRecord = (bytes: Buffer, now: Date): Buffer => {
  const record = Buffer.allocUnsafe(timeLength + bytes.length);
  record.writeDoubleBE(now.getTime(), 0);
  bytes.copy(record, timeLength);
  return record;
};

export const recordWithoutTime = (record: Buffer): Buffer => record.subarray(timeLength);

/** Removes the records of sessions that have not written since `before`; resolves with how many those were. */
export const removeSessionRecords = async (commits: Commits, before: Date): Promise<number> => {
  const changes = new Changes();
  for (const { key, value } of scan(commits, undefined, { from: records, to: afterRecords }, forward))
    if (value.readDoubleBE(0) < before.getTime()) changes.set(key, null);
  if (changes.size > 0) await commits.add(changes);
  return changes.size;
};

const forward = { reverse: false, values: true };
