import type { QueryFilter } from 'mongoose';
import type { Viewer } from '../people/index.js';
import type { OrganisationShape } from './Organisation.js';
import type { OrganisationRecord } from './OrganisationRecord.js';

/** Which organisations a viewer may see, as a condition for the database: the listed ones, and those whose seats they hold. */
export function visibleTo(viewer: Viewer | null): QueryFilter<OrganisationShape> {
  const own = viewer?.seats.map((seat) => seat.organisationId) ?? [];
  return own.length === 0 ? { listing: 'LISTED' } : { $or: [{ listing: 'LISTED' }, { _id: { $in: own } }] };
}

/** The same rule for an organisation at hand. */
export function canSeeOrganisation(viewer: Viewer | null, organisation: Pick<OrganisationRecord, 'id' | 'listing'>): boolean {
  return organisation.listing === 'LISTED' || (viewer?.seats.some((seat) => seat.organisationId === organisation.id) ?? false);
}
