import type { Query } from '../Query.js';
import type { Workspace } from '../Workspace.js';
import { findDocuments } from './find.js';

export const countDocuments = (workspace: Workspace, namespace: string, query: Query): number => {
  const collection = workspace.collection(namespace);
  if (!collection) return 0;
  let count = 0;
  for (const _ of findDocuments(workspace, namespace, query)) count += 1;
  return count;
};
