import { recordAct } from '../../people/index.js';
import { inTransaction } from '../../platform/transaction.js';

/** One run of an import, as the audit trail names it. */
export interface ImportRun {
  /** The name of the file, without its folder. */
  file: string;
  /** From where the import was begun. */
  reason: string;
  at: Date;
}

/** What a run is about to do. */
export interface ImportCounts {
  rows: number;
  added: number;
  changed: number;
  unchanged: number;
  rejected: number;
}

/**
 * Adds the run to the audit trail, before its first change is written, so that there is never a change of a run that the trail does not
 * know. One entry holds the numbers; what changed in which organisation stands in the history of its profile.
 */
export async function recordImport(
  { file, reason, at }: ImportRun,
  sha256: string,
  recordReadOn: string,
  counts: ImportCounts,
): Promise<void> {
  const facts = { file, recordReadOn, ...counts };
  await inTransaction(() =>
    recordAct(null, at, {
      act: 'importOrganisations',
      subject: { type: 'ImportedFile', id: sha256 },
      reason,
      changes: Object.entries(facts).map(([field, value]) => ({ field, before: null, after: String(value) })),
    }),
  );
}
