import { bucketAutoStages } from './bucket-auto.js';
import { bucketStages } from './bucket.js';
import { countStages } from './count.js';
import { documentStages } from './documents.js';
import { facetStages } from './facet.js';
import { geoNearStages } from './geo-near.js';
import { graphLookupStages } from './graph-lookup.js';
import { groupStages } from './group.js';
import { limitStages } from './limit.js';
import { lookupStages } from './lookup.js';
import { matchStages } from './match.js';
import { mergeStages } from './merge.js';
import { outStages } from './out.js';
import { projectStages } from './project.js';
import { redactStages } from './redact.js';
import { replaceRootStages } from './replace-root.js';
import { sortStages } from './sort.js';
import type { StageCompilers } from './stage.js';
import { unionWithStages } from './union-with.js';
import { unwindStages } from './unwind.js';

/** Every stage that this server has. */
export const stageCompilers: StageCompilers = {
  ...matchStages,
  ...projectStages,
  ...groupStages,
  ...sortStages,
  ...limitStages,
  ...unwindStages,
  ...lookupStages,
  ...graphLookupStages,
  ...unionWithStages,
  ...facetStages,
  ...countStages,
  ...replaceRootStages,
  ...bucketStages,
  ...bucketAutoStages,
  ...redactStages,
  ...documentStages,
  ...geoNearStages,
  ...mergeStages,
  ...outStages,
};

/** Stages of MongoDB that this server leaves out. */
export const refusedStages: ReadonlySet<string> = new Set([
  '$changeStream',
  '$changeStreamSplitLargeEvent',
  '$collStats',
  '$currentOp',
  '$densify',
  '$fill',
  '$indexStats',
  '$listClusterCatalog',
  '$listLocalSessions',
  '$listSampledQueries',
  '$listSearchIndexes',
  '$listSessions',
  '$planCacheStats',
  '$queryStats',
  '$querySettings',
  '$rankFusion',
  '$scoreFusion',
  '$search',
  '$searchMeta',
  '$setWindowFields',
  '$shardedDataDistribution',
  '$vectorSearch',
]);
