import type { QueryFilter } from 'mongoose';
import type { Viewer } from '../people/index.js';
import type { OrganisationShape } from './Organisation.js';
import type { OrganisationRecord } from './OrganisationRecord.js';

/**
 * Which organisations a viewer may see, as a condition for the database: the listed ones, those for members, and those whose seats they hold.
 * An entry that was merged into another is seen by nobody.
 */
export function visibleTo(viewer: Viewer | null): QueryFilter<OrganisationShape> {
  const standing = { mergedInto: null };
  if (viewer === null) return { ...standing, listing: 'LISTED' };
  const forMembers: QueryFilter<OrganisationShape> = { listing: { $in: ['LISTED', 'MEMBERS'] } };
  const own = viewer.seats.map((seat) => seat.organisationId);
  return own.length === 0 ? { ...standing, ...forMembers } : { ...standing, $or: [forMembers, { _id: { $in: own } }] };
}

/** The same rule for an organisation at hand. */
export function canSeeOrganisation(viewer: Viewer | null, { id, listing }: Pick<OrganisationRecord, 'id' | 'listing'>): boolean {
  if (listing === 'LISTED') return true;
  return viewer !== null && (listing === 'MEMBERS' || viewer.seats.some((seat) => seat.organisationId === id));
}

/** Profile, listing and place are the organisation's own matter. */
export function canChangeProfile(viewer: Viewer | null, organisationId: string): boolean {
  return viewer?.seats.some((seat) => seat.organisationId === organisationId && seat.isAdministrator) ?? false;
}

export function canAnswerProposal(viewer: Viewer | null, organisationId: string): boolean {
  return canChangeProfile(viewer, organisationId);
}

/** The secretariat keeps the register: it proposes changes and decides about duplicates. */
export function canCurate(viewer: Viewer | null): boolean {
  return viewer?.offices.some((office) => office.kind === 'SECRETARIAT') ?? false;
}

/** How an organisation is kept concerns its own people and the secretariat. */
export function canSeeKeeping(viewer: Viewer | null, organisationId: string): boolean {
  return canCurate(viewer) || (viewer?.seats.some((seat) => seat.organisationId === organisationId) ?? false);
}

/** Who changed a profile and why is told to everybody who is signed in. */
export function canSeeWhoAndWhy(viewer: Viewer | null): boolean {
  return viewer !== null;
}
