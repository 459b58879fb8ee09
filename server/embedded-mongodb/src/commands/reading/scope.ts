import type { Timestamp } from '../../bson/values.js';
import type { Request } from '../Request.js';
import type { LetVariables } from './let-variables.js';
import { letVariables } from './let-variables.js';

/** What expressions within filters, projections and updates may speak of: the same for the whole command. */
export interface Scope {
  readonly variables: LetVariables;
  readonly now: Date;
  readonly clusterTime: Timestamp;
}

export const scopeOf = (request: Request): Scope => ({
  variables: letVariables(request.body, request),
  now: new Date(),
  clusterTime: request.server.store.lastCommit,
});
