import type { AuditFault } from './chain.js';
import { verifyAudit } from './verifyAudit.js';

const words: Readonly<Record<AuditFault['kind'], string>> = {
  CHANGED: 'was changed after it was written',
  REMOVED: 'is missing',
  REORDERED: 'stands in another place than it was written',
  ADDED: 'was added by another way than an act',
};

/** Verifies the audit trail and prints what it found, one line a fault; answers 0 when all is well, else 1. */
export async function printAuditVerdict(print: (line: string) => void): Promise<number> {
  const { entries, faults } = await verifyAudit();
  for (const { sequence, kind } of faults) print(`Entry ${sequence} ${words[kind]}.`);
  print(
    faults.length === 0
      ? `All ${entries} entries of the audit trail are as they were written.`
      : `${entries} entries, ${faults.length} faults.`,
  );
  return faults.length === 0 ? 0 : 1;
}
