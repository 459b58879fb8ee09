import type { Context } from '../../context.js';
import type { ListingName, OrganisationRecord } from '../OrganisationRecord.js';
import type { OrganisationSeat } from '../Organisation.js';
import { Organisation } from '../Organisation.js';
import { badUserInput } from '../../platform/errors.js';
import { checkFirst } from '../../platform/pagination.js';
import type { PublishedPlace } from '../places/publishedPlaces.js';
import { publishedPlaces as find } from '../places/publishedPlaces.js';
import { canSeeKeeping } from '../policy.js';
import { organisationById } from '../queries.js';
import { knownOrganisation } from './keep.js';

/** How one organisation is kept, as the viewer may see it. */
export interface KeepingOf {
  readonly __typename: 'OrganisationKeeping';
  readonly organisationId: string;
}

/** How the organisation with this key is kept; for those of whom it is known that they may see it. */
export function keepingFor(organisationId: string): KeepingOf {
  return { __typename: 'OrganisationKeeping', organisationId };
}

/** Null for strangers to the organisation, and when there is none. */
export function keepingOf(context: Context, organisationId: string): KeepingOf | null {
  const organisation = organisationById(context, organisationId);
  return organisation !== null && canSeeKeeping(context.viewer, organisation.id) ? keepingFor(organisation.id) : null;
}

export function organisationOf(context: Context, { organisationId }: KeepingOf): OrganisationRecord {
  return knownOrganisation(context, organisationId);
}

export function listingOf(context: Context, keeping: KeepingOf): ListingName {
  return organisationOf(context, keeping).listing;
}

/** Read from the database each time, since the memory of the directory never has it. */
export async function seatAddressOf({ organisationId }: KeepingOf): Promise<OrganisationSeat | null> {
  const found = await Organisation.findById(organisationId, { seat: 1 }).lean();
  return found?.seat ?? null;
}

const mostPlaces = 100;

export interface PlacesAsked {
  country: string;
  precision: 'CITY' | 'REGION' | 'COUNTRY';
  startingWith?: string | null | undefined;
  first: number;
}

export function publishedPlaces({ country, precision, startingWith, first }: PlacesAsked): PublishedPlace[] {
  checkFirst(first, mostPlaces);
  if ((startingWith?.length ?? 0) > 100) throw badUserInput('`startingWith` may have at most 100 characters.');
  return precision === 'COUNTRY' ? [] : find(country.toUpperCase(), precision, startingWith ?? '', first);
}
