import type { DirectoryIndex, DirectoryLoaders } from './directory/index.js';
import { contextParts as directoryParts } from './directory/index.js';
import type { PeopleLoaders, Session, Viewer } from './people/index.js';
import { contextParts as peopleParts } from './people/index.js';
import { unauthenticated } from './platform/errors.js';
import type { RequestContext } from './platform/RequestContext.js';

/** What commands, queries and policies may know of the request that they answer; built once a request. */
export interface Context extends RequestContext {
  /** Who asks; null when nobody is signed in. */
  readonly viewer: Viewer | null;
  readonly session: Session | null;
  readonly loaders: PeopleLoaders & DirectoryLoaders;
  /** The organisations as the memory of this process holds them. */
  readonly directory: DirectoryIndex;
}

/** Asks each room for its part; `fresh` has the viewer read from the database, as every mutation must. */
export async function createContext(request: RequestContext, { fresh = false } = {}): Promise<Context> {
  const people = await peopleParts(request, { fresh });
  const directory = directoryParts({ ...request, viewer: people.viewer });
  return { ...request, ...people, ...directory, loaders: { ...people.loaders, ...directory.loaders } };
}

/** The signed-in viewer; throws UNAUTHENTICATED when nobody is. */
export function signedInViewer(context: Pick<Context, 'viewer'>): Viewer {
  if (context.viewer === null) throw unauthenticated();
  return context.viewer;
}
