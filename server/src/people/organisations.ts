import type { Language } from '../platform/language.js';
import { holdsOffice } from './policy.js';
import type { Viewer } from './Viewer.js';

/** What this room needs to know of an organisation. */
export interface KnownOrganisation {
  id: string;
  name: string;
  /** ISO 3166-1 alpha-2; null when unknown. */
  country: string | null;
}

/** Finds an organisation by its key among those that the viewer may see; null when there is none. */
export type FindOrganisation = (id: string, viewer: Viewer | null, language: Language) => KnownOrganisation | null;

let find: FindOrganisation = () => null;

/** The room that keeps the organisations says here how to find them; it is called when the portal starts. */
export function registerOrganisations(findOrganisation: FindOrganisation): void {
  find = findOrganisation;
}

/** An organisation by its key as the viewer may see it; null when there is none. */
export const findOrganisation: FindOrganisation = (id, viewer, language) => find(id, askingByKey(viewer, id), language);

/** The viewer as somebody who asks for one organisation by key: the secretariat and operators deal with unlisted ones too, and see them as their own people do. */
export function askingByKey(viewer: Viewer | null, organisationId: string): Viewer | null {
  return holdsOffice(viewer, 'SECRETARIAT') || holdsOffice(viewer, 'OPERATOR') ? withSeat(viewer, organisationId) : viewer;
}

/** The organisation as its own people see it, for somebody who was invited to be one of them or who reads which one supports a child. */
export function organisationFromWithin(id: string, language: Language): KnownOrganisation | null {
  return find(id, withSeat(null, id), language);
}

function withSeat(viewer: Viewer | null, organisationId: string): Viewer {
  const seat = { organisationId, kind: 'CONTACT', isAdministrator: false } as const;
  const nobody: Viewer = { accountId: '', personId: '', offices: [], seats: [] };
  return { ...(viewer ?? nobody), seats: [...(viewer?.seats ?? []), seat] };
}
