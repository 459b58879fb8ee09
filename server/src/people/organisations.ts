import type { Language } from '../platform/language.js';
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
export const findOrganisation: FindOrganisation = (id, viewer, language) => find(id, viewer, language);
