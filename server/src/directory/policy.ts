import type { QueryFilter } from 'mongoose';
import type { Viewer } from '../people/index.js';
import type { OrganisationShape } from './Organisation.js';
import type { OrganisationRecord } from './OrganisationRecord.js';

/** Which organisations a viewer may see, as a condition for the database: the listed ones, those for members, and those whose seats they hold. */
export function visibleTo(viewer: Viewer | null): QueryFilter<OrganisationShape> {
  if (viewer === null) return { listing: 'LISTED' };
  const forMembers: QueryFilter<OrganisationShape> = { listing: { $in: ['LISTED', 'MEMBERS'] } };
  const own = viewer.seats.map((seat) => seat.organisationId);
  return own.length === 0 ? forMembers : { $or: [forMembers, { _id: { $in: own } }] };
}

/** The same rule for an organisation at hand. */
export function canSeeOrganisation(viewer: Viewer | null, { id, listing }: Pick<OrganisationRecord, 'id' | 'listing'>): boolean {
  if (listing === 'LISTED') return true;
  return viewer !== null && (listing === 'MEMBERS' || viewer.seats.some((seat) => seat.organisationId === id));
}
