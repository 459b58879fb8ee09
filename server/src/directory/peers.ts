import type { OrganisationRecord } from './OrganisationRecord.js';

export type PeerReasonName = 'SAME_COUNTRY' | 'SAME_NETWORK' | 'SAME_REGION';

export interface PeerRecord {
  organisation: OrganisationRecord;
  reason: PeerReasonName;
}

/**
 * The organisations worth a look beside one, nearest first: a shared country weighs most, then each shared network (a small one more
 * than a large one), then a shared region. Those that share nothing are left out. Equal ones keep the order given.
 */
export function peersOf(
  organisation: OrganisationRecord,
  others: readonly OrganisationRecord[],
  networkSize: (networkSlug: string) => number,
  most: number,
): PeerRecord[] {
  const networks = new Set(organisation.networkSlugs);
  const found: (PeerRecord & { nearness: number })[] = [];
  for (const other of others) {
    if (other.id === organisation.id) continue;
    const sameCountry = organisation.country !== null && other.country === organisation.country;
    const sameRegion = organisation.region !== null && other.region === organisation.region;
    let shared = 0;
    for (const slug of other.networkSlugs) if (networks.has(slug)) shared += weightOfNetwork(networkSize(slug));
    const nearness = (sameCountry ? 8 : 0) + shared + (sameRegion ? 1 : 0);
    if (nearness > 0)
      found.push({ organisation: other, reason: sameCountry ? 'SAME_COUNTRY' : shared > 0 ? 'SAME_NETWORK' : 'SAME_REGION', nearness });
  }
  return found
    .sort((one, other) => other.nearness - one.nearness)
    .slice(0, most)
    .map(({ organisation: peer, reason }) => ({ organisation: peer, reason }));
}

function weightOfNetwork(organisations: number): number {
  if (organisations <= 10) return 4;
  return organisations <= 30 ? 3 : 2;
}
