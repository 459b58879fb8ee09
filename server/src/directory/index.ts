import type { Viewer } from '../people/index.js';
import type { Portal } from '../platform/Portal.js';
import type { RequestContext } from '../platform/RequestContext.js';

export interface OrganisationRecord {
  id: string;
}

export interface AffiliationRecord {
  network: string;
}

export interface DirectoryIndex {
  organisations: readonly OrganisationRecord[];
}

export type DirectoryLoaders = Record<never, never>;

export const resolvers = {};

export async function startDirectory(_portal: Portal): Promise<void> {
  return Promise.resolve();
}

export function contextParts(_request: RequestContext & { viewer: Viewer | null }): { directory: DirectoryIndex; loaders: DirectoryLoaders } {
  return { directory: { organisations: [] }, loaders: {} };
}
