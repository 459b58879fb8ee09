import type { AuditEntryRecord } from './AuditEntry.js';
import { AuditEntry } from './AuditEntry.js';

/** What was done to these things by these mutations, newest first. Whoever shows it decides what of it the viewer may know. */
export async function actsOn(subjectType: string, subjectIds: readonly string[], acts: readonly string[]): Promise<AuditEntryRecord[]> {
  return AuditEntry.find({ subjectId: { $in: subjectIds }, subjectType, act: { $in: acts } })
    .sort({ sequence: -1 })
    .lean<AuditEntryRecord[]>();
}
