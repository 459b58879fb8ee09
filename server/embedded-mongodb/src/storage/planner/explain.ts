import type { Document } from '../../bson/values.js';
import type { Query } from '../Query.js';
import type { Workspace } from '../Workspace.js';

export type Verbosity = 'queryPlanner' | 'executionStats' | 'allPlansExecution';

export const explainQuery = (_workspace: Workspace, namespace: string, _query: Query, _verbosity: Verbosity): Document =>
  new Map([['queryPlanner', new Map([['namespace', namespace]])]]);
