import { createHash } from 'node:crypto';
import type { AuditEntryRecord } from './AuditEntry.js';

/** What stands before the first entry. */
export const beginning = '0'.repeat(64);

/** All of an entry that its hash covers. */
export type Sealed = Omit<AuditEntryRecord, '_id' | 'id' | 'hash'>;

/** SHA-256 over the entry written in one way only: a JSON list of its parts in a fixed order. */
export function sealOf(entry: Sealed): string {
  const parts = [
    entry.sequence,
    entry.at.toISOString(),
    entry.actorId,
    entry.onBehalfOf,
    entry.act,
    entry.subjectType,
    entry.subjectId,
    entry.reason,
    entry.changes.map(({ field, before, after }) => [field, before, after]),
    entry.previousHash,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** What is wrong with the trail at one place. */
export interface AuditFault {
  /** The number of the entry. */
  sequence: number;
  kind: 'CHANGED' | 'REMOVED' | 'REORDERED' | 'ADDED';
}

/**
 * Reads the entries in the order of their numbers and names each that was changed, removed, moved to another place or added behind the head.
 * `head` is where the trail should end.
 */
export async function faultsOf(
  entries: AsyncIterable<Omit<AuditEntryRecord, '_id' | 'id'>> | Iterable<Omit<AuditEntryRecord, '_id' | 'id'>>,
  head: { sequence: number; hash: string },
): Promise<{ entries: number; faults: AuditFault[] }> {
  const removed: number[] = [];
  const broken: Omit<AuditEntryRecord, '_id' | 'id'>[] = [];
  const added: number[] = [];
  let count = 0;
  let expected = 1;
  let previousHash = beginning;
  for await (const entry of entries) {
    count += 1;
    for (; expected < entry.sequence; expected += 1) removed.push(expected);
    const gapBefore = removed.at(-1) === entry.sequence - 1;
    if (sealOf(entry) !== entry.hash || (entry.previousHash !== previousHash && !gapBefore)) broken.push(entry);
    if (entry.sequence > head.sequence) added.push(entry.sequence);
    expected = entry.sequence + 1;
    previousHash = entry.hash;
  }
  for (; expected <= head.sequence; expected += 1) removed.push(expected);
  const lastIsOther = count > 0 && removed.at(-1) !== head.sequence && added.length === 0 && previousHash !== head.hash;
  const faults: AuditFault[] = [
    ...removed.map((sequence) => ({ sequence, kind: 'REMOVED' as const })),
    ...broken.map((entry) => ({ sequence: entry.sequence, kind: kindOf(entry, broken) })),
    ...added.map((sequence) => ({ sequence, kind: 'ADDED' as const })),
    ...(lastIsOther && broken.length === 0 ? [{ sequence: head.sequence, kind: 'CHANGED' as const }] : []),
  ];
  return { entries: count, faults: faults.sort((one, other) => one.sequence - other.sequence) };
}

/** An entry whose seal fits at the number of another broken one was moved; any other was changed. */
function kindOf(entry: Omit<AuditEntryRecord, '_id' | 'id'>, broken: readonly { sequence: number }[]): 'CHANGED' | 'REORDERED' {
  const others = broken.slice(0, 1000).filter(({ sequence }) => sequence !== entry.sequence);
  return others.some(({ sequence }) => sealOf({ ...entry, sequence }) === entry.hash) ? 'REORDERED' : 'CHANGED';
}
