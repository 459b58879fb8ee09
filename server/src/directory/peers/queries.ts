import type { Context } from '../../context.js';
import { checkFirst } from '../../platform/pagination.js';
import type { OrganisationRecord } from '../OrganisationRecord.js';
import type { RegionName } from '../places/regions.js';
import type { ThemeRecord } from '../themes/Thesaurus.js';
import type { ExchangeRecord } from '../themes/thesaurusFile.js';
import { exchangesOf, themeOf } from '../themes/thesaurusFile.js';
import { factsAt } from './factsOf.js';
import { peerWeights } from './peerData.js';
import { peersOf } from './peersOf.js';
import type { PeerReasonCode, PeerReasonRecord } from './reasonsBetween.js';
import { peerReasonCodes } from './reasonsBetween.js';

type Asked = Pick<Context, 'directory' | 'viewer' | 'language' | 'now'>;

/** A reason as the contract names what is shared. */
interface PeerReason {
  code: PeerReasonCode;
  points: number;
  themes: ThemeRecord[];
  exchanges: ExchangeRecord[];
  languages: string[];
  networks: { network: string; slug: string }[];
  country: string | null;
  region: RegionName | null;
  visitedOn: string[];
  hours: number | null;
  reviewYear: number | null;
}

export interface Peer {
  organisation: OrganisationRecord;
  reasons: PeerReason[];
  points: number;
}

const mostPeers = 24;

/** Those worth meeting for the organisation among all that the viewer may see. Throws BAD_USER_INPUT. */
export function peers({ directory, viewer, language, now }: Asked, record: OrganisationRecord, first: number): Peer[] {
  checkFirst(first, mostPeers);
  const networkName = (slug: string): string => directory.networkName(slug) ?? slug;
  return peersOf(record, directory.all(viewer, language), factsAt(now()), peerWeights, first).map((peer) => ({
    ...peer,
    reasons: peer.reasons.map((reason) => asContracted(reason, networkName)),
  }));
}

/** The same for the organisation of this short name; nothing when there is none that the viewer may see. Throws BAD_USER_INPUT. */
export function peersOfSlug(context: Asked, slug: string, first: number): Peer[] {
  checkFirst(first, mostPeers);
  const record = context.directory.bySlug(slug, context.viewer);
  return record === null ? [] : peers(context, record, first);
}

/** The published weights, in the order of the contract. */
export function allPeerWeights(): { code: PeerReasonCode; points: number; most: number }[] {
  return peerReasonCodes.map((code) => ({ code, ...peerWeights[code] }));
}

function asContracted({ code, points, shared }: PeerReasonRecord, networkName: (slug: string) => string): PeerReason {
  const is = (...codes: PeerReasonCode[]): boolean => codes.includes(code);
  const [first] = shared;
  return {
    code,
    points,
    themes: is('SHARED_THEME') ? shared.map(themeOf) : [],
    exchanges: is('OFFERS_WHAT_YOU_SEEK', 'SEEKS_WHAT_YOU_OFFER') ? exchangesOf(shared) : [],
    languages: is('SHARED_LANGUAGE') ? [...shared] : [],
    networks: is('SAME_COALITION') ? shared.map((slug) => ({ slug, network: networkName(slug) })) : [],
    country: is('SAME_COUNTRY') ? (first ?? null) : null,
    region: is('SAME_REGION') ? ((first as RegionName | undefined) ?? null) : null,
    visitedOn: is('VISITED_BEFORE') ? [...shared] : [],
    hours: is('HOURS_IN_COMMON') ? Math.floor(Number(first)) : null,
    reviewYear: is('SAME_REVIEW') ? Number(first) : null,
  };
}
