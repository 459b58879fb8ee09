import type { Query } from '../Query.js';
import type { Workspace } from '../Workspace.js';
import { choosePlan } from './choose-plan.js';
import type { Plan } from './Plan.js';
import { runPlan } from './run-plan.js';

/** How many documents a query finds; where the keys alone tell, no document is read. */
export const countDocuments = (workspace: Workspace, namespace: string, query: Query): number => {
  const collection = workspace.collection(namespace);
  if (!collection) return 0;
  const { sort: _, ...unsorted } = query;
  const plan = choosePlan(workspace, collection, unsorted);
  const all = countOfKeys(workspace, plan);
  if (all !== undefined) {
    const rest = Math.max(0, all - plan.skip);
    return plan.limit === 0 ? rest : Math.min(rest, plan.limit);
  }
  let count = 0;
  for (const _stored of runPlan(workspace, plan)) count += 1;
  return count;
};

const countOfKeys = (workspace: Workspace, { access, residual, near, collection }: Plan): number | undefined => {
  if (residual || near) return undefined;
  if (access.kind === 'nothing') return 0;
  if (access.kind === 'records') return workspace.count(collection.prefix);
  if (access.kind !== 'index' || access.path.index.multikey.any) return undefined;
  return access.path.ranges.reduce((sum, range) => sum + workspace.countKeys(range), 0);
};
