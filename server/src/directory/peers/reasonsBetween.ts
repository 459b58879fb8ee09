import type { RegionName } from '../places/regions.js';

export const peerReasonCodes = [
  'SHARED_THEME',
  'OFFERS_WHAT_YOU_SEEK',
  'SEEKS_WHAT_YOU_OFFER',
  'SAME_REVIEW',
  'SHARED_LANGUAGE',
  'SAME_COALITION',
  'VISITED_BEFORE',
  'HOURS_IN_COMMON',
  'SAME_COUNTRY',
  'SAME_REGION',
] as const;
export type PeerReasonCode = (typeof peerReasonCodes)[number];

/** Points for each thing that both share, and how many of these count at most. */
export interface PeerWeight {
  readonly points: number;
  readonly most: number;
}
export type PeerWeights = Readonly<Record<PeerReasonCode, PeerWeight>>;

/** What is known of an organisation that can make it worth meeting; each reason has data of its own. */
export interface PeerFacts {
  readonly id: string;
  readonly themes: ReadonlySet<string>;
  readonly offers: ReadonlySet<string>;
  readonly seeks: ReadonlySet<string>;
  readonly languages: ReadonlySet<string>;
  readonly networks: ReadonlySet<string>;
  readonly country: string | null;
  readonly region: RegionName | null;
  /** How far its clocks are ahead of UTC now, in minutes; null where its clock is not known. */
  readonly minutesAhead: number | null;
  /** The year in which its country is reviewed, if that is this year. */
  readonly reviewYear: number | null;
  /** By the key of another organisation: the days on which one visited the other. */
  readonly visits: ReadonlyMap<string, readonly string[]>;
}

/** One reason, with what both share. */
export interface PeerReasonRecord {
  readonly code: PeerReasonCode;
  readonly points: number;
  /** What both share: keys of themes, exchanges, languages and networks, a country or region, days, a year, a number of hours. */
  readonly shared: readonly string[];
}

/** How many working hours must be in common to be worth a word; a working day has eight. */
export const enoughHours = 4;
const workingMinutes = 8 * 60;
const dayMinutes = 24 * 60;

/** Every reason that the facts give for `self` to meet `other`, the weightiest first; each depends on its own data and on no other. */
export function reasonsBetween(self: PeerFacts, other: PeerFacts, weights: PeerWeights): PeerReasonRecord[] {
  const shared: Record<PeerReasonCode, readonly string[]> = {
    SHARED_THEME: inBoth(self.themes, other.themes),
    OFFERS_WHAT_YOU_SEEK: inBoth(self.seeks, other.offers),
    SEEKS_WHAT_YOU_OFFER: inBoth(self.offers, other.seeks),
    SAME_REVIEW: same(self.reviewYear, other.reviewYear),
    SHARED_LANGUAGE: inBoth(self.languages, other.languages),
    SAME_COALITION: inBoth(self.networks, other.networks),
    VISITED_BEFORE: [...new Set([...(self.visits.get(other.id) ?? []), ...(other.visits.get(self.id) ?? [])])].sort(),
    HOURS_IN_COMMON: sharedHours(self.minutesAhead, other.minutesAhead),
    SAME_COUNTRY: same(self.country, other.country),
    SAME_REGION: same(self.region, other.region),
  };
  return peerReasonCodes
    .filter((code) => shared[code].length > 0)
    .map((code) => ({ code, points: pointsOf(weights[code], shared[code]), shared: shared[code] }))
    .sort((one, another) => another.points - one.points);
}

function pointsOf({ points, most }: PeerWeight, shared: readonly string[]): number {
  return points * Math.min(shared.length, most);
}

function inBoth(one: ReadonlySet<string>, other: ReadonlySet<string>): string[] {
  return [...one].filter((value) => other.has(value));
}

function same(one: string | number | null, other: string | number | null): string[] {
  return one !== null && one === other ? [String(one)] : [];
}

/** The number of hours, to half an hour, at which both work, if there are enough; nothing where a clock is not known. */
function sharedHours(one: number | null, other: number | null): string[] {
  if (one === null || other === null) return [];
  const apart = Math.abs(one - other) % dayMinutes;
  const minutes = workingMinutes - Math.min(apart, dayMinutes - apart);
  const hours = Math.floor(minutes / 30) / 2;
  return hours >= enoughHours ? [String(hours)] : [];
}
