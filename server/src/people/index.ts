import type { RequestContext } from '../platform/RequestContext.js';
import type { Portal } from '../platform/Portal.js';
import type { Viewer } from './Viewer.js';

export type { Office, Seat, Viewer } from './Viewer.js';

export interface Session {
  id: string;
}

export type PeopleLoaders = Record<never, never>;

export const resolvers = {};

export async function startPeople(_portal: Portal): Promise<void> {
  return Promise.resolve();
}

/** Who asks, by the session cookie. */
export async function contextParts(_request: RequestContext): Promise<{ viewer: Viewer | null; session: Session | null; loaders: PeopleLoaders }> {
  return Promise.resolve({ viewer: null, session: null, loaders: {} });
}
