import type { OrganisationRecord } from '../OrganisationRecord.js';
import type { PeerFacts, PeerReasonRecord, PeerWeights } from './reasonsBetween.js';
import { reasonsBetween } from './reasonsBetween.js';

export interface PeerRecord {
  readonly organisation: OrganisationRecord;
  readonly reasons: readonly PeerReasonRecord[];
  readonly points: number;
}

/**
 * The organisations worth meeting for one, those with the most points first; the points are the sum of those of the reasons.
 * Those without a reason are left out. Equal ones keep the order given.
 */
export function peersOf(
  organisation: OrganisationRecord,
  others: readonly OrganisationRecord[],
  factsOf: (organisation: OrganisationRecord) => PeerFacts,
  weights: PeerWeights,
  most: number,
): PeerRecord[] {
  const self = factsOf(organisation);
  const found: PeerRecord[] = [];
  for (const other of others) {
    if (other.id === organisation.id) continue;
    const reasons = reasonsBetween(self, factsOf(other), weights);
    if (reasons.length > 0) found.push({ organisation: other, reasons, points: reasons.reduce((sum, { points }) => sum + points, 0) });
  }
  return found.sort((one, other) => other.points - one.points).slice(0, most);
}
