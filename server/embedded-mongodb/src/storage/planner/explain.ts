import { Int32 } from '../../bson/values.js';
import type { Document, Value } from '../../bson/values.js';
import type { Query } from '../Query.js';
import type { Workspace } from '../Workspace.js';
import { choosePlan } from './choose-plan.js';
import { displayInterval } from './intervals.js';
import type { IndexPath } from './index-path.js';
import type { Effort, Plan } from './Plan.js';
import { runPlan } from './run-plan.js';

export type Verbosity = 'queryPlanner' | 'executionStats' | 'allPlansExecution';

const document = (...fields: readonly (readonly [string, Value])[]): Document => new Map(fields);

/** How a query is answered, in the form of MongoDB's `explain`. */
export const explainQuery = (workspace: Workspace, namespace: string, query: Query, verbosity: Verbosity): Document => {
  const collection = workspace.collection(namespace);
  const plan = collection && choosePlan(workspace, collection, query);
  const explained = document([
    'queryPlanner',
    document(
      ['namespace', namespace],
      ['parsedQuery', query.filter],
      ['indexFilterSet', false],
      ['winningPlan', plan ? stagesOf(plan, query) : document(['stage', 'EOF'])],
      ['rejectedPlans', []],
    ),
  ]);
  if (verbosity !== 'queryPlanner') explained.set('executionStats', execution(workspace, plan, query));
  return explained;
};

const execution = (workspace: Workspace, plan: Plan | undefined, query: Query): Document => {
  const effort: Effort = { keys: 0, documents: 0 };
  const start = process.hrtime.bigint();
  let returned = 0;
  if (plan) for (const _ of runPlan(workspace, plan, effort)) returned += 1;
  const milliseconds = Number((process.hrtime.bigint() - start) / 1_000_000n);
  return document(
    ['executionSuccess', true],
    ['nReturned', new Int32(returned)],
    ['executionTimeMillis', new Int32(milliseconds)],
    ['totalKeysExamined', new Int32(effort.keys)],
    ['totalDocsExamined', new Int32(effort.documents)],
    ['executionStages', plan ? stagesOf(plan, query) : document(['stage', 'EOF'])],
  );
};

/** The stages from the last to the first, each around the one before it. */
const stagesOf = (plan: Plan, query: Query): Document => {
  let stage = accessStage(plan, query);
  if (plan.near)
    stage = document(
      ['stage', plan.near.kind === '2d' ? 'GEO_NEAR_2D' : 'GEO_NEAR_2DSPHERE'],
      ['keyPattern', plan.near.index.key],
      ['indexName', plan.near.index.name],
      ['inputStage', stage],
    );
  if (plan.sort && !plan.sortIsServed)
    stage = document(
      ['stage', 'SORT'],
      ['sortPattern', query.sort as Document],
      ['memLimit', new Int32(100 * 1024 * 1024)],
      ...limitOf(plan),
      ['type', 'simple'],
      ['inputStage', stage],
    );
  if (plan.skip > 0) stage = document(['stage', 'SKIP'], ['skipAmount', new Int32(plan.skip)], ['inputStage', stage]);
  if (plan.limit > 0 && (plan.sortIsServed || plan.skip > 0))
    stage = document(['stage', 'LIMIT'], ['limitAmount', new Int32(plan.limit)], ['inputStage', stage]);
  return stage;
};

const limitOf = (plan: Plan): [string, Value][] => (plan.limit > 0 ? [['limitAmount', new Int32(plan.skip + plan.limit)]] : []);

const accessStage = (plan: Plan, query: Query): Document => {
  const filter: [string, Value][] = plan.residual ? [['filter', query.filter]] : [];
  switch (plan.access.kind) {
    case 'nothing':
      return document(['stage', 'EOF']);
    case 'records':
      return document(['stage', 'COLLSCAN'], ...filter, ['direction', plan.access.reverse ? 'backward' : 'forward']);
    case 'index':
      return document(['stage', 'FETCH'], ...filter, ['inputStage', indexStage(plan.access.path, plan.access.reverse)]);
    case 'union':
      return document(['stage', 'FETCH'], ...filter, [
        'inputStage',
        document(['stage', 'OR'], ['inputStages', plan.access.paths.map((path) => indexStage(path, false))]),
      ]);
  }
};

const indexStage = (path: IndexPath, reverse: boolean): Document => {
  const { index } = path;
  return document(
    ['stage', 'IXSCAN'],
    ['keyPattern', index.key],
    ['indexName', index.name],
    ['isMultiKey', index.multikey.any],
    ['isUnique', index.unique],
    ['isSparse', index.sparse],
    ['isPartial', index.partialFilter !== undefined],
    ['indexVersion', new Int32(2)],
    ['direction', reverse ? 'backward' : 'forward'],
    [
      'indexBounds',
      document(...index.fields.map((field, place): [string, Value] => [field, (path.fields[place] ?? []).map(displayInterval)])),
    ],
  );
};
