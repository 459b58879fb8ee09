import type { AuditEntryRecord } from './AuditEntry.js';
import { AuditEntry } from './AuditEntry.js';
import { AuditHead } from './AuditHead.js';
import type { AuditFault } from './chain.js';
import { beginning, faultsOf } from './chain.js';

/** Reads the whole audit trail and names each entry that was changed, removed, reordered or added by another way than an act. */
export async function verifyAudit(): Promise<{ entries: number; faults: AuditFault[] }> {
  const head = await AuditHead.findOne({ name: 'head' }).lean();
  const entries = AuditEntry.find().sort({ sequence: 1 }).lean<AuditEntryRecord[]>().cursor({ batchSize: 1000 });
  return faultsOf(entries as AsyncIterable<AuditEntryRecord>, head ?? { sequence: 0, hash: beginning });
}
