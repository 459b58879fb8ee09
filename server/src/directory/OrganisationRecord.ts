import type { PlaceRecord } from './places/places.js';
import type { RegionName } from './places/regions.js';
import type { ApproximateDay, OrganisationProfile, ThemeReading } from './profile.js';

export const levels = ['NATIONAL', 'REGIONAL', 'INTERNATIONAL'] as const;
export type LevelName = (typeof levels)[number];

/** From the surest to the least sure. */
export const confidences = ['HIGH', 'MEDIUM', 'LOW'] as const;
export type ConfidenceName = (typeof confidences)[number];

/**
 * LISTED: everybody sees it. MEMBERS: everybody who is signed in. UNLISTED: its own people alone; it is counted among the members but
 * stands in no list, map or search of others.
 */
export const listings = ['LISTED', 'MEMBERS', 'UNLISTED'] as const;
export type ListingName = (typeof listings)[number];

/** An organisation as the memory of the process holds it, with its affiliations; never changed, only replaced. */
export interface OrganisationRecord extends OrganisationProfile {
  readonly __typename: 'Organisation';
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly acronym: string | null;
  readonly level: LevelName;
  readonly country: string | null;
  readonly region: RegionName | null;
  /** Where a map may show it. */
  readonly place: PlaceRecord | null;
  readonly confidence: ConfidenceName;
  /** Null for an invented organisation. */
  readonly sourceUrl: string | null;
  readonly isNetworkSecretariat: boolean;
  readonly isFictional: boolean;
  readonly listing: ListingName;
  /** YYYY-MM-DD. */
  readonly recordReadOn: string;
  readonly themes: readonly ThemeReading[];
  readonly affiliations: readonly AffiliationRecord[];
  /** The networks of its affiliations, each once even where several sources say so. */
  readonly networkSlugs: readonly string[];
}

/** That an organisation belongs to a network or acted with it, as one source says. */
export interface AffiliationRecord {
  readonly __typename: 'Affiliation';
  readonly id: string;
  readonly organisationId: string;
  readonly network: string;
  readonly networkSlug: string;
  readonly role: string | null;
  readonly sourceUrl: string;
  readonly confidence: ConfidenceName;
  /** Null when no source says so. */
  readonly from: ApproximateDay | null;
  /** Null when it lasts or no source says so. */
  readonly to: ApproximateDay | null;
  /** The day on which the source was published; null when it does not say. */
  readonly namedOn: ApproximateDay | null;
}
